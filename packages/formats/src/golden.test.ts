/**
 * Real games against their official boxes, cell by cell: GAMES_DIR, by default the games beside the repository. On a machine without
 * them the run says so and passes.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Comparison, foldLog, type GameResult, type StatKey, statKeys, type TeamId } from '@bball/engine';
import { type Difference, knownCells, knownKinds } from '../testing/known-differences.ts';
import { type Cells, type OfficialBox, officialBox } from '../testing/official-box.ts';
import { type FormatId, formatIds, type GameRead } from './game-read.ts';
import { describeProblem } from './problem.ts';
import { readGame } from './read-game.ts';

const gamesDir = process.env.GAMES_DIR ?? fileURLToPath(new URL('../../../../shared/games', import.meta.url));

type Files = { readonly format: FormatId; readonly game: string; readonly read: (name: string) => string | null };

const gamesOf = (format: FormatId): readonly Files[] => {
  const folder = join(gamesDir, format);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((game) => {
    const read = (name: string) => {
      const path = join(folder, game, name);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    };
    return { format, game, read };
  });
};

const games = formatIds
  .flatMap(gamesOf)
  .filter(({ read }) => read('playbyplay.json') !== null || read('data.json') !== null);

const readFiles = ({ format, game, read }: Files): GameRead => {
  const playByPlay = read('playbyplay.json') ?? read('data.json') ?? '';
  const whole = readGame(format, {
    playByPlay,
    roster: read('boxscore.json'),
    shots: read('points.json'),
    gameName: game,
  });
  assert.ok(whole.ok, whole.ok ? '' : describeProblem(whole.problem));
  return whole.value;
};

const isPlayedKey = (key: string): key is StatKey => statKeys.includes(key as StatKey);

/** Where the book gives whole seconds, half a second to either side is the same time. */
const isSame = (column: string, ours: number, official: number, clockMs: number): boolean =>
  column === 'playedMs' && clockMs > 1 ? Math.abs(ours - official) <= clockMs / 2 : ours === official;

type Found = Pick<Difference, 'of' | 'column' | 'ours' | 'official'>;

const cellDifferences = (of: string, ours: Cells | undefined, official: Cells, clockMs: number): readonly Found[] =>
  Object.entries(official)
    .filter(([key, value]) => value !== undefined && isPlayedKey(key))
    .map(([column, official]) => ({ of, column, ours: ours?.[column as StatKey] ?? 0, official }))
    .filter((cell) => !isSame(cell.column, cell.ours, cell.official, clockMs));

const playerDifferences = (result: GameResult, { people }: GameRead, box: OfficialBox): readonly Found[] => {
  const lines = new Map(
    Object.entries(people.players).map(([id, { sourceId }]) => [
      sourceId,
      result.players[id as keyof typeof result.players],
    ]),
  );
  return [box.home, box.away].flatMap(({ players }) =>
    Object.entries(players).flatMap(([id, cells]) =>
      cellDifferences(id, lines.get(id) as Cells | undefined, cells, box.clockMs),
    ),
  );
};

const comparisonOf = (result: GameResult, teamId: TeamId): Readonly<Record<string, number | null>> => {
  const team = result.teams[teamId];
  return {
    ...(team?.comparison as Comparison),
    leadChanges: result.game.leadChanges,
    timesTied: result.game.timesTied,
    teamFouls: team?.foulsByPeriod.reduce((sum, fouls) => sum + fouls, 0) ?? null,
  };
};

const teamDifferences = (result: GameResult, { people }: GameRead, box: OfficialBox): readonly Found[] =>
  (['home', 'away'] as const).flatMap((side) => {
    const { teamId } = people[side];
    const official = box[side];
    const compared = comparisonOf(result, teamId);
    const periods = result.game.periods.map((period) => period[side]).slice(0, official.periods.length);
    return [
      { of: side, column: 'score', ours: result.game.score[side], official: official.score },
      { of: side, column: 'periods', ours: periods.join(' '), official: official.periods.join(' ') },
      ...Object.entries(official.comparison).map(([column, value]) => ({
        of: side,
        column,
        ours: compared[column],
        official: value,
      })),
    ]
      .filter(({ ours, official: theirs }) => ours !== theirs && theirs !== undefined)
      .concat(
        cellDifferences(side, result.teams[teamId]?.totals as Cells | undefined, official.totals, box.clockMs) as never,
      );
  });

const unexplained = (differences: readonly Difference[]): readonly Difference[] => {
  const counts = new Map<object, number>();
  return differences.filter((difference) => {
    const { format, game, of, column } = difference;
    const isKnownCell = knownCells.some(
      (cell) => cell.format === format && cell.game === game && cell.of === of && cell.column === column,
    );
    const kind = knownKinds.find(({ isOf }) => isOf(difference));
    if (isKnownCell || kind === undefined) return !isKnownCell;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return (counts.get(kind) ?? 0) > kind.mostInAGame;
  });
};

const described = ({ of, column, ours, official }: Difference): string =>
  `${of} ${column}: ours ${ours}, official ${official}`;

for (const files of games) {
  test(`${files.format} ${files.game} folds to its official box`, () => {
    const game = readFiles(files);
    const result = foldLog(game.gameId, game.events);
    const official = files.read('boxscore.json') ?? files.read('data.json');
    assert.ok(official !== null, 'the folder has no box score to compare with');
    const box = officialBox(files.format, official);
    const differences = [...playerDifferences(result, game, box), ...teamDifferences(result, game, box)].map(
      (difference) => ({ ...difference, format: files.format, game: files.game }),
    );
    assert.deepEqual(unexplained(differences).map(described), []);
    assert.deepEqual(game.orphans, [], 'every detail row has its play');
  });
}

if (games.length === 0) {
  test('there are no real games on this machine (GAMES_DIR): nothing was compared', (context) => {
    context.diagnostic(`looked in ${gamesDir}`);
  });
}
