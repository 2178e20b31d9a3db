/**
 * What an event does to a game, as data: events make effects, and only the fold applies them. So a credit remembers its event,
 * and there is no event that changes state by itself.
 */
import type { FoulKind } from '../rules/rule-set.ts';
import type { Helper, Offender } from './doer.ts';
import type { FlagCode } from './flag-codes.ts';
import type { EventId, PlayerId } from './ids.ts';
import type { LineColumn } from './line.ts';
import type { SideIndex } from './side.ts';
import type { TimeoutTaken, Trip } from './state.ts';
import type { TallyColumn } from './tally.ts';

export type Note = 'fast-break' | 'off-turnover' | 'paint' | 'second-chance';

export type Effect =
  /** A count for somebody: a player, the team's own row, or the unassigned row (`null`, `'someone'`); `'nobody'` gets none. */
  | {
      readonly does: 'credit';
      readonly side: SideIndex;
      readonly who: Offender | Helper;
      readonly column: LineColumn;
      readonly count: number;
    }
  | { readonly does: 'tally'; readonly side: SideIndex; readonly column: TallyColumn; readonly count: number }
  /** Points on the board; plus/minus goes to the ten of the trip, else to those on court. */
  | {
      readonly does: 'score';
      readonly side: SideIndex;
      readonly points: number;
      readonly trip: Trip | null;
      readonly makesRun: boolean;
    }
  | { readonly does: 'possession-points'; readonly points: number }
  /** The side has the ball from here; the other's possession, if any, is over. */
  | { readonly does: 'gain-ball'; readonly side: SideIndex; readonly afterTurnover: boolean }
  /** The side's possession is over and the other's begins; `reopens` says for what it could be taken up again. */
  | {
      readonly does: 'end-possession';
      readonly side: SideIndex;
      readonly by: 'basket' | 'throw' | 'turnover' | 'other';
      readonly foulId: EventId | null;
    }
  /** The possession that just ended goes on: an and-one, or a throw that was not the last. */
  | { readonly does: 'reopen-possession' }
  | { readonly does: 'new-chance'; readonly isSecondChance: boolean }
  | { readonly does: 'miss'; readonly side: SideIndex; readonly isLive: boolean }
  | { readonly does: 'settle-miss' }
  | { readonly does: 'trip'; readonly trip: Trip }
  | { readonly does: 'settle-trip'; readonly side: SideIndex }
  | { readonly does: 'close-trips' }
  | { readonly does: 'team-foul'; readonly side: SideIndex; readonly count: number }
  | { readonly does: 'foul-kind'; readonly side: SideIndex; readonly who: Offender; readonly kind: FoulKind }
  | { readonly does: 'eject'; readonly side: SideIndex; readonly who: Offender }
  | {
      readonly does: 'change-lineup';
      readonly side: SideIndex;
      readonly playersIn: readonly PlayerId[];
      readonly playersOut: readonly PlayerId[];
    }
  | { readonly does: 'set-lineup'; readonly side: SideIndex; readonly players: readonly PlayerId[] }
  | { readonly does: 'track'; readonly side: SideIndex; readonly bits: number }
  | { readonly does: 'start-period' }
  | { readonly does: 'end-period'; readonly atMs: number }
  | { readonly does: 'arrow'; readonly side: SideIndex }
  | { readonly does: 'timeout'; readonly timeout: TimeoutTaken }
  | { readonly does: 'return-timeout'; readonly side: SideIndex }
  | { readonly does: 'note'; readonly note: Note }
  | { readonly does: 'rebound-side'; readonly side: 'offensive' | 'defensive' }
  | { readonly does: 'throw-number'; readonly number: number }
  | {
      readonly does: 'flag';
      readonly code: FlagCode;
      readonly side: SideIndex | null;
      readonly player: PlayerId | null;
      /** Another play that it is about, beside the one folded: that one is named first. */
      readonly about: EventId | null;
      readonly detail: Readonly<Record<string, number | string | null>>;
    };

const noDetail: Readonly<Record<string, number | string | null>> = {};

export const credit = (side: SideIndex, who: Offender | Helper, column: LineColumn, count = 1): Effect => ({
  does: 'credit',
  side,
  who,
  column,
  count,
});

export const flag = (
  code: FlagCode,
  about: {
    side?: SideIndex | null;
    player?: PlayerId | null;
    about?: EventId | null;
    detail?: Readonly<Record<string, number | string | null>>;
  } = {},
): Extract<Effect, { does: 'flag' }> => ({
  does: 'flag',
  code,
  side: about.side ?? null,
  player: about.player ?? null,
  about: about.about ?? null,
  detail: about.detail ?? noDetail,
});
