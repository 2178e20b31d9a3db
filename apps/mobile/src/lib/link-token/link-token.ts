/**
 * The secret of a mail's link stands in the fragment, so that no server, referrer or preview ever sees it. On the web it is taken out
 * of the address bar when this module is first read, which index.ts does before the router: that one would write it back.
 * Two forms are understood: `#<token>` and `#token=<token>`.
 */
import * as Linking from 'expo-linking';
import { Platform } from 'react-native';

export const tokenIn = (address: string | null): string | null => {
  const fragment = address?.split('#')[1] ?? '';
  return /^(?:token=)?([A-Za-z0-9_-]{43})$/.exec(fragment)?.[1] ?? null;
};

const takeFromAddressBar = (): string | null => {
  if (Platform.OS !== 'web' || typeof window === 'undefined') return null;
  const token = tokenIn(window.location.href);
  if (token !== null) window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
};

const taken = takeFromAddressBar();

/** null: there is none, or not a whole one. */
export const useLinkToken = (): string | null => {
  const opened = Linking.useLinkingURL();
  return taken ?? tokenIn(opened);
};
