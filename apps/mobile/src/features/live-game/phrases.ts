/**
 * A play in words: its sentence, the links that hang under it, and what it said before it was corrected.
 * Invariant: total over the types of plays in every language; the words stand in lib/i18n.
 */
import type { Doer, FoldedPlay, Helper, Offender, PlayerId } from '@bball/engine';
import { isPlayer } from '@bball/engine';
import type { LinkRole, PlayParts, Words } from '../../lib/i18n/words.ts';
import type { Names } from '../../lib/live-game/names.ts';
import { type Sides, sideOf } from '../../lib/live-game/sides.ts';

export type Speech = {
  readonly words: Words;
  readonly names: Names;
  readonly sides: Sides;
  /** Periods of regulation: what comes after is overtime. */
  readonly periods: number;
};

export type Sign = 'made' | 'missed' | 'swap' | 'foul' | 'turnover' | 'timeout' | 'whistle' | 'none';

export type Phrase = {
  readonly sign: Sign;
  readonly text: string;
  readonly links: readonly string[];
  /** For screen readers: team, outcome and links in one sentence. */
  readonly spoken: string;
};

const doerWords = (by: Doer | Offender | undefined, { words, names }: Speech): string => {
  if (by === undefined) return '';
  if (by === null) return words.feed.unknown;
  if (by === 'team') return words.feed.teamWord;
  if (by === 'coach') return words.feed.coach;
  return by === 'bench' ? words.feed.bench : names(by).called;
};

const helperWords = (helper: Helper | undefined, { words, names }: Speech): string | null => {
  if (helper === undefined || helper === null || helper === 'nobody') return null;
  return helper === 'someone' ? words.feed.someone : names(helper).called;
};

const teamWords = (teamId: string | null | undefined, { sides }: Speech): string => {
  const side = sideOf(sides, teamId);
  return side === null ? '' : sides[side].shortName;
};

const listed = (players: readonly PlayerId[] | undefined, { names }: Speech): string =>
  (players ?? []).map((id) => names(id).called).join(', ');

const detailOf = ({ type, body, notes }: FoldedPlay, words: Words): string => {
  const kind = body.kind ?? '';
  switch (type) {
    case 'field-goal-attempted': {
      const qualifiers = (body.qualifiers ?? []).filter((word) => word !== 'paint');
      const derived =
        body.made === true ? notes.filter((note) => note !== 'paint' && !qualifiers.some((word) => word === note)) : [];
      const said = [
        lookUp(words.shotStyles, body.style),
        ...qualifiers.map((word) => lookUp(words.shotQualifiers, word)),
        ...derived.map((note) => lookUp(words.feed.notes, note)),
      ];
      return said.filter((word) => word !== '').join(', ');
    }
    case 'turnover-committed':
      return lookUp(words.turnoverKinds, kind);
    case 'foul-committed':
      return lookUp(words.foulKinds, kind);
    case 'violation-called':
      return lookUp(words.violationKinds, kind);
    case 'timeout-called':
      return lookUp(words.timeoutKinds, kind);
    case 'jump-ball-called':
      return lookUp(words.jumpBallReasons, body.reason);
    default:
      return '';
  }
};

/** A word of a newer app is left out rather than shown raw. */
const lookUp = (table: Readonly<Record<string, string>>, key: string | null | undefined): string =>
  table[key ?? ''] ?? '';

const partsOf = (play: FoldedPlay, speech: Speech): PlayParts => {
  const { body, place } = play;
  const jumpers = [body.jumpers?.home, body.jumpers?.away].filter((id): id is PlayerId => Boolean(id));
  return {
    who: doerWords(play.type === 'person-ejected' ? body.who : body.by, speech),
    team: teamWords(body.teamId, speech),
    points: body.points ?? 0,
    made: body.made ?? false,
    detail: detailOf(play, speech.words),
    side: play.reboundSide ?? body.side ?? null,
    throwNumber: play.throwNumber,
    period: speech.words.game.periodLong(place.period, speech.periods),
    players: listed(body.players, speech),
    playersIn: listed(body.playersIn, speech),
    playersOut: listed(body.playersOut, speech),
    result: body.result ?? null,
    score: `${body.home ?? play.score.home}–${body.away ?? play.score.away}`,
    jumpers: jumpers.map((id) => speech.names(id).called).join(' – '),
  };
};

const signs: Partial<Record<FoldedPlay['type'], Sign>> = {
  'substitution-made': 'swap',
  'lineup-set': 'swap',
  'foul-committed': 'foul',
  'person-ejected': 'foul',
  'turnover-committed': 'turnover',
  'timeout-called': 'timeout',
  'violation-called': 'whistle',
  'jump-ball-called': 'whistle',
  'review-called': 'whistle',
};

const signOf = ({ type, body }: FoldedPlay): Sign => {
  if (type === 'field-goal-attempted' || type === 'free-throw-attempted') return body.made ? 'made' : 'missed';
  return signs[type] ?? 'none';
};

const linksOf = ({ body }: FoldedPlay, speech: Speech): string[] => {
  const roles: readonly (readonly [LinkRole, Helper | undefined])[] = [
    ['assist', body.made === false ? null : body.assistedBy],
    ['block', body.made === true ? null : body.blockedBy],
    ['steal', body.stolenBy],
    ['foul-drawn', body.drawnBy],
  ];
  return roles.flatMap(([role, helper]) => {
    const who = helperWords(helper, speech);
    return who === null ? [] : [speech.words.feed.links[role](who)];
  });
};

/** "rebound #5 Ode", as it hangs under the miss it belongs to. */
export const reboundLink = (play: FoldedPlay, speech: Speech): string => {
  const role = play.reboundSide === 'offensive' ? 'offensive-rebound' : 'rebound';
  const who = isPlayer(play.body.by ?? null) ? doerWords(play.body.by, speech) : teamWords(play.body.teamId, speech);
  return speech.words.feed.links[role](who);
};

export const phraseOf = (play: FoldedPlay, speech: Speech): Phrase => {
  const sign = signOf(play);
  const text = speech.words.plays[play.type](partsOf(play, speech));
  const links = linksOf(play, speech);
  const outcome = sign === 'made' || sign === 'missed' ? speech.words.feed.signs[sign] : '';
  const spoken = [teamWords(play.body.teamId, speech), outcome, text, ...links]
    .filter((part) => part !== '')
    .join(', ');
  return { sign, text, links, spoken };
};

/** What the play said at first; null: it was never amended, or only in its place or clock. */
export const firstPhraseOf = (play: FoldedPlay, speech: Speech): string | null => {
  if (play.firstSaid === null) return null;
  const said = { ...play, body: { ...play.body, ...play.firstSaid }, reboundSide: null };
  const text = (one: FoldedPlay): string => {
    const { sign, text: sentence, links } = phraseOf({ ...one, reboundSide: null }, speech);
    const outcome = sign === 'made' || sign === 'missed' ? ` ${speech.words.feed[sign]}` : '';
    return [`${sentence}${outcome}`, ...links].join(', ');
  };
  const before = text(said);
  return before === text(play) ? null : before;
};
