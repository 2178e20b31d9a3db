/** What a source said of its plays, last: each as it first stood in the log, with the source's own corrections of it. */
import { type EventId, isPlay, type LoggedEvent, type Play, type PlayType } from '@bball/engine';

export type Fields = Readonly<Record<string, unknown>>;

/** What the source said of a play, last. */
export type Said = {
  readonly id: EventId;
  readonly type: PlayType;
  readonly period: number;
  readonly rank: string;
  readonly fields: Fields;
  readonly isVoided: boolean;
};

export type ReadPlay = Play & LoggedEvent;

const envelopeFields: ReadonlySet<string> = new Set(
  'type id gameId schemaVersion recordedBy deviceId deviceSeq afterSeq recordedAt place seq acceptedAt acceptedFrom'.split(
    ' ',
  ),
);

export const fieldsOf = (play: Play): Fields =>
  Object.fromEntries(Object.entries(play).filter(([field]) => !envelopeFields.has(field)));

/** The source's own plays, with its own corrections of them. */
export const saidBy = (events: readonly LoggedEvent[]): ReadonlyMap<EventId, Said> => {
  const said = new Map<EventId, Said>();
  for (const event of [...events].sort((a, b) => a.deviceSeq - b.deviceSeq)) {
    if (isPlay(event)) {
      const { id, type, place } = event;
      if (!said.has(id)) said.set(id, { id, type, ...place, fields: fieldsOf(event), isVoided: false });
    } else if (event.type === 'play-amended' || event.type === 'play-voided' || event.type === 'play-restored') {
      const play = said.get(event.playId);
      if (play !== undefined) said.set(play.id, corrected(play, event));
    }
  }
  return said;
};

const corrected = (play: Said, event: Extract<LoggedEvent, { readonly playId: EventId }>): Said => {
  if (event.type !== 'play-amended') return { ...play, isVoided: event.type === 'play-voided' };
  const { period = play.period, rank = play.rank, ...fields } = event.changes;
  return { ...play, period, rank, fields: { ...play.fields, ...fields } };
};
