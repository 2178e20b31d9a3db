/** The asking address: whole for IPv4, the /64 for IPv6 (a household has a whole one); and the coarse prefix that people and audits see. */
import { isIPv6 } from 'node:net';
import type { Request } from 'express';

export const addressOf = (request: Request): string => bucketOf(request.ip ?? '');

export const bucketOf = (ip: string): string => {
  const mapped = ip.replace(/^::ffff:(?=\d+\.)/, '');
  return isIPv6(mapped) ? `${groups(mapped).slice(0, 4).join(':')}::/64` : mapped;
};

/** /24 of IPv4, /48 of IPv6. */
export const prefixOf = (ip: string): string => {
  const mapped = ip.replace(/^::ffff:(?=\d+\.)/, '');
  return isIPv6(mapped) ? `${groups(mapped).slice(0, 3).join(':')}::/48` : mapped.replace(/\.\d+$/, '.0/24');
};

/** The eight groups of an IPv6 address, its `::` filled in. */
const groups = (ip: string): readonly string[] => {
  const [head = '', tail] = ip.split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = (tail ?? '').split(':').filter((group) => group !== '');
  return tail === undefined
    ? left
    : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
};
