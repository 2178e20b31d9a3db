/** Who may use the cookie's doors: JSON from a page of ours, told by Origin and, when sent, Sec-Fetch-Site. */
import type { Request } from 'express';
import type { Config } from '../../config/index.ts';
import { ownOrigins } from '../../config/origins.ts';

export const isOwnPage = (request: Request, config: Config, publicUrl: string): boolean => {
  const origin = request.get('origin');
  if (origin === undefined || !(request.get('content-type') ?? '').startsWith('application/json')) return false;
  const site = request.get('sec-fetch-site');
  if (ownOrigins(config, publicUrl).includes(origin)) return site === undefined || site === 'same-origin';
  // A listed page elsewhere of the same site, such as the app's development server.
  return (
    config.http.allowedOrigins.includes(origin) &&
    (site === undefined || site === 'same-site' || site === 'same-origin')
  );
};
