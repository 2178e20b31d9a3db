/** play-voided: the play takes part in nothing until it is restored (COR-2). Source: protocol.md R-2. */
import type { EventId } from '../game/ids.ts';
import type { EventBase } from './base.ts';

export type PlayVoided = EventBase<'play-voided'> & { readonly playId: EventId };
