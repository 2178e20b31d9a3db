/**
 * The words of FIBA LiveStats and ours, folded (no case, no marks); beside FIBA's those of colleges and leagues on the same software.
 * Source: events.md §7.
 */
import type { FoulKind, JumpBallDecision, JumpBallReason, ShotStyle, TimeoutKind, TurnoverKind } from '@bball/engine';

export const shotStyles: Readonly<Record<string, ShotStyle>> = {
  layup: 'layup',
  drivinglayup: 'layup',
  reverselayup: 'layup',
  eurostep: 'layup',
  tipin: 'tip-in',
  tipinlayup: 'tip-in',
  tip: 'tip-in',
  dunk: 'dunk',
  tipindunk: 'dunk',
  alleyoop: 'alley-oop',
  alleyoopdunk: 'alley-oop',
  hookshot: 'hook',
  floatingjumpshot: 'floater',
  jumpshot: 'jump-shot',
  pullupjumpshot: 'pull-up',
  stepbackjumpshot: 'step-back',
  turnaroundjumpshot: 'turnaround',
  fadeaway: 'fadeaway',
  fadeawayjumpshot: 'fadeaway',
};

export const turnoverKinds: Readonly<Record<string, TurnoverKind>> = {
  badpass: 'bad-pass',
  ballhandling: 'ball-handling',
  lostball: 'ball-handling',
  dribbling: 'ball-handling',
  travel: 'travel',
  doubledribble: 'double-dribble',
  carrying: 'carrying',
  outofbounds: 'out-of-bounds',
  backcourt: 'backcourt',
  overandback: 'backcourt',
  '3sec': 'three-seconds',
  '5sec': 'five-seconds',
  '8sec': 'eight-seconds',
  '10sec': 'ten-seconds',
  '24sec': 'shot-clock',
  shotclock: 'shot-clock',
  offensivegoaltending: 'goaltending',
  goalorinterference: 'goaltending',
  laneviolation: 'lane',
  heldball: 'held-ball',
  kickedball: 'kicked-ball',
  offensive: 'offensive-foul',
};

type FoulWord = { readonly kind: FoulKind; readonly bench: 'coach' | 'bench' | 'team' | null };

const byPlayer = (kind: FoulKind): FoulWord => ({ kind, bench: null });

export const foulWords: Readonly<Record<string, FoulWord>> = {
  personal: byPlayer('personal'),
  offensive: byPlayer('offensive'),
  unsportsmanlike: byPlayer('unsportsmanlike'),
  flagrant: byPlayer('unsportsmanlike'),
  technical: byPlayer('technical'),
  doubletechnical: byPlayer('technical'),
  categoryonetechnical: byPlayer('technical'),
  categorytwotechnical: byPlayer('technical'),
  category1technical: byPlayer('technical'),
  category2technical: byPlayer('technical'),
  disqualifying: byPlayer('disqualifying'),
  fighting: byPlayer('disqualifying'),
  throwin: byPlayer('throw-in'),
  take: byPlayer('personal'),
  transitiontake: byPlayer('personal'),
  looseball: byPlayer('loose-ball'),
  clearpath: byPlayer('clear-path'),
  coachtechnical: { kind: 'technical', bench: 'coach' },
  benchtechnical: { kind: 'technical', bench: 'bench' },
  coachdisqualifying: { kind: 'disqualifying', bench: 'coach' },
  benchdisqualifying: { kind: 'disqualifying', bench: 'bench' },
  coachunsportsmanlike: { kind: 'unsportsmanlike', bench: 'coach' },
  admintechnical: { kind: 'technical-minor', bench: 'team' },
};

/** Words beside a foul that make it another kind; the first that is found counts. */
export const foulQualifierKinds: readonly (readonly [string, FoulKind])[] = [
  ['flagrant1', 'unsportsmanlike'],
  ['flagrant2', 'disqualifying'],
  ['flagrantone', 'unsportsmanlike'],
  ['flagranttwo', 'disqualifying'],
  ['clearpath', 'clear-path'],
  ['looseball', 'loose-ball'],
  ['offtheball', 'away-from-play'],
  ['shooting', 'shooting'],
];

export const minorTechnicalWords: ReadonlySet<string> = new Set(['classb', 'coachclassb', 'benchclassb', 'administrative']);

type JumpBallWord = { readonly reason: JumpBallReason | null; readonly decidedBy: JumpBallDecision };

export const jumpBallWords: Readonly<Record<string, JumpBallWord>> = {
  startperiod: { reason: 'period-start', decidedBy: 'toss' },
  heldball: { reason: 'held-ball', decidedBy: 'arrow' },
  blocktieup: { reason: 'held-ball', decidedBy: 'arrow' },
  lodgedball: { reason: 'lodged-ball', decidedBy: 'arrow' },
  outofbounds: { reason: 'out-of-bounds', decidedBy: 'arrow' },
  outofboundsrebound: { reason: 'out-of-bounds', decidedBy: 'arrow' },
  doubleviolation: { reason: 'double-violation', decidedBy: 'arrow' },
  unclearpass: { reason: null, decidedBy: 'arrow' },
  unclearposs: { reason: null, decidedBy: 'arrow' },
};

export const timeoutWords: Readonly<Record<string, TimeoutKind>> = {
  full: 'full',
  short: 'short',
  commercial: 'media',
  media: 'media',
  tv: 'media',
  officials: 'officials',
  official: 'officials',
};

/** Rows that change no state and no number, or are carried by another row's play. */
export const silentTypes: readonly string[] = ['assist', 'block', 'steal', 'foulon', 'comment', 'clock', 'shotclock', 'possession', 'possessionarrow', 'possessionchange', 'fixture', 'commissioner', 'memo', 'other'];
