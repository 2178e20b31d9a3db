/** Results as the reads of a game show them. Ids and numbers; names only where the box score joins the card (P7). */
import type { LineupsAnswer, Numbers, PlayByPlay, ShotChart, SnapshotAnswer } from '@bball/contracts';
import {
  type ComparisonKey,
  type EventId,
  type GameResult,
  lineups,
  type PlayerId,
  playByPlay,
  type Snapshot,
  type StatKey,
  shotChart,
  type TeamId,
  zoneTotals,
} from '@bball/engine';

const at = ({ gameId, revision, engineVersion }: Snapshot) => ({ gameId: gameId as string, revision, engineVersion });

/** The engine's values are readonly, the contract's say so less often; they are the same. */
const wired = <Message>(value: unknown): Message => value as Message;

export const liveOf = ({ stints, ...live }: GameResult): SnapshotAnswer => wired(live);

export const playByPlayOf = (result: GameResult): PlayByPlay => wired({ ...at(result), plays: playByPlay(result) });

export const shotChartOf = (result: GameResult): ShotChart => {
  const shots = shotChart(result);
  const zones = Object.keys(result.teams).map((teamId) => ({
    teamId,
    totals: zoneTotals(shots.filter((shot) => shot.teamId === teamId)),
  }));
  return wired({ ...at(result), shots, zones });
};

export const lineupsOf = (result: GameResult): LineupsAnswer => wired({ ...at(result), lineups: lineups(result) });

type Asked = { readonly subject: string; readonly column: StatKey | ComparisonKey };

/** Undefined: the game has no such player or team, or the column is not one of theirs. */
export const numberOf = (result: GameResult, { subject, column }: Asked): number | null | undefined => {
  const team = result.teams[subject as TeamId];
  if (team !== undefined)
    return column in team.totals ? team.totals[column as StatKey] : team.comparison[column as ComparisonKey];
  const line = result.players[subject as PlayerId];
  return line?.[column as StatKey];
};

export const numbersOf = (
  result: GameResult,
  asked: Asked & { readonly value: number | null; readonly playIds: readonly EventId[] },
): Numbers =>
  wired({
    ...at(result),
    subject: asked.subject,
    column: asked.column,
    value: asked.value,
    plays: asked.playIds.flatMap((id) => result.plays[id] ?? []),
  });
