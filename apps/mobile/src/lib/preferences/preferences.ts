/** What a person chose for this device: language and theme; null follows the system. */
import { create } from 'zustand';
import type { Language } from '../i18n/words.ts';
import { readText, removeText, writeText } from '../storage/storage';
import type { Scheme } from '../theme/tokens.ts';

type Preferences = {
  readonly language: Language | null;
  readonly scheme: Scheme | null;
  readonly chooseLanguage: (language: Language | null) => void;
  readonly chooseScheme: (scheme: Scheme | null) => void;
};

const keep = (key: string, value: string | null): void => (value === null ? removeText(key) : writeText(key, value));

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null =>
  values.find((known) => known === value) ?? null;

export const usePreferences = create<Preferences>()((set) => ({
  language: oneOf<Language>(['en', 'es'], readText('language')),
  scheme: oneOf<Scheme>(['light', 'dark'], readText('scheme')),
  chooseLanguage: (language) => {
    keep('language', language);
    set({ language });
  },
  chooseScheme: (scheme) => {
    keep('scheme', scheme);
    set({ scheme });
  },
}));
