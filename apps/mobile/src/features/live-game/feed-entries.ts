/**
 * The feed as it is read: periods newest first, in each the plays newest first, the rebound under its miss, the throws of one
 * trip on one row, and a run after the play that made it.
 */
import type { FoldedPlay, Pair, Run } from '@bball/engine';

export type FeedEntry =
  | { readonly kind: 'play'; readonly key: string; readonly play: FoldedPlay; readonly rebound: FoldedPlay | null }
  | {
      readonly kind: 'throws';
      readonly key: string;
      readonly throws: readonly FoldedPlay[];
      readonly rebound: FoldedPlay | null;
    }
  | { readonly kind: 'run'; readonly key: string; readonly run: Run };

export type FeedPeriod = {
  readonly period: number;
  readonly hasEnded: boolean;
  /** After its last play so far. */
  readonly score: Pair<number>;
  /** Scored in it alone. */
  readonly own: Pair<number>;
  readonly entries: readonly FeedEntry[];
};

/** What the header of the period says already. */
const isPeriodMark = ({ type }: FoldedPlay): boolean => type === 'period-started' || type === 'period-ended';

const isMiss = ({ type, body }: FoldedPlay): boolean =>
  (type === 'field-goal-attempted' || type === 'free-throw-attempted') && body.made === false;

const isPlain = (play: FoldedPlay): boolean => !play.isVoided && play.firstSaid === null;

const isSameTrip = (last: FeedEntry | undefined, play: FoldedPlay): last is FeedEntry & { kind: 'throws' } => {
  if (last?.kind !== 'throws' || last.rebound !== null || play.type !== 'free-throw-attempted' || !isPlain(play))
    return false;
  const [first] = last.throws;
  return first?.body.foulId === play.body.foulId && first?.body.by === play.body.by && first?.clockMs === play.clockMs;
};

const lastOf = (entry: FeedEntry | undefined): FoldedPlay | null => {
  if (entry === undefined || entry.kind === 'run' || entry.rebound !== null) return null;
  return entry.kind === 'play' ? entry.play : (entry.throws.at(-1) ?? null);
};

const entriesOf = (plays: readonly FoldedPlay[], runsByPlay: ReadonlyMap<string, Run>): FeedEntry[] => {
  const entries: FeedEntry[] = [];
  for (const play of plays) {
    const last = entries.at(-1);
    const before = lastOf(last);
    if (isSameTrip(last, play)) {
      entries[entries.length - 1] = { ...last, throws: [...last.throws, play] };
    } else if (
      play.type === 'rebound-taken' &&
      isPlain(play) &&
      before !== null &&
      isMiss(before) &&
      last?.kind !== 'run'
    ) {
      entries[entries.length - 1] = { ...(last as Exclude<FeedEntry, { kind: 'run' }>), rebound: play };
    } else if (play.type === 'free-throw-attempted' && isPlain(play)) {
      entries.push({ kind: 'throws', key: play.id, throws: [play], rebound: null });
    } else if (!isPeriodMark(play)) {
      entries.push({ kind: 'play', key: play.id, play, rebound: null });
    }
    const run = runsByPlay.get(play.id);
    if (run !== undefined) entries.push({ kind: 'run', key: `run-${play.id}`, run });
  }
  return entries.reverse();
};

const nothing: Pair<number> = { home: 0, away: 0 };

const byPeriod = (plays: readonly FoldedPlay[]): ReadonlyMap<number, FoldedPlay[]> => {
  const periods = new Map<number, FoldedPlay[]>();
  for (const play of plays) {
    const inPeriod = periods.get(play.place.period);
    if (inPeriod === undefined) periods.set(play.place.period, [play]);
    else inPeriod.push(play);
  }
  return periods;
};

/** `plays` in the order of the game, voided ones among them. */
export const feedOf = (plays: readonly FoldedPlay[], runs: readonly Run[]): readonly FeedPeriod[] => {
  const runsByPlay = new Map(runs.map((run) => [run.playIds.at(-1) as string, run]));
  const periods: FeedPeriod[] = [];
  for (const [period, inPeriod] of byPeriod(plays)) {
    const before = periods.at(-1)?.score ?? nothing;
    const score = inPeriod.findLast((play) => !play.isVoided)?.score ?? before;
    periods.push({
      period,
      hasEnded: inPeriod.some((play) => play.type === 'period-ended' && !play.isVoided),
      score,
      own: { home: score.home - before.home, away: score.away - before.away },
      entries: entriesOf(inPeriod, runsByPlay),
    });
  }
  return periods.reverse();
};

const isScoring = (entry: FeedEntry): boolean => {
  if (entry.kind === 'run') return true;
  const plays = entry.kind === 'throws' ? entry.throws : [entry.play];
  return plays.some((play) => play.body.made === true || play.type === 'points-adjusted');
};

/** Only what moved the score. */
export const scoringOnly = (periods: readonly FeedPeriod[]): readonly FeedPeriod[] =>
  periods.map((period) => ({ ...period, entries: period.entries.filter(isScoring) }));
