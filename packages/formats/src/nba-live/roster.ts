/**
 * Who plays for whom: from the feed's box score file where it is given (names, numbers, positions and starters only), else from
 * the plays themselves.
 */
import type { PlayerId, TeamId } from '@bball/engine';
import { integer, isYes, items, type Json, member, refuseAt, text, textOrEmpty } from '../json-value.ts';
import type { Appearance } from '../line-ups.ts';
import { positionOf } from '../position.ts';
import type { SheetPlayer, Sheets, SheetTeam } from '../sheet.ts';
import { sourceUuid } from '../source-id.ts';
import { type Action, idOf } from './action.ts';

export const teamIdOf = (sourceId: string): TeamId => sourceUuid(['nba-live', 'team', sourceId]) as TeamId;

export const playerIdOf = (teamSourceId: string, personId: string): PlayerId =>
  sourceUuid(['nba-live', 'team', teamSourceId, 'player', personId]) as PlayerId;

const rosterPlayer = (json: Json, teamSourceId: string): SheetPlayer => {
  const sourceId = text(member(json, 'personId'));
  const spelled = [textOrEmpty(member(json, 'firstName')), textOrEmpty(member(json, 'familyName'))].join(' ').trim();
  return {
    playerId: playerIdOf(teamSourceId, sourceId),
    sourceId,
    name: textOrEmpty(member(json, 'name')) || spelled || sourceId,
    number: textOrEmpty(member(json, 'jerseyNum')),
    position: positionOf(textOrEmpty(member(json, 'position'))),
    teamId: teamIdOf(teamSourceId),
    isStarter: isYes(member(json, 'starter')),
    isListed: true,
  };
};

const rosterTeam = (json: Json): SheetTeam => {
  const sourceId = String(integer(member(json, 'teamId')));
  const code = textOrEmpty(member(json, 'teamTricode'));
  const name = [textOrEmpty(member(json, 'teamCity')), textOrEmpty(member(json, 'teamName'))].join(' ').trim();
  const players = items(member(json, 'players')).map((player) => rosterPlayer(player, sourceId));
  const seen = new Set<string>();
  for (const [index, player] of players.entries()) {
    if (seen.has(player.sourceId)) {
      refuseAt(member(json, `players[${index}]`), 'duplicate-row', `player ${player.sourceId} is listed twice`);
    }
    seen.add(player.sourceId);
  }
  return { teamId: teamIdOf(sourceId), sourceId, name: name || code || sourceId, shortName: code, players };
};

export const sheetsOfRoster = (game: Json): Sheets => ({
  home: rosterTeam(member(game, 'homeTeam')),
  away: rosterTeam(member(game, 'awayTeam')),
});

type Mention = { readonly personId: string; readonly teamId: string; readonly name: string };

const onBench: ReadonlySet<string> = new Set(['technical', 'doubletechnical']);

/** Technicals and ejections are all that somebody without a place on the sheet (a coach) can be named for. */
export const isBenchAction = ({ type, subType }: Action): boolean =>
  type === 'ejection' || (type === 'foul' && onBench.has(subType));

/** The doer of a row, under the row's team. */
const doersOf = ({ json, personId, teamId }: Action): readonly Mention[] =>
  personId === null || teamId === null ? [] : [{ personId, teamId, name: textOrEmpty(member(json, 'playerNameI')) }];

type Other = (teamId: string) => string;

/** Whoever else a row names: an assist is the same side's, the rest the other side's. */
const helpersOf = ({ json, teamId }: Action, other: Other): readonly Mention[] => {
  if (teamId === null) return [];
  const named = (key: string, nameKey: string, team: string): readonly Mention[] => {
    const personId = idOf(member(json, key));
    return personId === null ? [] : [{ personId, teamId: team, name: textOrEmpty(member(json, nameKey)) }];
  };
  return [
    ...named('assistPersonId', 'assistPlayerNameInitial', teamId),
    ...named('blockPersonId', 'blockPlayerName', other(teamId)),
    ...named('stealPersonId', 'stealPlayerName', other(teamId)),
    ...named('foulDrawnPersonId', 'foulDrawnPlayerName', other(teamId)),
  ];
};

const seenInPlays = (mention: Mention, isListed: boolean): SheetPlayer => ({
  playerId: playerIdOf(mention.teamId, mention.personId),
  sourceId: mention.personId,
  name: mention.name || mention.personId,
  number: '',
  position: null,
  teamId: teamIdOf(mention.teamId),
  isStarter: null,
  isListed,
});

/**
 * The sheets with whoever the plays name beyond them. What somebody did tells the side better than a mention in another's row,
 * so doers come first.
 */
export const withMentioned = ({ home, away }: Sheets, actions: readonly Action[], isListed: boolean): Sheets => {
  const plays = actions.filter((action) => action.type !== 'jumpball' && !isBenchAction(action));
  const other: Other = (teamId) => (teamId === home.sourceId ? away.sourceId : home.sourceId);
  const mentions = [...plays.flatMap(doersOf), ...plays.flatMap((action) => helpersOf(action, other))];
  const known = new Set([...home.players, ...away.players].map(({ sourceId }) => sourceId));
  const added = mentions.filter(({ personId }) => !known.has(personId) && known.add(personId) !== null);
  const whole = (team: SheetTeam): SheetTeam => {
    const theirs = added.filter(({ teamId }) => teamId === team.sourceId);
    return { ...team, players: [...team.players, ...theirs.map((mention) => seenInPlays(mention, isListed))] };
  };
  return { home: whole(home), away: whole(away) };
};

/** The two teams in the order home, away, from the plays alone: the side whose score its first basket moves. */
export const teamsOfPlays = (actions: readonly Action[], place: Json): Sheets => {
  const codes = new Map<string, string>();
  for (const { teamId, json } of actions) {
    if (teamId !== null && !codes.has(teamId)) codes.set(teamId, textOrEmpty(member(json, 'teamTricode')));
  }
  const [first, second, ...more] = [...codes.keys()];
  if (first === undefined || second === undefined || more.length > 0) {
    return refuseAt(place, 'unknown-team', `expected the plays of two teams, found ${codes.size}`);
  }
  const home = homeOf(actions) ?? first;
  const sheet = (sourceId: string): SheetTeam => {
    const code = codes.get(sourceId) ?? '';
    return { teamId: teamIdOf(sourceId), sourceId, name: code || sourceId, shortName: code, players: [] };
  };
  return { home: sheet(home), away: sheet(home === first ? second : first) };
};

const homeOf = (actions: readonly Action[]): string | null => {
  const scored = actions.find(
    ({ json, teamId }) => teamId !== null && textOrEmpty(member(json, 'shotResult')) === 'Made',
  );
  if (scored === undefined || scored.teamId === null) return null;
  const other = actions.find(({ teamId }) => teamId !== null && teamId !== scored.teamId)?.teamId ?? null;
  return Number(textOrEmpty(member(scored.json, 'scoreHome'))) > 0 ? scored.teamId : other;
};

/** Who is seen doing what, in the order of the game: tells starters where no roster does. */
export const appearancesOf = (sheets: Sheets, actions: readonly Action[]): readonly Appearance[] => {
  const players = new Map([...sheets.home.players, ...sheets.away.players].map((player) => [player.sourceId, player]));
  return actions.flatMap((action): readonly Appearance[] => {
    const player = players.get(action.personId ?? '');
    if (player === undefined || isBenchAction(action)) return [];
    const as = action.type !== 'substitution' ? 'acting' : action.subType === 'in' ? 'in' : 'out';
    return [{ playerId: player.playerId, as }];
  });
};
