/** A whole season: everybody plays everybody at home and away, a round a week, tip-offs spread over the weekend. */
import type { LoggedEvent } from '../../src/events/index.ts';
import type { GameId } from '../../src/game/ids.ts';
import type { RuleSetId } from '../../src/rules/rule-set.ts';
import { randomFrom } from '../random.ts';
import { uuidAt } from '../uuid.ts';
import { type Level, simulateGame } from './simulate-game.ts';
import { inventTeam, type SimulatedTeam } from './team.ts';

export type SimulatedFixture = {
  readonly gameId: GameId;
  readonly round: number;
  readonly startsAtMs: number;
  readonly home: SimulatedTeam;
  readonly away: SimulatedTeam;
  readonly log: readonly LoggedEvent[];
};

const weekMs = 7 * 86_400_000;
const hourMs = 3_600_000;
const firstTipOffMs = Date.UTC(2025, 9, 4, 14, 0, 0);

/** The circle method: team 0 stays, the others move on by one each round. With an odd count one team rests. */
const pairsOfRound = (count: number, round: number): (readonly [number, number])[] => {
  const even = count + (count % 2);
  const seat = (index: number): number => (index === 0 ? 0 : 1 + ((index - 1 + round) % (even - 1)));
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < even / 2; i++) {
    const pair = [seat(i), seat(even - 1 - i)] as const;
    if (pair[0] < count && pair[1] < count) pairs.push(round % 2 === 0 ? pair : [pair[1], pair[0]]);
  }
  return pairs;
};

/** Game by game, in the order of tip-offs; logs are made as they are asked for. */
export function* simulateSeason(season: {
  readonly seed: string | number;
  readonly ruleSet: RuleSetId;
  readonly teams?: readonly SimulatedTeam[];
  readonly teamCount?: number;
  readonly rounds?: number;
  readonly level?: Level;
  readonly firstTipOffMs?: number;
}): Generator<SimulatedFixture> {
  const random = randomFrom(`season ${season.seed}`);
  const size = season.ruleSet === 'fiba-3x3-2024' ? 4 : 12;
  const teams =
    season.teams ??
    Array.from({ length: season.teamCount ?? 8 }, (_, index) => inventTeam(`${season.seed} ${index}`, size));
  const half = teams.length + (teams.length % 2) - 1;
  for (let round = 0; round < (season.rounds ?? half * 2); round++) {
    const pairs = pairsOfRound(teams.length, round % half);
    for (const [index, [first, second]] of pairs.entries()) {
      const isReturn = Math.floor(round / half) % 2 === 1;
      const home = teams[isReturn ? second : first] as SimulatedTeam;
      const away = teams[isReturn ? first : second] as SimulatedTeam;
      const startsAtMs = (season.firstTipOffMs ?? firstTipOffMs) + round * weekMs + index * 3 * hourMs;
      const gameId = uuidAt<GameId>(startsAtMs, random);
      const log = simulateGame({
        seed: `${season.seed} ${round} ${index}`,
        ruleSet: season.ruleSet,
        home,
        away,
        gameId,
        startsAtMs,
        level: season.level ?? 'full',
      });
      yield { gameId, round: round + 1, startsAtMs, home, away, log };
    }
  }
}
