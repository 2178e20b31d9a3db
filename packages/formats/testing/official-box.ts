/**
 * The official boxes of real games, in our columns: what the golden test compares with. Only this file reads a feed's statistics.
 * Source: games/NOTES.
 */
import type { StatKey } from '@bball/engine';
import type { FormatId } from '../src/game-read.ts';

export type Cells = { readonly [Key in StatKey]?: number };

export type OfficialTeam = {
  readonly score: number;
  readonly periods: readonly number[];
  /** By the feed's id of the player. */
  readonly players: Readonly<Record<string, Cells>>;
  readonly totals: Cells;
  /** Further numbers of the team, NBA only. */
  readonly comparison: Readonly<Record<string, number>>;
};

export type OfficialBox = {
  readonly home: OfficialTeam;
  readonly away: OfficialTeam /** Seconds are given whole. */;
  readonly clockMs: 1 | 1000;
};

// biome-ignore lint/suspicious/noExplicitAny: foreign files that only tests read, shaped as NOTES says
type Raw = any;

const isoMs = (text: string): number => {
  const [, minutes, seconds] = /^PT(\d+)M([\d.]+)S$/.exec(text) ?? [];
  return Math.round(Number(minutes) * 60_000 + Number(seconds) * 1000);
};

const minutesMs = (text: unknown): number => {
  const [, minutes, seconds] = /^(\d+):(\d+)$/.exec(String(text ?? '')) ?? [];
  return minutes === undefined ? 0 : (Number(minutes) * 60 + Number(seconds)) * 1000;
};

const nbaCells = (s: Raw): Cells => ({
  pts: s.points,
  fgm: s.fieldGoalsMade,
  fga: s.fieldGoalsAttempted,
  fg3m: s.threePointersMade,
  fg3a: s.threePointersAttempted,
  ftm: s.freeThrowsMade,
  fta: s.freeThrowsAttempted,
  oreb: s.reboundsOffensive,
  dreb: s.reboundsDefensive,
  reb: s.reboundsTotal,
  ast: s.assists,
  stl: s.steals,
  blk: s.blocks,
  blka: s.blocksReceived,
  tov: s.turnovers,
  pf: s.foulsPersonal,
  pfd: s.foulsDrawn,
});

const nbaTeam = (team: Raw): OfficialTeam => {
  const s = team.statistics;
  const own = {
    oreb: s.reboundsOffensive + s.reboundsTeamOffensive,
    dreb: s.reboundsDefensive + s.reboundsTeamDefensive,
  };
  return {
    score: Number(team.score),
    periods: team.periods.map(({ score }: Raw) => score),
    players: Object.fromEntries(
      team.players.map((player: Raw) => [
        String(player.personId),
        {
          ...nbaCells(player.statistics),
          plusMinus: player.statistics.plusMinusPoints,
          playedMs: isoMs(player.statistics.minutes),
        },
      ]),
    ),
    totals: { ...nbaCells(s), ...own, tov: s.turnoversTotal },
    comparison: {
      paintPts: s.pointsInThePaint,
      fastBreakPts: s.pointsFastBreak,
      secondChancePts: s.pointsSecondChance,
      offTurnoverPts: s.pointsFromTurnovers,
      benchPts: s.benchPoints,
      biggestLead: s.biggestLead,
      leadingMs: isoMs(s.timeLeading),
      leadChanges: s.leadChanges,
      timesTied: s.timesTied,
      teamFouls: s.foulsTeam,
    },
  };
};

const euroleagueCells = (s: Raw): Cells => ({
  pts: s.Points,
  fgm: s.FieldGoalsMade2 + s.FieldGoalsMade3,
  fga: s.FieldGoalsAttempted2 + s.FieldGoalsAttempted3,
  fg3m: s.FieldGoalsMade3,
  fg3a: s.FieldGoalsAttempted3,
  ftm: s.FreeThrowsMade,
  fta: s.FreeThrowsAttempted,
  oreb: s.OffensiveRebounds,
  dreb: s.DefensiveRebounds,
  reb: s.TotalRebounds,
  ast: s.Assistances,
  stl: s.Steals,
  blk: s.BlocksFavour,
  blka: s.BlocksAgainst,
  tov: s.Turnovers,
  pf: s.FoulsCommited,
  pfd: s.FoulsReceived,
});

const euroleagueTeam = (box: Raw, index: number): OfficialTeam => {
  const { PlayersStats, totr } = box.Stats[index];
  const { Team: _, ...quarters } = box.ByQuarter[index];
  return {
    score: totr.Points,
    periods: Object.values(quarters).filter((value): value is number => typeof value === 'number'),
    players: Object.fromEntries(
      PlayersStats.map((player: Raw) => [
        player.Player_ID.trim(),
        { ...euroleagueCells(player), plusMinus: player.Plusminus ?? 0, playedMs: minutesMs(player.Minutes) },
      ]),
    ),
    totals: euroleagueCells(totr),
    comparison: {},
  };
};

const fibaCells = (s: Raw, prefix: 's' | 'tot_s'): Cells => ({
  pts: s[`${prefix}Points`],
  fgm: s[`${prefix}FieldGoalsMade`],
  fga: s[`${prefix}FieldGoalsAttempted`],
  fg3m: s[`${prefix}ThreePointersMade`],
  fg3a: s[`${prefix}ThreePointersAttempted`],
  ftm: s[`${prefix}FreeThrowsMade`],
  fta: s[`${prefix}FreeThrowsAttempted`],
  oreb: s[`${prefix}ReboundsOffensive`],
  dreb: s[`${prefix}ReboundsDefensive`],
  reb: s[`${prefix}ReboundsTotal`],
  ast: s[`${prefix}Assists`],
  stl: s[`${prefix}Steals`],
  blk: s[`${prefix}Blocks`],
  blka: s[`${prefix}BlocksReceived`],
  tov: s[`${prefix}Turnovers`],
  pf: s[`${prefix}FoulsPersonal`],
  pfd: s[`${prefix}FoulsOn`],
});

/** `ot_score` sums all overtimes: a file with several says no single ones, and none are compared. */
const fibaTeam = (game: Raw, number: '1' | '2'): OfficialTeam => {
  const team = game.tm[number];
  const periods = Array.from({ length: Number(game.periodsMax ?? 4) }, (_, index) =>
    Number(team[`p${index + 1}_score`]),
  );
  const overtimes = new Set(game.pbp.filter((row: Raw) => row.periodType === 'OVERTIME').map((row: Raw) => row.period))
    .size;
  return {
    score: Number(team.score),
    periods: overtimes === 1 ? [...periods, Number(team.ot_score)] : periods,
    players: Object.fromEntries(
      Object.entries(team.pl).map(([playerNumber, player]: [string, Raw]) => [
        `${number}-${playerNumber}`,
        { ...fibaCells(player, 's'), plusMinus: player.sPlusMinusPoints, playedMs: minutesMs(player.sMinutes) },
      ]),
    ),
    totals: fibaCells(team, 'tot_s'),
    comparison: {},
  };
};

/** `box`: the text of the box score file; of FIBA LiveStats the one file. */
export const officialBox = (format: FormatId, box: string): OfficialBox => {
  const raw: Raw = JSON.parse(box);
  if (format === 'nba-live') return { home: nbaTeam(raw.game.homeTeam), away: nbaTeam(raw.game.awayTeam), clockMs: 1 };
  if (format === 'euroleague') return { home: euroleagueTeam(raw, 0), away: euroleagueTeam(raw, 1), clockMs: 1000 };
  return { home: fibaTeam(raw, '1'), away: fibaTeam(raw, '2'), clockMs: 1000 };
};
