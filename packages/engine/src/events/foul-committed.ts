/**
 * foul-committed: kinds are neutral; what a kind counts for and brings is a row of the rule set (D10).
 * Source: events.md FOU-1…FOU-7, §5.
 */
import type { Helper, Offender } from '../game/doer.ts';
import type { TeamId } from '../game/ids.ts';
import type { FoulKind } from '../rules/rule-set.ts';
import type { PlayBase } from './base.ts';

export const foulQualifiers = ['double', 'fast-break'] as const;
export type FoulQualifier = (typeof foulQualifiers)[number];

export type FreeThrowAward = 0 | 1 | 2 | 3 | 'one-and-one';

export type FoulCommitted = PlayBase<'foul-committed'> & {
  readonly teamId: TeamId;
  readonly by: Offender;
  readonly kind: FoulKind;
  readonly drawnBy: Helper;
  /** null: as the rules give (FOU-4). */
  readonly freeThrows: FreeThrowAward | null;
  /** The foul is a turnover of the fouler too (FOU-3). */
  readonly losesBall: boolean;
  readonly qualifiers: readonly FoulQualifier[];
};
