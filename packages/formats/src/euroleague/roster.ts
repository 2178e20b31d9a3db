/**
 * Who plays for whom: from the feed's box score file where it is given (names, numbers and starters only), else from the plays.
 * Ids and codes are padded with spaces: trimmed throughout. A team is its code, a player the trimmed `Player_ID`.
 */
import type { PlayerId, TeamId } from '@bball/engine';
import { isYes, items, type Json, member, refuseAt, text, textOrEmpty } from '../json-value.ts';
import type { Appearance } from '../line-ups.ts';
import type { SheetPlayer, Sheets, SheetTeam } from '../sheet.ts';
import { sourceUuid } from '../source-id.ts';
import type { Row } from './row.ts';
import { foulWords } from './words-table.ts';

export const teamIdOf = (code: string): TeamId => sourceUuid(['euroleague', 'team', code]) as TeamId;

const playerIdOf = (code: string, personId: string): PlayerId =>
  sourceUuid(['euroleague', 'team', code, 'player', personId]) as PlayerId;

const rosterPlayer = (json: Json, code: string): SheetPlayer => {
  const sourceId = text(member(json, 'Player_ID'));
  return {
    playerId: playerIdOf(code, sourceId),
    sourceId,
    name: textOrEmpty(member(json, 'Player')) || sourceId,
    number: textOrEmpty(member(json, 'Dorsal')),
    position: null,
    teamId: teamIdOf(code),
    isStarter: isYes(member(json, 'IsStarter')),
    isListed: true,
  };
};

const blankTeam = (game: Json, side: 'A' | 'B'): SheetTeam => {
  const sourceId = text(member(game, `CodeTeam${side}`));
  const name = textOrEmpty(member(game, `Team${side}`)) || sourceId;
  return { teamId: teamIdOf(sourceId), sourceId, name, shortName: sourceId, players: [] };
};

/** A is the home side. */
export const teamsOfPlays = (game: Json): Sheets => ({ home: blankTeam(game, 'A'), away: blankTeam(game, 'B') });

/** The rows of a sheet that are people: the team's own row is apart, but some seasons leave a blank one here. */
const peopleIn = (sheet: Json): readonly Json[] =>
  items(member(sheet, 'PlayersStats')).filter((row) => textOrEmpty(member(row, 'Player_ID')) !== '');

/** The code its players carry; '' where none does. */
const codeOf = (sheet: Json): string =>
  peopleIn(sheet)
    .map((player) => textOrEmpty(member(player, 'Team')))
    .find((code) => code !== '') ?? '';

const listed = (team: SheetTeam, sheet: Json): SheetTeam => {
  const players: SheetPlayer[] = [];
  for (const json of peopleIn(sheet)) {
    const player = rosterPlayer(json, team.sourceId);
    if (players.some(({ sourceId }) => sourceId === player.sourceId)) {
      refuseAt(json, 'duplicate-row', `player ${player.sourceId} is listed twice`);
    }
    players.push(player);
  }
  return { ...team, players };
};

/** A sheet is a team's by its code; where the two files call a team differently, by its place (home first). */
export const withRoster = ({ home, away }: Sheets, box: Json): Sheets => {
  const sheets = items(member(box, 'Stats'));
  const sheetOf = (team: SheetTeam, position: 0 | 1, other: SheetTeam): Json => {
    const byPlace = sheets[position];
    const isFree = byPlace !== undefined && codeOf(byPlace) !== other.sourceId;
    return (
      sheets.find((sheet) => codeOf(sheet) === team.sourceId) ??
      (isFree ? byPlace : refuseAt(member(box, 'Stats'), 'files-disagree', `the roster has no team ${team.sourceId}`))
    );
  };
  return { home: listed(home, sheetOf(home, 0, away)), away: listed(away, sheetOf(away, 1, home)) };
};

const staff = /^(CO|AC)_/;

/** A foul of the coach or the bench, or one with the id of a coach: nobody of the sheet. */
export const isStaffRow = ({ word, personId }: Row): boolean =>
  (foulWords[word]?.bench ?? null) !== null || staff.test(personId);

const seenInPlays = (row: Row, code: string, isListed: boolean): SheetPlayer => ({
  playerId: playerIdOf(code, row.personId),
  sourceId: row.personId,
  name: textOrEmpty(member(row.json, 'PLAYER')) || row.personId,
  number: textOrEmpty(member(row.json, 'DORSAL')),
  position: null,
  teamId: teamIdOf(code),
  isStarter: null,
  isListed,
});

/** The sheets with whoever the plays name beyond them. */
export const withMentioned = ({ home, away }: Sheets, rows: readonly Row[], isListed: boolean): Sheets => {
  const known = new Set([...home.players, ...away.players].map(({ sourceId }) => sourceId));
  const added = rows.filter((row) => {
    if (row.personId === '' || row.teamCode === '' || isStaffRow(row) || known.has(row.personId)) return false;
    known.add(row.personId);
    return true;
  });
  const whole = (team: SheetTeam): SheetTeam => {
    const theirs = added.filter(({ teamCode }) => teamCode === team.sourceId);
    return { ...team, players: [...team.players, ...theirs.map((row) => seenInPlays(row, team.sourceId, isListed))] };
  };
  return { home: whole(home), away: whole(away) };
};

/** Who is seen doing what, in the order of the game: tells starters where no roster does. */
export const appearancesOf = (sheets: Sheets, rows: readonly Row[]): readonly Appearance[] => {
  const players = new Map([...sheets.home.players, ...sheets.away.players].map((player) => [player.sourceId, player]));
  return rows.flatMap((row): readonly Appearance[] => {
    const player = players.get(row.personId);
    if (player === undefined || isStaffRow(row)) return [];
    return [{ playerId: player.playerId, as: row.word === 'IN' ? 'in' : row.word === 'OUT' ? 'out' : 'acting' }];
  });
};
