/** Which shots are looked at: of a team, of a player, in a period. null is all of them. */
import type { PlayerId, Shot, TeamId } from '@bball/engine';

export type ShotFilter = {
  readonly teamId: TeamId | null;
  readonly playerId: PlayerId | null;
  readonly period: number | null;
};

export const everyShot: ShotFilter = { teamId: null, playerId: null, period: null };

export const filtered = (shots: readonly Shot[], { teamId, playerId, period }: ShotFilter): readonly Shot[] =>
  shots.filter(
    (shot) =>
      (teamId === null || shot.teamId === teamId) &&
      (playerId === null || shot.by === playerId) &&
      (period === null || shot.period === period),
  );

/** Whoever shot for the team (or at all), most shots first. */
export const shooters = (shots: readonly Shot[], teamId: TeamId | null): readonly PlayerId[] => {
  const taken = new Map<string, number>();
  for (const { by } of filtered(shots, { ...everyShot, teamId })) {
    if (by !== null && by !== 'team') taken.set(by, (taken.get(by) ?? 0) + 1);
  }
  return [...taken].sort((a, b) => b[1] - a[1]).map(([id]) => id as PlayerId);
};

export const periodsIn = (shots: readonly Shot[]): readonly number[] =>
  [...new Set(shots.map(({ period }) => period))].sort((a, b) => a - b);
