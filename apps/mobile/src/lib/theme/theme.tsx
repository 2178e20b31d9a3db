/** The theme in force: the palette of the chosen or the system's scheme. */
import * as SystemUI from 'expo-system-ui';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { Platform, useColorScheme } from 'react-native';
import { usePreferences } from '../preferences/preferences.ts';
import { type Palette, palettes, type Scheme } from './tokens.ts';

type Theme = { readonly scheme: Scheme; readonly colours: Palette };

const themes: Readonly<Record<Scheme, Theme>> = {
  light: { scheme: 'light', colours: palettes.light },
  dark: { scheme: 'dark', colours: palettes.dark },
};

const ThemeContext = createContext<Theme>(themes.light);

export const ThemeProvider = ({ children }: { readonly children: ReactNode }) => {
  const system = useColorScheme();
  const scheme = usePreferences((state) => state.scheme) ?? (system === 'dark' ? 'dark' : 'light');
  useEffect(() => {
    if (Platform.OS === 'web') document.documentElement.dataset.scheme = scheme;
    else void SystemUI.setBackgroundColorAsync(palettes[scheme].bg);
  }, [scheme]);
  return <ThemeContext.Provider value={themes[scheme]}>{children}</ThemeContext.Provider>;
};

export const useTheme = (): Theme => useContext(ThemeContext);
export const useColours = (): Palette => useContext(ThemeContext).colours;
