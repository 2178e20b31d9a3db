/** The look as data: two palettes, one scale of type, one of space. Source: docs of the look; contrast ≥ 4.5 : 1 is a test. */

export type Scheme = 'light' | 'dark';

const light = {
  bg: '#F7F5F2',
  surface: '#FFFFFF',
  raised: '#F1EDE7',
  line: '#DDD8D0',
  text: '#1B1A17',
  muted: '#5F5A52',
  accent: '#B4440E',
  onAccent: '#FFFFFF',
  accentSoft: '#F9E7DD',
  made: '#1F7A4D',
  missed: '#B3261E',
  live: '#C62828',
  info: '#1F5FA8',
  warn: '#8A5A00',
  warnSoft: '#FBF1DC',
  home: '#1F5FA8',
  away: '#B4440E',
  floor: '#FBF3E7',
  floorLine: '#C9B8A0',
  scrim: 'rgba(27, 26, 23, 0.45)',
} as const;

export type Palette = { readonly [Name in keyof typeof light]: string };

const dark: Palette = {
  bg: '#121110',
  surface: '#1D1B19',
  raised: '#282522',
  line: '#37332E',
  text: '#F3EFE9',
  muted: '#ADA69B',
  accent: '#FF8A4C',
  onAccent: '#1B1A17',
  accentSoft: '#3A2418',
  made: '#5CCB93',
  missed: '#FF8A80',
  live: '#FF6B6B',
  info: '#7DB4F5',
  warn: '#F0B849',
  warnSoft: '#33290F',
  home: '#7DB4F5',
  away: '#FF8A4C',
  floor: '#221E19',
  floorLine: '#5A4F42',
  scrim: 'rgba(0, 0, 0, 0.6)',
};

export const palettes: Readonly<Record<Scheme, Palette>> = { light, dark };

export const typeScale = {
  score: { fontSize: 34, lineHeight: 38, fontWeight: '800' },
  title: { fontSize: 22, lineHeight: 28, fontWeight: '700' },
  body: { fontSize: 17, lineHeight: 24, fontWeight: '400' },
  table: { fontSize: 15, lineHeight: 20, fontWeight: '400' },
  caption: { fontSize: 13, lineHeight: 18, fontWeight: '400' },
} as const;
export type TypeSize = keyof typeof typeScale;

export const space = { xs: 4, s: 8, m: 12, l: 16, xl: 24, xxl: 32 } as const;
export const radius = { card: 12, control: 8, chip: 999 } as const;
/** The least side of anything that can be touched. */
export const touch = 44;
/** The longest that anything moves. */
export const motionMs = 200;
