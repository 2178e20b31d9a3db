/** Renews the access token a minute before it expires, as long as the app is open: the live socket needs a valid one. */
import { useEffect } from 'react';
import { refreshSession, useSession } from './session.ts';

const earlyMs = 60_000;

export const useRenewal = (now: () => number): void => {
  const expiresAt = useSession((state) => state.expiresAt);
  useEffect(() => {
    if (expiresAt === null) return;
    const waitMs = Math.max(1_000, Date.parse(expiresAt) - earlyMs - now());
    const timer = setTimeout(() => void refreshSession().catch(() => undefined), waitMs);
    return () => clearTimeout(timer);
  }, [expiresAt, now]);
};
