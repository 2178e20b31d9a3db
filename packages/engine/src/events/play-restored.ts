/** play-restored: undoes a void; amendments kept meanwhile show again (COR-2). Source: protocol.md R-2. */
import type { EventId } from '../game/ids.ts';
import type { EventBase } from './base.ts';

export type PlayRestored = EventBase<'play-restored'> & { readonly playId: EventId };
