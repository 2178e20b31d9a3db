/**
 * euroleague: the play-by-play of EuroLeague and EuroCup, with the box score file for the roster and `points.json` for spots and
 * fast breaks. Array order is the truth: running numbers and clocks go back where rows were keyed late.
 * Quirks: games/NOTES, "EuroLeague".
 */
import { type Facet, facets, ruleSet } from '@bball/engine';
import type { GameRead, Sources } from '../game-read.ts';
import { type Json, member, parseJson, refuseAt } from '../json-value.ts';
import { mergeSubstitutions, withStarters } from '../line-ups.ts';
import type { PlayDraft } from '../play-draft.ts';
import { attempt, type Read } from '../problem.ts';
import { peopleOf, type Sheets, startersOfSheets, teamSetUp } from '../sheet.ts';
import { gameIdOf, writeLog } from '../write-log.ts';
import { linksOf } from './links.ts';
import { playOf } from './plays.ts';
import { appearancesOf, teamsOfPlays, withMentioned, withRoster } from './roster.ts';
import { type Row, readRows } from './row.ts';
import { readShots } from './shots.ts';

const rules = ruleSet('euroleague-2025');

export const readEuroleague = (sources: Sources): Read<GameRead> => attempt(() => read(sources));

const read = (sources: Sources): GameRead => {
  const game = parseJson(sources.playByPlay, 'play-by-play');
  const blank = teamsOfPlays(game);
  const rows = readRows(game, { periodMs: rules.periods.lengthMs, overtimeMs: rules.overtimeMs });
  if (rows.length === 0) refuseAt(member(game, 'FirstQuarter'), 'empty', 'no plays');
  const box = sources.roster === null ? null : parseJson(sources.roster, 'roster');
  const points = sources.shots === null ? null : parseJson(sources.shots, 'shots');

  const sheets = sheetsOf(blank, box, rows);
  const players = new Map([...sheets.home.players, ...sheets.away.players].map((player) => [player.sourceId, player]));
  const links = linksOf(rows);
  const reading = { sheets, players, links, noteOf: readShots(points) };
  const plays = rows.flatMap((row) => playOf(reading, row));
  const records = recordedFacets(points !== null);
  const gameKey = sources.gameName ?? beginningOf(sheets, rows);
  return {
    format: 'euroleague',
    gameId: gameIdOf('euroleague', gameKey),
    sourceId: null,
    startsAt: null,
    ruleSet: rules.id,
    events: writeLog({
      format: 'euroleague',
      gameKey,
      setUp: {
        ruleSet: rules.id,
        rules: {},
        home: teamSetUp(sheets.home, records),
        away: teamSetUp(sheets.away, records),
      },
      plays: [...startersOfSheets(sheets, rules.periods.lengthMs), ...mergeSubstitutions(oncePerPeriod(plays))],
      final: rows.some(({ word }) => word === 'EG') ? { score: null, recordedAt: null } : null,
    }),
    people: peopleOf(sheets),
    records,
    orphans: links.orphans,
  };
};

const sheetsOf = (blank: Sheets, box: Json | null, rows: readonly Row[]): Sheets => {
  const sheets = withMentioned(box === null ? blank : withRoster(blank, box), rows, box === null);
  const appearances = appearancesOf(sheets, rows);
  return {
    home: withStarters(sheets.home, appearances, rules.playersOnCourt),
    away: withStarters(sheets.away, appearances, rules.playersOnCourt),
  };
};

const recordedFacets = (hasShots: boolean): readonly Facet[] =>
  facets.filter((facet) => hasShots || (facet !== 'spots' && facet !== 'fast-breaks'));

/** EP and then EG end the last period once; a second BP begins nothing. */
const oncePerPeriod = (plays: readonly PlayDraft[]): readonly PlayDraft[] => {
  const seen = new Set<string>();
  return plays.filter(({ period, body }) => {
    if (body.type !== 'period-started' && body.type !== 'period-ended') return true;
    const mark = `${body.type} ${period}`;
    return !seen.has(mark) && seen.add(mark) !== null;
  });
};

/** The feed has no id of the game: the teams and the first plays tell it from every other, and do not change as it grows. */
const beginningOf = ({ home, away }: Sheets, rows: readonly Row[]): string =>
  [
    home.sourceId,
    away.sourceId,
    ...rows.slice(0, 12).map(({ number, word, personId, clockMs }) => [number, word, personId, clockMs].join(' ')),
  ].join('|');
