/** Made-up games and seasons, and short logs written by hand. Nothing here needs a test library: see arbitraries.ts for those. */

export {
  clock,
  gameId,
  type HandWrittenLog,
  type Keyed,
  type LogSettings,
  teamA,
  teamB,
  writeLog,
} from './hand-written-log.ts';
export { withDoubles, withMistakes } from './mistakes.ts';
export { type Random, randomFrom } from './random.ts';
export { type GameToSimulate, type Level, simulateGame } from './simulation/simulate-game.ts';
export { type SimulatedFixture, simulateSeason } from './simulation/simulate-season.ts';
export { inventTeam, type SimulatedTeam } from './simulation/team.ts';
export { uuidAt } from './uuid.ts';
