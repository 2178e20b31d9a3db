/** The words in force, and numbers, clocks and days as that language writes them. */
import { getLocales } from 'expo-localization';
import { useMemo } from 'react';
import { usePreferences } from '../preferences/preferences.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import type { Language, Words } from './words.ts';

export const tables: Readonly<Record<Language, Words>> = { en, es };

const systemLanguage = (): Language => (getLocales()[0]?.languageCode === 'es' ? 'es' : 'en');

export const useLanguage = (): Language => usePreferences((state) => state.language) ?? systemLanguage();
export const useWords = (): Words => tables[useLanguage()];

/** What was not tracked. */
export const dash = '–';

export const useFormat = () => {
  const language = useLanguage();
  return useMemo(() => formats(language), [language]);
};
export type Format = ReturnType<typeof formats>;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const formats = (language: Language) => {
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
  const moment = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
  const decimal = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    time: (iso: string): string => time.format(new Date(iso)),
    /** Begins with a capital, as a heading does; Spanish writes days small. */
    day: (iso: string): string => capitalised(day.format(new Date(iso))),
    moment: (iso: string): string => moment.format(new Date(iso)),
    /** 0.481 → 48.1; the sign stands in the column's title. */
    percent: (share: number | null): string => (share === null ? dash : decimal.format(share * 100)),
    decimal: (value: number | null): string => (value === null ? dash : decimal.format(value)),
  };
};
