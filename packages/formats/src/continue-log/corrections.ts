/** A new reading against what was said before: new plays, amendments, voids and restores, before they have their numbers. */
import { canonicalJson, type EventId, type LoggedEvent, type PlayChanges, type PlayType } from '@bball/engine';
import { sourceUuid } from '../source-id.ts';
import { fieldsOf, type ReadPlay, type Said } from './said.ts';

/** A new play, or what has changed of a known one. */
export const toldAgain = (play: ReadPlay, said: ReadonlyMap<EventId, Said>): readonly LoggedEvent[] => {
  const before = said.get(play.id);
  if (before === undefined) return [play];
  const changes = changesOf(before, play);
  const isBack = before.isVoided;
  return [
    ...(isBack ? [correction(play, { type: 'play-restored', playId: play.id })] : []),
    ...(Object.keys(changes).length === 0
      ? []
      : [correction(play, { type: 'play-amended', playId: play.id, playType: play.type, changes })]),
  ];
};

const changesOf = (before: Said, play: ReadPlay): PlayChanges => {
  const fields = fieldsOf(play);
  const changed = Object.keys(fields).filter(
    (field) => canonicalJson(fields[field]) !== canonicalJson(before.fields[field] ?? null),
  );
  const isOtherDoer = changed.includes('teamId') || changed.includes('by');
  const group = isOtherDoer ? ['teamId', 'by'].filter((field) => Object.hasOwn(fields, field)) : [];
  const hasMoved = before.period !== play.place.period || before.rank !== play.place.rank;
  return {
    ...Object.fromEntries([...new Set([...changed, ...group])].map((field) => [field, fields[field]])),
    ...(hasMoved ? play.place : {}),
  };
};

/** Plays whose rows are gone. */
export const gone = (plays: readonly ReadPlay[], said: ReadonlyMap<EventId, Said>): readonly LoggedEvent[] => {
  const still = new Set(plays.map(({ id }) => id));
  const some = plays[0];
  if (some === undefined) return [];
  return [...said.values()]
    .filter(({ id, isVoided }) => !still.has(id) && !isVoided)
    .map(({ id }) => correction(some, { type: 'play-voided', playId: id }));
};

type CorrectionBody =
  | { readonly type: 'play-voided' | 'play-restored'; readonly playId: EventId }
  | {
      readonly type: 'play-amended';
      readonly playId: EventId;
      readonly playType: PlayType;
      readonly changes: PlayChanges;
    }
  | { readonly type: 'game-reopened' };

export const correction = (like: LoggedEvent, body: CorrectionBody): LoggedEvent => {
  const { gameId, schemaVersion, recordedBy, deviceId, recordedAt } = like;
  const id = sourceUuid([gameId, canonicalJson(body)]) as EventId;
  return { gameId, schemaVersion, recordedBy, deviceId, recordedAt, deviceSeq: 0, afterSeq: 0, seq: null, id, ...body };
};
