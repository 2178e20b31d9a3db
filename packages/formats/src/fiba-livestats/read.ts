/**
 * fiba-livestats: `data.json` of a game in FIBA LiveStats, roster and shots inside.
 * Quirks: games/NOTES, "FIBA LiveStats".
 */
import { type Facet, facets, type RulePatch, ruleSet } from '@bball/engine';
import type { GameRead, Sources } from '../game-read.ts';
import { has, type Json, member, numberOrNull, parseJson, periodNumber, refuseAt } from '../json-value.ts';
import { mergeSubstitutions, withStarters } from '../line-ups.ts';
import { attempt, type Read } from '../problem.ts';
import { peopleOf, type Sheets, startersOfSheets, teamSetUp } from '../sheet.ts';
import { gameIdOf, writeLog } from '../write-log.ts';
import { linksOf } from './links.ts';
import { playsOf } from './plays.ts';
import { appearancesOf, sheetsOf, withMentioned } from './roster.ts';
import { type Row, readRows } from './row.ts';
import { readSpots } from './spots.ts';

const rules = ruleSet('fiba-2024');

export const readFibaLivestats = (sources: Sources): Read<GameRead> => attempt(() => read(sources));

const read = (sources: Sources): GameRead => {
  const game = parseJson(sources.playByPlay, 'play-by-play');
  const patch = rulePatchOf(game);
  const periods = patch.periods ?? rules.periods;
  const rows = readRows(game, periods.count);
  if (rows.length === 0) refuseAt(member(game, 'pbp'), 'empty', 'no plays');
  const gameKey = sources.gameName ?? beginningOf(game, rows);

  const sheets = sheetsWithStarters(game, rows, gameKey);
  const players = new Map([...sheets.home.players, ...sheets.away.players].map((player) => [player.sourceId, player]));
  const links = linksOf(rows);
  const spots = readSpots(game);
  const plays = mergeSubstitutions(rows.flatMap((row) => playsOf({ sheets, players, links, spots }, row)));
  const records: readonly Facet[] = facets.filter((facet) => facet !== 'spots' || spots !== null);
  return {
    format: 'fiba-livestats',
    gameId: gameIdOf('fiba-livestats', gameKey),
    sourceId: null,
    startsAt: null,
    ruleSet: rules.id,
    events: writeLog({
      format: 'fiba-livestats',
      gameKey,
      setUp: {
        ruleSet: rules.id,
        rules: patch,
        home: teamSetUp(sheets.home, records),
        away: teamSetUp(sheets.away, records),
      },
      plays: [...startersOfSheets(sheets, periods.lengthMs), ...plays],
      final: finalOf(rows),
    }),
    people: peopleOf(sheets),
    records,
    orphans: links.orphans,
  };
};

const sheetsWithStarters = (game: Json, rows: readonly Row[], gameKey: string): Sheets => {
  const sheets = withMentioned(sheetsOf(game, gameKey), rows, gameKey);
  const appearances = appearancesOf(sheets, rows);
  return {
    home: withStarters(sheets.home, appearances, rules.playersOnCourt),
    away: withStarters(sheets.away, appearances, rules.playersOnCourt),
  };
};

const mostMinutes = 60;

const minutes = (json: Json): number | null => {
  const said = numberOrNull(json);
  if (said === null || said === 0) return null;
  return said > 0 && said <= mostMinutes
    ? Math.round(said * 60_000)
    : refuseAt(json, 'wrong-type', `no such length: ${said}`);
};

/** The file says how many periods of which length were played; where that is not the rule row's, it is a patch of it. */
const rulePatchOf = (game: Json): RulePatch => {
  const count = has(game, 'periodsMax') ? periodNumber(member(game, 'periodsMax')) : rules.periods.count;
  const lengthMs = minutes(member(game, 'periodLengthREGULAR')) ?? rules.periods.lengthMs;
  const overtimeMs = minutes(member(game, 'periodLengthOVERTIME')) ?? rules.overtimeMs;
  return {
    ...(count === rules.periods.count && lengthMs === rules.periods.lengthMs ? {} : { periods: { count, lengthMs } }),
    ...(overtimeMs === rules.overtimeMs ? {} : { overtimeMs }),
  };
};

const finalOf = (rows: readonly Row[]) => {
  const end = rows.find(({ type, subType }) => type === 'game' && subType === 'end');
  if (end === undefined) return null;
  const home = numberOrNull(member(end.json, 's1'));
  const away = numberOrNull(member(end.json, 's2'));
  return { score: home === null || away === null ? null : { home, away }, recordedAt: null };
};

/** The feed has no id of the game: teams, sheets and first plays tell it from every other, and do not change as it grows. */
const beginningOf = (game: Json, rows: readonly Row[]): string => {
  const { home, away }: Sheets = sheetsOf(game, '');
  const sheet = [home, away].flatMap(({ name, players }) => [
    name,
    ...players.map((player) => player.number + player.name),
  ]);
  const plays = rows
    .slice(0, 12)
    .map((row) => [row.number, row.type, row.subType, row.teamNumber, row.playerNumber].join(' '));
  return [...sheet, ...plays].join('|');
};
