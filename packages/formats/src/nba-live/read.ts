/**
 * nba-live: the NBA's (and WNBA's) `playbyplay` file, with its `boxscore` file for the roster.
 * Records everything that our facets name. Quirks: games/NOTES, "NBA live".
 */
import { facets, type RulePatch, type RuleSetId, ruleSet } from '@bball/engine';
import type { GameRead, Sources } from '../game-read.ts';
import { has, type Json, member, numberOrNull, parseJson, refuseAt, text, textOrEmpty } from '../json-value.ts';
import { mergeSubstitutions, withStarters } from '../line-ups.ts';
import { attempt, type Read } from '../problem.ts';
import { peopleOf, type Sheets, startersOfSheets, teamSetUp } from '../sheet.ts';
import { gameIdOf, writeLog } from '../write-log.ts';
import { type Action, instantOf, readActions } from './action.ts';
import { linksOf } from './links.ts';
import { playsOf } from './plays.ts';
import { appearancesOf, sheetsOfRoster, teamsOfPlays, withMentioned } from './roster.ts';

/** Every row of the live feed, by its own order of the game. */
export const readNbaLive = (sources: Sources): Read<GameRead> => attempt(() => read(sources));

const read = (sources: Sources): GameRead => {
  const game = member(parseJson(sources.playByPlay, 'play-by-play'), 'game');
  const sourceId = text(member(game, 'gameId'));
  const actions = readActions(game);
  if (actions.length === 0) refuseAt(member(game, 'actions'), 'empty', 'no plays');
  const box = sources.roster === null ? null : member(parseJson(sources.roster, 'roster'), 'game');
  if (box !== null) insistOnGame(box, sourceId);

  const rules = ruleSetOf(sourceId);
  const patch = rulePatchOf(actions, rules);
  const sheets = sheetsOf(box, actions, game, ruleSet(rules).playersOnCourt);
  const players = new Map([...sheets.home.players, ...sheets.away.players].map((player) => [player.sourceId, player]));
  const links = linksOf(actions);
  const plays = mergeSubstitutions(actions.flatMap((action) => playsOf({ sheets, players, links }, action)));
  const fullClockMs = patch.periods?.lengthMs ?? ruleSet(rules).periods.lengthMs;
  const events = writeLog({
    format: 'nba-live',
    gameKey: sourceId,
    setUp: {
      ruleSet: rules,
      rules: patch,
      home: teamSetUp(sheets.home, facets),
      away: teamSetUp(sheets.away, facets),
    },
    plays: [...startersOfSheets(sheets, fullClockMs), ...plays],
    final: finalOf(actions),
  });
  return {
    format: 'nba-live',
    gameId: gameIdOf('nba-live', sourceId),
    sourceId,
    startsAt: box === null ? null : instantOf(textOrEmpty(member(box, 'gameTimeUTC'))),
    ruleSet: rules,
    events,
    people: peopleOf(sheets),
    records: facets,
    orphans: links.orphans,
  };
};

const insistOnGame = (box: Json, sourceId: string): void => {
  if (!has(box, 'gameId')) return;
  const other = text(member(box, 'gameId'));
  if (other !== sourceId) {
    refuseAt(member(box, 'gameId'), 'files-disagree', `the roster is of game ${other}, the plays are of ${sourceId}`);
  }
};

/** WNBA games are numbered 10…, NBA games 00…. */
const ruleSetOf = (sourceId: string): RuleSetId => (sourceId.startsWith('10') ? 'wnba-2025' : 'nba-2025');

/** Where the first period starts at another clock than the rules say, the game was played with that length. */
const rulePatchOf = (actions: readonly Action[], id: RuleSetId): RulePatch => {
  const start = actions.find(({ type, subType, period }) => type === 'period' && subType === 'start' && period === 1);
  const { periods } = ruleSet(id);
  const lengthMs = start?.clockMs ?? null;
  return lengthMs === null || lengthMs === 0 || lengthMs === periods.lengthMs
    ? {}
    : { periods: { ...periods, lengthMs } };
};

const sheetsOf = (box: Json | null, actions: readonly Action[], place: Json, playersOnCourt: number): Sheets => {
  const named = box === null ? teamsOfPlays(actions, place) : sheetsOfRoster(box);
  const sheets = withMentioned(named, actions, box === null);
  const appearances = appearancesOf(sheets, actions);
  return {
    home: withStarters(sheets.home, appearances, playersOnCourt),
    away: withStarters(sheets.away, appearances, playersOnCourt),
  };
};

const finalOf = (actions: readonly Action[]) => {
  const end = actions.find(({ type, subType }) => type === 'game' && subType === 'end');
  if (end === undefined) return null;
  const home = numberOrNull(member(end.json, 'scoreHome'));
  const away = numberOrNull(member(end.json, 'scoreAway'));
  return { score: home === null || away === null ? null : { home, away }, recordedAt: end.recordedAt };
};
