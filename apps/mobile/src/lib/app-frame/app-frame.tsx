/** Providers around every screen, in the order in which they need each other. */
import { QueryClientProvider } from '@tanstack/react-query';
import { Stack } from 'expo-router';
import { StatusBar } from 'expo-status-bar';
import { useEffect, useState } from 'react';
import { GestureHandlerRootView } from 'react-native-gesture-handler';
import { SafeAreaProvider } from 'react-native-safe-area-context';
import { wallNow } from '../clock/clock.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { makeQueryClient } from '../query/query-client.ts';
import { resumeSession, useSession } from '../session/session.ts';
import { useRenewal } from '../session/use-renewal.ts';
import { ThemeProvider, useTheme } from '../theme/theme.tsx';

export const AppFrame = () => {
  const [queries] = useState(makeQueryClient);
  return (
    <GestureHandlerRootView style={{ flex: 1 }}>
      <SafeAreaProvider>
        <ThemeProvider>
          <QueryClientProvider client={queries}>
            <Screens />
          </QueryClientProvider>
        </ThemeProvider>
      </SafeAreaProvider>
    </GestureHandlerRootView>
  );
};

const Screens = () => {
  const { scheme, colours } = useTheme();
  const language = useLanguage();
  const isKnown = useSession((state) => state.status !== 'unknown');
  useRenewal(wallNow);
  useEffect(() => void resumeSession(), []);
  useEffect(() => {
    if (typeof document !== 'undefined') document.documentElement.lang = language;
  }, [language]);
  // NOTE: until the kept session was tried nobody knows which door to ask, and asking at both would show two audiences
  if (!isKnown) return null;
  return (
    <>
      <StatusBar style={scheme === 'dark' ? 'light' : 'dark'} />
      <Stack screenOptions={{ headerShown: false, contentStyle: { backgroundColor: colours.bg } }} />
    </>
  );
};
