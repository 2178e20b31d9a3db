/**
 * What must stand on a server before it takes a game's events: two teams, who plays for them, the game. Each is an idempotent PUT by
 * an id made from the source, so that doing it again changes nothing.
 */
import type { GameSetUp, IsoInstant, LoggedEvent, PlayerId } from '@bball/engine';
import { type People, sourceUuid } from '@bball/formats';
import { fail } from '../failure.ts';
import { type Answer, type Client, insist } from './client.ts';
import { namePartsOf } from './person-name.ts';

export type ServerGame = { readonly setUp: GameSetUp; readonly people: People; readonly startsAt: IsoInstant | null };

export const setUpOf = (events: readonly LoggedEvent[]): GameSetUp =>
  events.find((event): event is LoggedEvent & GameSetUp => event.type === 'game-set-up') ??
  fail('the log has no game-set-up: nothing says which teams play');

/** There already is as good as made: somebody may have renamed a team or changed a number since. */
const insistOrThere = (answer: Answer, doing: string): void => {
  if (answer.status === 409) return;
  insist(answer, doing);
};

export const putGame = async (client: Client, { setUp, people, startsAt }: ServerGame): Promise<void> => {
  for (const side of ['home', 'away'] as const) await putTeam(client, setUp[side], people[side], people);
  insistOrThere(
    await client.put(`/v1/games/${setUp.gameId}`, {
      homeTeamId: setUp.home.teamId,
      awayTeamId: setUp.away.teamId,
      startsAt,
      ruleSet: setUp.ruleSet,
      rules: setUp.rules,
      tracked: { home: setUp.home.tracked, away: setUp.away.tracked },
    }),
    'making the game',
  );
};

const putTeam = async (
  client: Client,
  { teamId, roster }: GameSetUp['home'],
  team: People['home'],
  people: People,
): Promise<void> => {
  const answer = await client.put(`/v1/teams/${teamId}`, {
    name: team.name,
    shortName: team.shortName.slice(0, 4) || team.name.slice(0, 4),
    ageGroup: 'adult',
  });
  insistOrThere(answer, `making the team ${team.name}`);
  for (const { playerId, number } of roster) {
    const personId = await putPerson(client, playerId, teamId, people);
    const position = people.players[playerId]?.position ?? null;
    const spot = await client.put(`/v1/teams/${teamId}/roster/${playerId}`, { number, position, personId });
    insistOrThere(spot, `putting #${number} on the roster of ${team.name}`);
  }
};

/** null: nobody's name is known, and the spot stays a number. */
const putPerson = async (
  client: Client,
  playerId: PlayerId,
  teamId: string,
  people: People,
): Promise<string | null> => {
  const parts = namePartsOf(people.players[playerId]?.name ?? '');
  if (parts === null) return null;
  const personId = sourceUuid(['person', playerId]);
  insistOrThere(await client.put(`/v1/persons/${personId}`, { ...parts, teamId }), 'adding a player');
  return personId;
};
