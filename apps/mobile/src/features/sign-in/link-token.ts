/**
 * The secret of a mail's link stands in the fragment, so that no server, referrer or preview ever sees it. Read once; on the web the
 * address bar is cleaned at once. Two forms are understood: `#<token>` and `#token=<token>`.
 */
import * as Linking from 'expo-linking';
import { useEffect, useState } from 'react';
import { Platform } from 'react-native';

export const tokenIn = (address: string | null): string | null => {
  const fragment = address?.split('#')[1] ?? '';
  return /^(?:token=)?([A-Za-z0-9_-]{43})$/.exec(fragment)?.[1] ?? null;
};

/** null: there is none, or not a whole one. */
export const useLinkToken = (): string | null => {
  const opened = Linking.useLinkingURL();
  const [token] = useState(() => (Platform.OS === 'web' ? tokenIn(window.location.href) : null));
  useEffect(() => {
    if (Platform.OS === 'web' && token !== null)
      window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [token]);
  return token ?? tokenIn(opened);
};
