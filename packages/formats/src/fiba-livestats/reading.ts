/** What is known while rows become plays: teams, people, spots, and which rows belong together. */
import type { Doer, Helper, PlayerId, Spot, TeamId } from '@bball/engine';
import { member, refuseAt } from '../json-value.ts';
import type { DraftBody } from '../play-draft.ts';
import type { SheetPlayer, Sheets } from '../sheet.ts';
import type { Links } from './links.ts';
import { personKey } from './roster.ts';
import type { Row } from './row.ts';

export type Reading = {
  readonly sheets: Sheets;
  readonly players: ReadonlyMap<string, SheetPlayer>;
  readonly links: Links;
  readonly spots: ReadonlyMap<number, Spot> | null;
};

/** The plays that one row makes: none where it changes nothing or is carried by another. */
export type Make = (reading: Reading, row: Row) => readonly DraftBody[];

export const teamOrNull = ({ sheets }: Reading, row: Row): TeamId | null => {
  if (row.teamNumber === '') return null;
  for (const team of [sheets.home, sheets.away]) if (team.sourceId === row.teamNumber) return team.teamId;
  return refuseAt(member(row.json, 'tno'), 'unknown-team', `team ${row.teamNumber}, expected 1 or 2`);
};

export const teamOf = (reading: Reading, row: Row): TeamId =>
  teamOrNull(reading, row) ?? refuseAt(member(row.json, 'tno'), 'unknown-team', `${row.type} of no team`);

export const playerOf = ({ players }: Reading, { teamNumber, playerNumber }: Row): PlayerId | null =>
  players.get(personKey(teamNumber, playerNumber))?.playerId ?? null;

export const doerOf = (reading: Reading, row: Row): Doer => playerOf(reading, row) ?? 'team';

export const helperOf = (reading: Reading, row: Row): Helper => {
  const detail = reading.links.helperOf.get(row.index);
  return detail === undefined ? 'nobody' : (playerOf(reading, detail) ?? 'someone');
};

export const has = ({ qualifiers }: Row, word: string): boolean => qualifiers.includes(word);
