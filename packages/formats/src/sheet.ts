/**
 * The two sheets of a game while it is read: who is on them, and whoever else turns up in the plays.
 * A player of the plays who is not on the given roster is added unlisted, so that nobody's numbers are lost.
 */
import type { Facet, PlayerId, SpotId, TeamId, TeamSetUp } from '@bball/engine';
import type { People, PersonRead, TeamRead } from './game-read.ts';
import type { PlayDraft } from './play-draft.ts';

export type SheetPlayer = PersonRead & { readonly playerId: PlayerId; readonly isListed: boolean };

export type SheetTeam = TeamRead & { readonly players: readonly SheetPlayer[] };

export type Sheets = { readonly home: SheetTeam; readonly away: SheetTeam };

/** What a log takes for a number; feeds also have marks for people without one. */
const shirtNumber = /^\d{0,3}$/;

export const teamSetUp = (team: SheetTeam, tracked: readonly Facet[]): TeamSetUp => ({
  teamId: team.teamId,
  roster: team.players.map(({ playerId, number, position, isListed }) => ({
    playerId,
    spotId: playerId as string as SpotId,
    number: shirtNumber.test(number) ? number : '',
    ...(position === null ? {} : { position }),
    sameAs: null,
    listed: isListed,
  })),
  tracked,
});

const toPerson = ({ sourceId, name, number, position, teamId, isStarter }: SheetPlayer): PersonRead => ({
  sourceId,
  name,
  number,
  position,
  teamId,
  isStarter,
});

const toTeam = ({ teamId, sourceId, name, shortName }: SheetTeam): TeamRead => ({ teamId, sourceId, name, shortName });

export const peopleOf = ({ home, away }: Sheets): People => ({
  home: toTeam(home),
  away: toTeam(away),
  players: Object.fromEntries([...home.players, ...away.players].map((player) => [player.playerId, toPerson(player)])),
});

export const sheetOf = ({ home, away }: Sheets, teamId: TeamId): SheetTeam => (home.teamId === teamId ? home : away);

/** "BKN" of "Brooklyn Nets" where the feed has no code: at most four letters. */
export const shortNameOf = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 4)
    .toUpperCase();

/** The two starting line-ups, as far as the sheets say them: first of all plays, at full clock (LIN-2). */
export const startersOfSheets = ({ home, away }: Sheets, clockMs: number): readonly PlayDraft[] =>
  [home, away].flatMap((team) => {
    const players = team.players.filter(({ isStarter }) => isStarter === true).map(({ playerId }) => playerId);
    if (players.length === 0) return [];
    const body = { type: 'lineup-set', teamId: team.teamId, players } as const;
    return [{ key: `starters ${team.sourceId}`, row: 0, period: 1, clockMs, recordedAt: null, body }];
  });
