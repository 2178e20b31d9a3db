/** `bball verify`: what is doubtful in a log (flags), and what does not add up. The second makes it fail. */
import {
  type Discrepancy,
  type Flag,
  flagCodes,
  type GameResult,
  type LoggedEvent,
  type PlayerId,
  reconcile,
} from '@bball/engine';
import { Failure } from '../failure.ts';
import { readLog } from '../log-file.ts';
import { type Align, table } from '../table.ts';
import type { World } from '../world.ts';
import { foldEvents } from './fold.ts';

export const verify = async (world: World, path: string): Promise<void> => {
  const events = await readLog(world, path);
  const result = foldEvents(events);
  const wrong = [...gaps(events), ...reconcile(result).map((discrepancy) => equation(discrepancy, result))];
  world.print(summary(events, result));
  const flags = Object.values(result.flags);
  if (flags.length > 0) world.print(`\nFlags\n${flagTable(flags, result)}`);
  if (wrong.length > 0) world.print(`\nDoes not add up\n${wrong.map((line) => `  ${line}`).join('\n')}`);
  if (wrong.length > 0)
    throw new Failure(`${wrong.length} ${wrong.length === 1 ? 'thing does' : 'things do'} not add up`);
  world.print(flags.length === 0 ? '\nEverything adds up, nothing is doubtful' : '\nEverything adds up');
};

const summary = (events: readonly LoggedEvent[], { game, gameId, revision }: GameResult): string => {
  const ids = new Set(events.map(({ id }) => id));
  const repeats = events.length - ids.size;
  return `Game ${gameId}: ${game.score.home}–${game.score.away}, ${game.status}; ${ids.size} events${repeats > 0 ? ` (${repeats} repeated lines)` : ''}, revision ${revision}`;
};

const checks = {
  'score-is-baskets': 'the score is not the sum of the baskets',
  'periods-add-up': 'the periods do not make the score',
  'lines-add-up': "the players and the team's own rows do not make the total",
  'minutes-add-up': 'the minutes are not those of a whole side on court',
  'five-on-court': 'the wrong number of players is on court',
} as const satisfies { readonly [Check in Discrepancy['check']]: string };

const equation = ({ check, teamId, column, expected, actual }: Discrepancy, { teams }: GameResult): string => {
  const shown = (value: number) => (column === 'playedMs' ? `${(value / 60_000).toFixed(2)} min` : String(value));
  const what = column === null ? '' : ` ${column}`;
  return `${teams[teamId]?.side ?? teamId}${what}: ${checks[check]}: ${shown(actual)}, expected ${shown(expected)}`;
};

/** Numbers 1..n without a hole, each once. */
const gaps = (events: readonly LoggedEvent[]): readonly string[] => {
  const idOf = new Map<number, string>();
  const doubled: string[] = [];
  for (const { seq, id } of events) {
    if (seq === null) continue;
    if ((idOf.get(seq) ?? id) !== id) doubled.push(`seq ${seq} belongs to two events`);
    idOf.set(seq, id);
  }
  const last = Math.max(0, ...idOf.keys());
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((seq) => !idOf.has(seq));
  const holes =
    missing.length === 0 ? [] : [`${missing.length} of seq 1 to ${last} are missing, the first is ${missing[0]}`];
  return [...doubled, ...holes];
};

const flagAligns: readonly Align[] = ['left', 'left', 'left', 'left', 'left', 'left'];

const severities = { W: 'doubtful', Q: 'question', N: 'note' } as const;

const flagTable = (flags: readonly Flag[], result: GameResult): string => {
  const rows = [...flags].sort(byPlace(result)).map((flag) => {
    const play = result.plays[flag.playIds[0] ?? ('' as never)];
    const where = play === undefined ? '' : `period ${play.place.period} ${clock(play.clockMs)}`;
    const side = flag.teamId === null ? '' : (result.teams[flag.teamId]?.side ?? '');
    const detail = Object.entries(flag.detail).map(([key, value]) => `${key} ${value}`);
    return [
      severities[flagCodes[flag.code]],
      flag.code,
      where,
      side,
      numberOf(flag.playerId, result),
      detail.join(', '),
    ];
  });
  return table(rows, flagAligns).replaceAll(/^/gm, '  ');
};

const byPlace =
  ({ plays }: GameResult) =>
  (a: Flag, b: Flag): number => {
    const place = ({ playIds }: Flag) => plays[playIds[0] ?? ('' as never)]?.place ?? { period: 0, rank: '' };
    const [first, second] = [place(a), place(b)];
    return first.period - second.period || (first.rank < second.rank ? -1 : Number(first.rank > second.rank));
  };

const numberOf = (playerId: PlayerId | null, { players }: GameResult): string =>
  playerId === null ? '' : `#${players[playerId]?.number || playerId}`;

const clock = (ms: number | null): string => {
  if (ms === null) return '';
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
