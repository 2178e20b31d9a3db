/**
 * The words of the NBA's live feed and ours. Keys are folded (no case, spaces or marks): the spelling differs by season
 * (`out-of-bounds`, `outofbounds`, `LaneViolation`).
 * Source: events.md §7.
 */
import type { FoulKind, JumpBallReason, ShotStyle, TimeoutKind, TurnoverKind, ViolationKind } from '@bball/engine';

export const stylesBySubType: Readonly<Record<string, ShotStyle>> = {
  layup: 'layup',
  dunk: 'dunk',
  hook: 'hook',
  hookshot: 'hook',
  jumpshot: 'jump-shot',
  tipin: 'tip-in',
  tip: 'tip-in',
  alleyoop: 'alley-oop',
  fingerroll: 'layup',
};

/** Words inside a descriptor that say more than the sub-type; the first that is found counts. */
export const stylesByDescriptor: readonly (readonly [string, ShotStyle])[] = [
  ['alleyoop', 'alley-oop'],
  ['tip', 'tip-in'],
  ['stepback', 'step-back'],
  ['fadeaway', 'fadeaway'],
  ['turnaround', 'turnaround'],
  ['pullup', 'pull-up'],
  ['floating', 'floater'],
];

export const turnoverKindsByWord: Readonly<Record<string, TurnoverKind>> = {
  badpass: 'bad-pass',
  inbound: 'bad-pass',
  lostball: 'ball-handling',
  poorhandling: 'ball-handling',
  outofbounds: 'out-of-bounds',
  outofboundsbadpass: 'bad-pass',
  outofboundslostball: 'ball-handling',
  outofboundsstep: 'out-of-bounds',
  step: 'out-of-bounds',
  stepoutofbounds: 'out-of-bounds',
  steppedoutofbounds: 'out-of-bounds',
  traveling: 'travel',
  travel: 'travel',
  doubledribble: 'double-dribble',
  discontinuedribble: 'double-dribble',
  palming: 'carrying',
  carrying: 'carrying',
  backcourt: 'backcourt',
  '3secondviolation': 'three-seconds',
  '3second': 'three-seconds',
  '5secondviolation': 'five-seconds',
  '5second': 'five-seconds',
  '5secondinbound': 'five-seconds',
  '8secondviolation': 'eight-seconds',
  '8second': 'eight-seconds',
  '10secondviolation': 'ten-seconds',
  '10second': 'ten-seconds',
  shotclock: 'shot-clock',
  shotclockviolation: 'shot-clock',
  '24secondviolation': 'shot-clock',
  offensivegoaltending: 'goaltending',
  goaltending: 'goaltending',
  laneviolation: 'lane',
  lane: 'lane',
  jumpballviolation: 'lane',
  heldball: 'held-ball',
  kickedball: 'kicked-ball',
  kickedballviolation: 'kicked-ball',
  offensivefoul: 'offensive-foul',
};

type FoulWord = { readonly kind: FoulKind; readonly isDouble: boolean };

const single = (kind: FoulKind): FoulWord => ({ kind, isDouble: false });
const double = (kind: FoulKind): FoulWord => ({ kind, isDouble: true });

/** By descriptor, of a personal foul; a word that is not here is a plain one (a block, a reach …). */
export const personalFouls: Readonly<Record<string, FoulWord>> = {
  shooting: single('shooting'),
  shootingblock: single('shooting'),
  looseball: single('loose-ball'),
  take: single('take'),
  personaltake: single('take'),
  transitiontake: single('take'),
  awayfromplay: single('away-from-play'),
  clearpath: single('clear-path'),
  inbound: single('throw-in'),
  flagrant: single('unsportsmanlike'),
  flagrant1: single('unsportsmanlike'),
  flagranttype1: single('unsportsmanlike'),
  flagrant2: single('disqualifying'),
  flagranttype2: single('disqualifying'),
  punching: single('disqualifying'),
  fighting: single('disqualifying'),
  double: double('personal'),
  doublepersonal: double('personal'),
};

export const technicalFouls: Readonly<Record<string, FoulWord>> = {
  '': single('technical'),
  taunting: single('technical'),
  double: double('technical'),
  doubletechnical: double('technical'),
  defensive3second: single('technical-minor'),
  delay: single('technical-minor'),
  delayofgame: single('technical-minor'),
  excesstimeout: single('technical-minor'),
  hanging: single('technical-minor'),
  rimhanging: single('technical-minor'),
  hangingtechnical: single('technical-minor'),
  toomanyplayers: single('technical-minor'),
  nonunsportsmanlike: single('technical-minor'),
  flopping: single('technical-minor'),
};

/** Sub-types some seasons use where others have a descriptor. */
export const foulsBySubType: Readonly<Record<string, FoulWord>> = {
  ...personalFouls,
  double: double('personal'),
  charge: single('offensive'),
  offensivecharge: single('offensive'),
  offtheball: single('offensive'),
  defensive3second: single('technical-minor'),
  delayofgame: single('technical-minor'),
  excesstimeout: single('technical-minor'),
  toomanyplayers: single('technical-minor'),
  doubletechnical: double('technical'),
  hanging: single('technical-minor'),
  taunting: single('technical'),
};

/** A word that is not here moves nothing and is left out. */
export const violationKindsByWord: Readonly<Record<string, ViolationKind>> = {
  delayofgame: 'delay',
  delay: 'delay',
  defensivegoaltending: 'goaltending',
  goaltending: 'goaltending',
  kickedball: 'kicked-ball',
  lane: 'lane',
  laneviolation: 'lane',
  doublelane: 'double-lane',
  jumpball: 'jump-ball',
  jumpballviolation: 'jump-ball',
};

export const jumpBallReasonsByWord: Readonly<Record<string, JumpBallReason>> = {
  startperiod: 'period-start',
  heldball: 'held-ball',
  lodgedball: 'lodged-ball',
  outofbounds: 'out-of-bounds',
  doubleviolation: 'double-violation',
};

export const timeoutKindsByWord: Readonly<Record<string, TimeoutKind>> = {
  full: 'full',
  regular: 'full',
  challenge: 'full',
  coachchallenge: 'full',
  short: 'short',
  '20second': 'short',
  official: 'officials',
  officials: 'officials',
  tv: 'media',
  media: 'media',
  commercial: 'media',
};

/** Rows that change no state and no number, or are carried by another row's play. */
export const silentTypes: readonly string[] = ['game', 'block', 'steal', 'stoppage', 'memo', 'comment'];
