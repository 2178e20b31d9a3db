/**
 * The EuroLeague's types of play. Blocked attempts (…AB) until 2016-17, layups and dunks of their own from 2008-09 to 2014-15.
 * Source: events.md §7, games/NOTES.
 */
import type { FoulKind, ShotStyle, TimeoutKind } from '@bball/engine';

type ShotWord = { readonly points: 2 | 3; readonly made: boolean; readonly style: ShotStyle | null };

export const shotWords: Readonly<Record<string, ShotWord>> = {
  '2FGM': { points: 2, made: true, style: null },
  '2FGA': { points: 2, made: false, style: null },
  '2FGAB': { points: 2, made: false, style: null },
  '3FGM': { points: 3, made: true, style: null },
  '3FGA': { points: 3, made: false, style: null },
  '3FGAB': { points: 3, made: false, style: null },
  LAYUPMD: { points: 2, made: true, style: 'layup' },
  LAYUPATT: { points: 2, made: false, style: 'layup' },
  DUNK: { points: 2, made: true, style: 'dunk' },
};

type FoulWord = {
  readonly kind: FoulKind;
  /** Who it is on where no player of the sheet is named. */
  readonly bench: 'coach' | 'bench' | null;
  /** What it usually brings: only to find the throws that are its own. The log says null. */
  readonly usualThrows: number | null;
};

export const foulWords: Readonly<Record<string, FoulWord>> = {
  CM: { kind: 'personal', bench: null, usualThrows: null },
  OF: { kind: 'offensive', bench: null, usualThrows: 0 },
  CMU: { kind: 'unsportsmanlike', bench: null, usualThrows: 2 },
  CMT: { kind: 'technical', bench: null, usualThrows: 1 },
  CMTI: { kind: 'throw-in', bench: null, usualThrows: 1 },
  CMD: { kind: 'disqualifying', bench: null, usualThrows: 2 },
  C: { kind: 'technical', bench: 'coach', usualThrows: 1 },
  B: { kind: 'technical', bench: 'bench', usualThrows: 1 },
};

export const timeoutWords: Readonly<Record<string, TimeoutKind>> = { TOUT: 'full', TOUT_TV: 'media' };

export const jumpBallWords: ReadonlySet<string> = new Set(['JB', 'TPOFF']);

/** Carried by another row's play, or marking a period: no play of their own. */
export const detailWords = ['AS', 'FV', 'AG', 'ST', 'RV'] as const;
export type DetailWord = (typeof detailWords)[number];
