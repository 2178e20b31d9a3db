/** The box score as a coach prints it: score by period, both teams with totals and percentages, what else tells the game. */
import {
  type Counts,
  flagCodes,
  type GameResult,
  ratios,
  ruleSet,
  shownMinutes,
  statKeys,
  type TeamId,
  type TeamLine,
} from '@bball/engine';
import type { GameRead, TeamRead } from '@bball/formats';
import { type BoxPlayer, type BoxScore, type BoxTeam, type BoxValues, boxScoreOf, type Named } from './box-score.ts';
import { type Align, table } from './table.ts';

const dash = '–';
const shown = (value: number | null): string => (value === null ? dash : String(value));
const signed = (value: number | null): string => (value === null ? dash : value > 0 ? `+${value}` : String(value));
const madeOf = (made: number | null, of: number | null): string =>
  made === null || of === null ? dash : `${made}-${of}`;
const percent = (fraction: number | null): string => (fraction === null ? dash : `${(100 * fraction).toFixed(1)}%`);

const headings = '# PLAYER MIN PTS FG 3P FT OR DR REB AST STL BLK TO PF FD +/-'.split(' ');
const aligns: readonly Align[] = ['right', 'left', ...headings.slice(2).map(() => 'right' as const)];

const figures = (line: Omit<BoxValues, 'plusMinus'>): readonly string[] => [
  shown(line.pts),
  madeOf(line.fgm, line.fga),
  madeOf(line.fg3m, line.fg3a),
  madeOf(line.ftm, line.fta),
  ...[line.oreb, line.dreb, line.reb, line.ast, line.stl, line.blk, line.tov, line.pf, line.pfd].map(shown),
];

export const boxText = (named: Named): string => {
  const { result, read } = named;
  const box = boxScoreOf(named);
  const { home, away } = read.people;
  return [
    headline(box, result),
    scoreByPeriod(box, read),
    teamTable(box.teams[0], result, home),
    teamTable(box.teams[1], result, away),
    comparison(result, read),
    doubts(result),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};

const headline = ({ teams: [home, away], game }: BoxScore, { game: { status } }: GameResult): string =>
  `${home.name} ${home.pts} ${dash} ${away.pts} ${away.name}   ${status === 'final' ? 'final' : 'not over'}, ${game.id}, ${ruleSet(game.ruleSet).title}`;

const periodName = (period: number, count: number): string => {
  if (period <= count) return count === 2 ? `H${period}` : `Q${period}`;
  return period === count + 1 ? 'OT' : `OT${period - count}`;
};

const scoreByPeriod = ({ teams, periods, game }: BoxScore, read: GameRead): string => {
  const count = ruleSet(game.ruleSet).periods.count;
  const row = (side: 0 | 1) => [
    teams[side].name,
    ...periods.map(({ pts }) => String(pts[side])),
    String(teams[side].pts),
  ];
  const heads = ['', ...periods.map(({ period }) => periodName(period, periodCount(read, count))), 'T'];
  return table([heads, row(0), row(1)], ['left', ...heads.slice(1).map(() => 'right' as const)]);
};

/** As the game was set up: the patch may have said another number. */
const periodCount = ({ events }: GameRead, count: number): number => {
  const setUp = events.find((event) => event.type === 'game-set-up');
  return setUp?.rules.periods?.count ?? count;
};

const teamTable = (team: BoxTeam, result: GameResult, { teamId }: TeamRead): string => {
  const line = result.teams[teamId];
  const { minutesShown } = ruleSet(result.game.ruleSet);
  const minutes = (playedMs: number | null) => (playedMs === null ? dash : shownMinutes(playedMs, minutesShown));
  const playerRow = (player: BoxPlayer): readonly string[] => {
    const name = `${player.name}${player.starter ? ' *' : ''}`;
    return player.played
      ? [player.number, name, minutes(player.playedMs), ...figures(player), signed(player.plusMinus)]
      : [player.number, name, 'DNP'];
  };
  const rows = [
    headings,
    null,
    ...[...team.players].sort(startersFirst).map(playerRow),
    ...(line === undefined ? [] : besidePlayers(line)),
    null,
    ['', 'Totals', minutes(team.totals.playedMs), ...figures(team.totals)],
    ...(line === undefined ? [] : [percentages(line.totals)]),
  ];
  return `${team.name}\n${table(rows, aligns)}`;
};

/** The team's own rebounds and turnovers; and what nobody was named for, where there is any. */
const besidePlayers = ({ own, unassigned }: TeamLine): readonly (readonly string[])[] => {
  const ofTeam = [
    '',
    'Team',
    '',
    '',
    '',
    '',
    '',
    ...[own.oreb, own.dreb, own.reb].map(shown),
    '',
    '',
    '',
    shown(own.tov),
  ];
  const hasUnassigned = statKeys.some((key) => (unassigned[key] ?? 0) > 0);
  return hasUnassigned ? [['', 'Nobody named', '', ...figures(unassigned)], ofTeam] : [ofTeam];
};

const percentages = (totals: Counts): readonly string[] => {
  const { fgPct, fg3Pct, ftPct } = ratios(totals);
  return ['', '', '', '', ...[fgPct, fg3Pct, ftPct].map(percent)];
};

/** Starters, then who came in, then who did not; each as on the sheet. */
const startersFirst = (a: BoxPlayer, b: BoxPlayer): number =>
  Number(b.starter) - Number(a.starter) || Number(b.played) - Number(a.played);

const clock = (ms: number | null): string => (ms === null ? dash : shownMinutes(ms, 'floored'));

const comparison = (result: GameResult, { people: { home, away } }: GameRead): string => {
  const of = (teamId: TeamId) => result.teams[teamId];
  const row = (title: string, value: (teamId: TeamId) => string) => [title, value(home.teamId), value(away.teamId)];
  const points = (
    title: string,
    key: 'paintPts' | 'fastBreakPts' | 'secondChancePts' | 'offTurnoverPts' | 'benchPts' | 'biggestLead' | 'biggestRun',
  ) => row(title, (teamId) => shown(of(teamId)?.comparison[key] ?? null));
  const rows = [
    ['', home.shortName || 'home', away.shortName || 'away'],
    points('Points in the paint', 'paintPts'),
    points('Fast break points', 'fastBreakPts'),
    points('Second chance points', 'secondChancePts'),
    points('Points off turnovers', 'offTurnoverPts'),
    points('Bench points', 'benchPts'),
    points('Biggest lead', 'biggestLead'),
    points('Biggest run', 'biggestRun'),
    row('Time leading', (teamId) => clock(of(teamId)?.comparison.leadingMs ?? null)),
    row('Team fouls by period', (teamId) => of(teamId)?.foulsByPeriod.join(' ') ?? dash),
  ];
  return `${table(rows, ['left', 'right', 'right'])}\nLead changes ${result.game.leadChanges}, times tied ${result.game.timesTied}`;
};

/** How much of it is doubtful; `bball verify` says what. */
const doubts = ({ flags }: GameResult): string => {
  const count = Object.values(flags).filter(({ code }) => flagCodes[code] === 'W').length;
  return count === 0
    ? ''
    : `${count} ${count === 1 ? 'play makes' : 'plays make'} a number doubtful: see "bball verify"`;
};
