/**
 * Logged events from their text, with one text for one id: parsed anew, the ids of the game, its teams, players and phones would stand
 * in memory with each of its events.
 */
import { type LoggedEvent, playTypes } from './events/index.ts';
import type { PlayerId } from './game/ids.ts';
import type { Game } from './game-fold.ts';

const shared = ['gameId', 'deviceId', 'recordedBy', 'type', 'teamId', 'by'] as const;
type Fresh = Partial<Record<(typeof shared)[number], unknown>>;

const typeNames: ReadonlyMap<string, string> = new Map(playTypes.map((type) => [type, type]));

/** The same text as the game has it already. */
const ofGame = ({ gameId, sheet, list }: Game, text: string): string => {
  const player = sheet.players.get(text as PlayerId);
  if (player?.playerId === text) return player.playerId;
  const before = list.inOrder.at(-1)?.said;
  const known = [gameId, before?.deviceId, before?.recordedBy, sheet.teams[0], sheet.teams[1], typeNames.get(text)];
  return known.find((other) => other === text) ?? text;
};

/** @param text a JSON array of logged events, which follow on what the game has */
export const readEvents = (game: Game, text: string): LoggedEvent[] => {
  const events = JSON.parse(text) as LoggedEvent[];
  const texts = new Map<string, string>();
  const share = (one: string): string => {
    const known = texts.get(one);
    if (known !== undefined) return known;
    const same = ofGame(game, one);
    texts.set(same, same);
    return same;
  };
  for (const event of events as Fresh[])
    for (const field of shared) if (typeof event[field] === 'string') event[field] = share(event[field]);
  return events;
};
