/**
 * Who plays for whom: `tm.1` is home, `tm.2` away, a player is `pl.<pno>`. No id of a person anywhere: "<tno>-<pno>" names a
 * player within the game, so ids of teams and players are made per game.
 */
import type { PlayerId, TeamId } from '@bball/engine';
import { entries, has, isYes, type Json, member, textOrEmpty } from '../json-value.ts';
import type { Appearance } from '../line-ups.ts';
import { positionOf } from '../position.ts';
import { type SheetPlayer, type Sheets, type SheetTeam, shortNameOf } from '../sheet.ts';
import { sourceUuid } from '../source-id.ts';
import type { Row } from './row.ts';

export const personKey = (teamNumber: string, playerNumber: string): string => `${teamNumber}-${playerNumber}`;

const nameOf = (json: Json, fallback: string): string => {
  const spelled = [textOrEmpty(member(json, 'firstName')), textOrEmpty(member(json, 'familyName'))].join(' ').trim();
  return spelled || textOrEmpty(member(json, 'name')) || fallback;
};

const sheet = (game: Json, teamNumber: '1' | '2', gameKey: string): SheetTeam => {
  const json = member(member(game, 'tm'), teamNumber);
  const name = textOrEmpty(member(json, 'name')) || `Team ${teamNumber}`;
  const teamId = sourceUuid(['fiba-livestats', gameKey, 'team', teamNumber]) as TeamId;
  const players = entries(member(json, 'pl')).map(([playerNumber, player]): SheetPlayer => {
    const sourceId = personKey(teamNumber, playerNumber);
    return {
      playerId: sourceUuid(['fiba-livestats', gameKey, 'player', sourceId]) as PlayerId,
      sourceId,
      name: nameOf(player, sourceId),
      number: textOrEmpty(member(player, 'shirtNumber')),
      position: positionOf(textOrEmpty(member(player, 'playingPosition'))),
      teamId,
      isStarter: has(player, 'starter') ? isYes(member(player, 'starter')) : null,
      isListed: true,
    };
  });
  return {
    teamId,
    sourceId: teamNumber,
    name,
    shortName: textOrEmpty(member(json, 'code')).slice(0, 4) || shortNameOf(name),
    players,
  };
};

export const sheetsOf = (game: Json, gameKey: string): Sheets => ({
  home: sheet(game, '1', gameKey),
  away: sheet(game, '2', gameKey),
});

/** The sheets with whoever the plays name beyond them. */
export const withMentioned = ({ home, away }: Sheets, rows: readonly Row[], gameKey: string): Sheets => {
  const known = new Set([...home.players, ...away.players].map(({ sourceId }) => sourceId));
  const whole = (team: SheetTeam): SheetTeam => {
    const added = rows.filter(({ teamNumber, playerNumber }) => {
      const key = personKey(teamNumber, playerNumber);
      return teamNumber === team.sourceId && playerNumber !== '' && !known.has(key) && known.add(key) !== null;
    });
    const players = added.map(({ json, teamNumber, playerNumber }): SheetPlayer => {
      const sourceId = personKey(teamNumber, playerNumber);
      return {
        playerId: sourceUuid(['fiba-livestats', gameKey, 'player', sourceId]) as PlayerId,
        sourceId,
        name: nameOf(json, textOrEmpty(member(json, 'player')) || sourceId),
        number: textOrEmpty(member(json, 'shirtNumber')),
        position: null,
        teamId: team.teamId,
        isStarter: null,
        isListed: false,
      };
    });
    return { ...team, players: [...team.players, ...players] };
  };
  return { home: whole(home), away: whole(away) };
};

/** Who is seen doing what, in the order of the game: tells starters where the sheet does not. */
export const appearancesOf = (sheets: Sheets, rows: readonly Row[]): readonly Appearance[] => {
  const players = new Map([...sheets.home.players, ...sheets.away.players].map((player) => [player.sourceId, player]));
  return rows.flatMap((row): readonly Appearance[] => {
    const player = players.get(personKey(row.teamNumber, row.playerNumber));
    if (player === undefined || row.subType.endsWith('technical')) return [];
    const as = row.type !== 'substitution' ? 'acting' : row.subType === 'in' ? 'in' : 'out';
    return [{ playerId: player.playerId, as }];
  });
};
