/**
 * The refresh cookie of the web: HttpOnly, SameSite=Strict, read by refresh and sign-out only. Over plain http (one box in one building,
 * or one's own machine) it goes without `Secure` and without the prefix that requires it.
 */
import type { Request } from 'express';

export type RefreshCookie = {
  readonly read: (request: Request) => string | null;
  readonly set: (token: string, maxAgeMs: number) => { readonly 'Set-Cookie': string };
  readonly clear: () => { readonly 'Set-Cookie': string };
};

export const refreshCookie = (publicUrl: string): RefreshCookie => {
  const isSecure = publicUrl.startsWith('https://');
  const name = isSecure ? '__Host-bt-refresh' : 'bt-refresh';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  const shape = /^[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/;
  return {
    read: (request) => {
      const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim());
      const values = pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
      // Two of one name: a neighbour under the same host may have planted one. Neither is believed.
      const [value] = values;
      return values.length === 1 && value !== undefined && shape.test(value) ? value : null;
    },
    set: (token, maxAgeMs) => ({
      'Set-Cookie': `${name}=${token}; Max-Age=${Math.floor(maxAgeMs / 1000)}; ${attributes}`,
    }),
    clear: () => ({ 'Set-Cookie': `${name}=; Max-Age=0; ${attributes}` }),
  };
};
