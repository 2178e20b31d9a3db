/** What is known while rows become plays: teams, people, and which rows belong together. */
import type { Doer, Helper, Offender, PlayerId, TeamId } from '@bball/engine';
import { member, refuseAt } from '../json-value.ts';
import type { DraftBody } from '../play-draft.ts';
import type { SheetPlayer, Sheets } from '../sheet.ts';
import type { Action } from './action.ts';
import type { Links } from './links.ts';

export type Reading = {
  readonly sheets: Sheets;
  readonly players: ReadonlyMap<string, SheetPlayer>;
  readonly links: Links;
};

/** The plays that one row makes: mostly one, none where the row changes nothing or is carried by another. */
export type Make = (reading: Reading, action: Action) => readonly DraftBody[];

/** The row's team; a row that leaves it out is its person's. */
export const teamOf = ({ sheets, players }: Reading, action: Action): TeamId => {
  for (const team of [sheets.home, sheets.away]) if (team.sourceId === action.teamId) return team.teamId;
  const person = action.teamId === null ? players.get(action.personId ?? '') : undefined;
  if (person !== undefined) return person.teamId;
  const said = action.teamId === null ? 'no team' : `team ${action.teamId}`;
  return refuseAt(member(action.json, 'teamId'), 'unknown-team', `${said}, expected one of the two that play`);
};

export const teamOrNull = (reading: Reading, action: Action): TeamId | null =>
  action.teamId === null ? null : teamOf(reading, action);

export const playerOf = ({ players }: Reading, personId: string | null): PlayerId | null =>
  personId === null ? null : (players.get(personId)?.playerId ?? null);

export const doerOf = (reading: Reading, action: Action): Doer =>
  action.personId === null ? 'team' : playerOf(reading, action.personId);

/** Who is named and on no sheet sits on the bench as a coach. */
export const offenderOf = (reading: Reading, action: Action): Offender =>
  action.personId === null ? 'team' : (playerOf(reading, action.personId) ?? 'coach');

export const helperOf = (reading: Reading, personId: string | null): Helper =>
  personId === null ? 'nobody' : (playerOf(reading, personId) ?? 'someone');
