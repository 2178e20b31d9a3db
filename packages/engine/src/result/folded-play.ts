/** A play as watchers see it: the body after its corrections, without the envelope (who keyed it is the staff's). */
import { envelopeFields } from '../events/base.ts';
import type { EventId } from '../game/ids.ts';
import type { PlayRecord } from '../play-list.ts';
import type { FoldedPlay, PlayBody } from '../stats/result.ts';

/** The fields of a play beside envelope, place and clock. */
export const bodyOf = (play: Readonly<Record<string, unknown>>): PlayBody => {
  const body: Record<string, unknown> = {};
  for (const field in play) if (field !== 'clockMs' && !envelopeFields.has(field)) body[field] = play[field];
  return body as PlayBody;
};

export const foldedPlay = ({ resolved, score, told }: PlayRecord): FoldedPlay => {
  const { play, isVoided, firstSaid } = resolved;
  return {
    id: play.id as EventId,
    type: play.type,
    place: play.place,
    clockMs: play.clockMs,
    body: bodyOf(play),
    score: { home: score[0], away: score[1] },
    isVoided,
    firstSaid,
    notes: told.notes,
    reboundSide: told.reboundSide,
    throwNumber: told.throwNumber,
  };
};
