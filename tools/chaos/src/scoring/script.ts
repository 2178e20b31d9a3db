/**
 * What the people at the table of one game do, step by step: made up from a seed, so that the same seed does the same. Plays go as the
 * engine's simulator has them; some are keyed wrong and mended soon or long after, by whoever of the two hands began it; two hands
 * quarrel unseen, one is away for a while, comes late to a final, and what is held then is admitted or thrown away.
 * Invariant: what was keyed wrong is right again at the end, so the whole log folds to what the right log folds to (I-8), but for the
 * plays that were thrown away.
 */
import type { DeviceId, EventId, GameId, LoggedEvent } from '@bball/engine';
import { inventTeam, type Random, randomFrom, simulateGame, uuidAt, withMistakes } from '@bball/engine/testing';
import type { Draft } from '@bball/sync';
import { amendedAndBack, type Mend, quarrel, takenAndBack } from './mends.ts';

export type Hand = 'first' | 'second';

export type Step =
  | { readonly do: 'key'; readonly hand: Hand; readonly draft: Draft }
  | { readonly do: 'leave' | 'return'; readonly hand: Hand }
  /** Everybody who is there has everything, and nothing is under way. */
  | { readonly do: 'meet' }
  | { readonly do: 'finalize' | 'reopen'; readonly hand: Hand; readonly id: EventId }
  | { readonly do: 'admit' | 'discard' };

export type Script = {
  readonly gameId: GameId;
  readonly teamIds: readonly [home: string, away: string];
  readonly devices: Readonly<Partial<Record<Hand, DeviceId>>>;
  readonly steps: readonly Step[];
  /** The log of a scorer who never errs. */
  readonly right: readonly LoggedEvent[];
  /** Nothing is thrown away. */
  readonly endsRight: boolean;
};

type Ending = 'plain' | 'reopened' | 'late-and-admitted' | 'late-and-discarded';

const startMs = Date.UTC(2026, 0, 1);
const latePlays = 6;
const opening = 6;

const draftOf = (event: object): Draft => {
  const { gameId, deviceId, deviceSeq, afterSeq, seq, ...draft } = event as LoggedEvent;
  return draft as unknown as Draft;
};

const isMend = (event: LoggedEvent): boolean => ['play-amended', 'play-voided', 'play-restored'].includes(event.type);

/** Mends by the place of the play after which they are keyed. What mends the same play comes in its order, by one hand. */
const mendsOf = (log: readonly LoggedEvent[], plays: readonly LoggedEvent[], random: Random): readonly Mend[] => {
  const places = new Map<string, number>(plays.map(({ id }, index) => [id, index]));
  const plans = new Map<string, { readonly at: number; readonly hand: Hand }>();
  return log.filter(isMend).map((event) => {
    const { playId } = event as LoggedEvent & { readonly playId: EventId };
    const place = places.get(playId) ?? 0;
    const delay = random.isChance(0.3) ? random.between(50, 400) : random.between(1, 15);
    const known = plans.get(playId) ?? { at: place + delay, hand: random.isChance(0.3) ? 'second' : 'first' };
    plans.set(playId, known);
    return { ...known, draft: draftOf(event) };
  });
};

const endingOf = (random: Random, hasSecond: boolean): Ending =>
  hasSecond
    ? random.pick(['plain', 'reopened', 'late-and-admitted', 'late-and-discarded'])
    : random.pick(['plain', 'plain', 'reopened']);

type End = {
  readonly random: Random;
  readonly other: Hand;
  readonly late: readonly Step[];
  readonly settled: readonly Step[];
};

const endOf = (ending: Ending, { random, other, late, settled }: End): readonly Step[] => {
  const change = (what: 'finalize' | 'reopen', hand: Hand): Step => ({
    do: what,
    hand,
    id: uuidAt(startMs + 9_000_000, random),
  });
  const meet: Step = { do: 'meet' };
  const away: readonly Step[] = late.length === 0 ? [] : [{ do: 'leave', hand: 'second' }, ...late];
  const final = [meet, ...settled, ...away, meet, change('finalize', 'first')];
  const back: readonly Step[] = [{ do: 'return', hand: 'second' }, meet];
  switch (ending) {
    case 'plain':
      return final;
    case 'reopened':
      return [...final, meet, change('reopen', other), meet, change('finalize', 'first')];
    case 'late-and-admitted':
      return [...final, ...back, change('reopen', other), meet, { do: 'admit' }, meet, change('finalize', 'first')];
    case 'late-and-discarded':
      return [...final, ...back, { do: 'discard' }];
  }
};

export const writeScript = (seed: string, hasSecond: boolean): Script => {
  const random = randomFrom(`chaos ${seed}`);
  const [home, away] = [inventTeam(`${seed} home`), inventTeam(`${seed} away`)];
  const gameId = uuidAt<GameId>(startMs, random);
  const right = simulateGame({ seed, ruleSet: 'fiba-2024', home, away, gameId });
  const log = withMistakes(right, seed);
  const plays = log.filter((event) => !isMend(event) && event.type !== 'game-finalized');
  const ending = endingOf(random, hasSecond);
  const isLate = ending.startsWith('late');
  const mended = mendsOf(log, plays, random);
  const struck = new Set(mended.map(({ draft }) => (draft as { readonly playId?: string }).playId));
  const untouched = plays
    .map((play, at) => ({ play, at }))
    .slice(opening, isLate ? -latePlays : undefined)
    .filter(({ play }) => !struck.has(play.id));
  const quarrels = hasSecond ? quarrel(untouched, random) : { mends: [], settled: [] };
  const mends = [
    ...mended,
    ...takenAndBack(untouched, random),
    ...amendedAndBack(untouched, random),
    ...quarrels.mends,
  ];

  const handed = (hand: Hand): Hand => (hasSecond ? hand : 'first');
  const key = (draft: Draft, hand: Hand): Step => ({ do: 'key', hand: handed(hand), draft });
  const [leaves, returns] = [Math.floor(plays.length * 0.4), Math.floor(plays.length * 0.5)];
  const before = isLate ? plays.length - latePlays : plays.length;
  const steps: Step[] = [];
  for (const [index, play] of plays.slice(0, before).entries()) {
    if (hasSecond && index === leaves) steps.push({ do: 'leave', hand: 'second' });
    if (hasSecond && index === returns) steps.push({ do: 'return', hand: 'second' });
    steps.push(key(draftOf(play), index >= opening && random.isChance(0.15) ? 'second' : 'first'));
    for (const mend of mends) if (mend.at === index) steps.push(key(mend.draft, mend.hand));
  }
  for (const mend of mends) if (mend.at >= before) steps.push(key(mend.draft, mend.hand));
  const late = plays.slice(before).map((play) => key(draftOf(play), 'second'));
  const settled = quarrels.settled.map((draft) => key(draft, 'first'));
  const devices = {
    first: uuidAt<DeviceId>(startMs + 1, random),
    ...(hasSecond ? { second: uuidAt<DeviceId>(startMs + 2, random) } : {}),
  };
  return {
    gameId,
    teamIds: [home.teamId, away.teamId],
    devices,
    right,
    endsRight: ending !== 'late-and-discarded',
    steps: [...steps, ...endOf(ending, { random, other: handed('second'), late, settled })],
  };
};
