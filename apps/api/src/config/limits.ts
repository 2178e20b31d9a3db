/**
 * How often, as data. Source: access.md §6 and §4, protocol.md A-11. Benches and tests set their own rows.
 * `per`: what is counted. `address` is an IPv4 address or an IPv6 /64; a sports hall is one address, so plays never count by it.
 */
export type Limit = {
  readonly points: number;
  readonly seconds: number;
  /** A bucket that fills up again evenly within the seconds, in place of a count that starts anew after them. */
  readonly refills?: true;
  readonly per: 'address' | 'account-and-address' | 'account' | 'session' | 'user' | 'device' | 'principal-and-game';
};

const minutes = (count: number) => count * 60;
const hours = (count: number) => count * 3600;

export const defaultLimits = {
  readsBySession: { points: 300, seconds: minutes(1), per: 'session' },
  readsByAddress: { points: 1200, seconds: minutes(1), per: 'address' },
  signIn: { points: 5, seconds: minutes(15), per: 'account-and-address' },
  signInByAddress: { points: 100, seconds: minutes(15), per: 'address' },
  signInByDevice: { points: 5, seconds: minutes(15), per: 'device' },
  register: { points: 10, seconds: hours(1), per: 'address' },
  reset: { points: 3, seconds: hours(1), per: 'account' },
  oneTimeLink: { points: 20, seconds: minutes(10), per: 'address' },
  refresh: { points: 30, seconds: minutes(10), per: 'session' },
  /** 3,000 events, 50 more each second, so a catch-up of 500 passes. */
  events: { points: 3000, seconds: 60, refills: true, per: 'principal-and-game' },
  exports: { points: 10, seconds: minutes(1), per: 'user' },
} as const satisfies { readonly [name: string]: Limit };

export type LimitName = keyof typeof defaultLimits;
export type Limits = { readonly [Name in LimitName]: Limit };
