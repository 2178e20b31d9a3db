/** Who is on court, as feeds say it: starters on the sheet, or to be read off the first rows; in and out rows apart. */
import type { PlayerId } from '@bball/engine';
import type { PlayDraft } from './play-draft.ts';
import type { SheetTeam } from './sheet.ts';

/**
 * Adjacent in and out rows of one team at one clock are one substitution (events.md §7). Who goes in and out again between
 * two rows stays two substitutions.
 */
export const mergeSubstitutions = (plays: readonly PlayDraft[]): readonly PlayDraft[] => {
  const merged: PlayDraft[] = [];
  for (const play of plays) {
    const last = merged.at(-1);
    const joined = last === undefined ? null : join(last, play);
    if (joined === null) merged.push(play);
    else merged[merged.length - 1] = joined;
  }
  return merged;
};

const join = (first: PlayDraft, second: PlayDraft): PlayDraft | null => {
  const [a, b] = [first.body, second.body];
  if (a.type !== 'substitution-made' || b.type !== 'substitution-made') return null;
  if (a.teamId !== b.teamId || first.period !== second.period || first.clockMs !== second.clockMs) return null;
  const seen = new Set([...a.playersIn, ...a.playersOut]);
  if ([...b.playersIn, ...b.playersOut].some((player) => seen.has(player))) return null;
  const playersIn = [...a.playersIn, ...b.playersIn];
  return { ...first, body: { ...a, playersIn, playersOut: [...a.playersOut, ...b.playersOut] } };
};

export type Appearance = { readonly playerId: PlayerId; readonly as: 'in' | 'out' | 'acting' };

/** Whoever acts or goes out before ever coming in; null unless that is exactly a whole side. */
const guessed = (appearances: readonly Appearance[], playersOnCourt: number): ReadonlySet<PlayerId> | null => {
  const firstSeen = new Map<PlayerId, Appearance['as']>();
  for (const { playerId, as } of appearances) if (!firstSeen.has(playerId)) firstSeen.set(playerId, as);
  const starters = [...firstSeen].filter(([, as]) => as !== 'in').map(([playerId]) => playerId);
  return starters.length === playersOnCourt ? new Set(starters) : null;
};

/**
 * A sheet that says a whole side of starters is believed; otherwise they are read off the plays, if those tell a whole side: a
 * guess in part is worse than a dash.
 */
export const withStarters = (
  team: SheetTeam,
  appearances: readonly Appearance[],
  playersOnCourt: number,
): SheetTeam => {
  if (team.players.filter(({ isStarter }) => isStarter === true).length === playersOnCourt) return team;
  const theirs = new Set(team.players.map(({ playerId }) => playerId));
  const starters = guessed(
    appearances.filter(({ playerId }) => theirs.has(playerId)),
    playersOnCourt,
  );
  if (starters === null) return team;
  return { ...team, players: team.players.map((player) => ({ ...player, isStarter: starters.has(player.playerId) })) };
};
