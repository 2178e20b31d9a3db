/**
 * play-amended: a patch of a play's fields, merged group of fields by group (D5, COR-1). In a patch `null` sets "not said".
 * Invariants: has no place; never changes a play's type (COR-4).
 * Source: protocol.md.
 */
import type { EventId } from '../game/ids.ts';
import type { EventBase } from './base.ts';
import type { PlayType } from './index.ts';

/** Any body field of the play's type, `clockMs`, or `period` with `rank`. */
export type PlayChanges = { readonly [field: string]: unknown } & {
  readonly period?: number;
  readonly rank?: string;
  readonly clockMs?: number | null;
};

export type PlayAmended = EventBase<'play-amended'> & {
  readonly playId: EventId;
  readonly playType: PlayType;
  readonly changes: PlayChanges;
};
