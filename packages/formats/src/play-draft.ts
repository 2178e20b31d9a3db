/** A play before it has ids and a rank: what a reader makes of a row. */
import type { EventBase, IsoInstant, Play } from '@bball/engine';

type BodyOf<P> = P extends Play ? Omit<P, Exclude<keyof EventBase<string>, 'type'> | 'place' | 'clockMs'> : never;

/** `type` and the fields of that type, without envelope, place and clock. `foulId` is filled in by the log writer. */
export type DraftBody = BodyOf<Play>;

export type PlayDraft = {
  /** Names the row within the game; a second event of the same row has a suffix. */
  readonly key: string;
  /** Orders the ids. */
  readonly row: number;
  readonly period: number;
  readonly clockMs: number | null;
  readonly recordedAt: IsoInstant | null;
  readonly body: DraftBody;
  /** Of a throw: the key of its foul. */
  readonly foulKey?: string | null;
};
