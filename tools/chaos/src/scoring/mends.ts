/** Corrections that people make beside those of real mistakes: of any play, also long after, and back again. */
import type { EventId, FieldGoalAttempted, LoggedEvent } from '@bball/engine';
import { type Random, uuidAt } from '@bball/engine/testing';
import type { Draft } from '@bball/sync';
import type { Hand } from './script.ts';

/** Keyed by a hand right after the play of this place. */
export type Mend = { readonly at: number; readonly hand: Hand; readonly draft: Draft };

/** A play and its place among those of its game. */
export type Placed<Play extends LoggedEvent = LoggedEvent> = { readonly play: Play; readonly at: number };

type Shot = LoggedEvent & FieldGoalAttempted;

const count = 8;
const longestMs = 9_000_000;

const correction = (play: LoggedEvent, random: Random, body: object): Draft => {
  const { schemaVersion, recordedBy, recordedAt } = play;
  const id = uuidAt<EventId>(Date.parse(recordedAt) + random.between(1, longestMs), random);
  return { id, schemaVersion, recordedBy, recordedAt, playId: play.id, ...body } as unknown as Draft;
};

const amendment = (shot: Shot, random: Random, changes: object): Draft =>
  correction(shot, random, { type: 'play-amended', playType: shot.type, changes });

const isShot = (placed: Placed): placed is Placed<Shot> => placed.play.type === 'field-goal-attempted';

const anyHand = (random: Random): Hand => (random.isChance(0.3) ? 'second' : 'first');

/** Some `count` of them, at chance. */
const some = <T>(of: readonly T[], random: Random): readonly T[] =>
  of.filter(() => random.isChance(count / Math.max(of.length, 1)));

/** Every third, so that each play is struck by one kind of mischief at most. */
const third = <T>(of: readonly T[], which: 0 | 1 | 2): readonly T[] => of.filter((_, index) => index % 3 === which);

/** A play taken away and brought back. */
export const takenAndBack = (plays: readonly Placed[], random: Random): readonly Mend[] =>
  some(third(plays, 0), random).flatMap(({ play, at }) => {
    const hand = anyHand(random);
    const taken = at + random.between(1, 200);
    return [
      { at: taken, hand, draft: correction(play, random, { type: 'play-voided' }) },
      { at: taken + random.between(1, 60), hand, draft: correction(play, random, { type: 'play-restored' }) },
    ];
  });

/** A shot that went in, did not, and did. */
export const amendedAndBack = (plays: readonly Placed[], random: Random): readonly Mend[] =>
  some(third(plays, 1).filter(isShot), random).flatMap(({ play, at }) => {
    const hand = anyHand(random);
    const { made, assistedBy, blockedBy } = play;
    const wrong = amendment(play, random, { made: !made, assistedBy: null, blockedBy: null });
    const amended = at + random.between(1, 200);
    return [
      { at: amended, hand, draft: wrong },
      {
        at: amended + random.between(1, 60),
        hand,
        draft: amendment(play, random, { made, assistedBy, blockedBy }),
      },
    ];
  });

export type Quarrel = { readonly mends: readonly Mend[]; readonly settled: readonly Draft[] };

/** Two hands say who shot, neither having seen the other; in the end somebody who saw both says it. */
export const quarrel = (plays: readonly Placed[], random: Random): Quarrel => {
  const shots = some(third(plays, 2).filter(isShot), random);
  const mends = shots.flatMap(({ play, at: place }) => {
    const at = place + random.between(1, 200);
    const said = (hand: Hand, by: unknown): Mend => ({
      at,
      hand,
      draft: amendment(play, random, { teamId: play.teamId, by }),
    });
    return [said('first', 'team'), said('second', null)];
  });
  const settled = shots.map(({ play }) => amendment(play, random, { teamId: play.teamId, by: play.by }));
  return { mends, settled };
};
