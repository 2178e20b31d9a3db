/** The live view over the parts of this process. */
import type { Server } from 'node:http';
import { ownOrigins } from '../config/origins.ts';
import type { Parts } from '../parts.ts';
import { canSeePresence, isScoringPrincipal } from '../policies/games.ts';
import { deltaFannedOut, liveTroubled } from '../telemetry.ts';
import { type LiveRoom, makeLiveServer } from './live-server.ts';
import type { Judge } from './watching.ts';

export const startLive = async (parts: Parts, http: Server): Promise<LiveRoom> => {
  const { door, stream, log, telemetry, config } = parts;
  const judge: Judge = async (actor, gameId) => {
    const found = await door.watcher(actor, gameId);
    if (found === null) return null;
    return {
      audience: canSeePresence(found.asker, found.facts) ? 'staff' : 'everyone',
      isScorer: isScoringPrincipal(found.asker, found.facts),
      cardVersion: found.game.cardVersion,
    };
  };
  const onTrouble = (error: unknown): void => liveTroubled(log, error);
  const live = makeLiveServer({
    ...parts,
    http,
    store: stream.store,
    judge,
    isOriginAllowed: (origin) =>
      config.http.allowedOrigins.includes(origin) || ownOrigins(config, parts.publicUrl()).includes(origin),
    random: () => (parts.randomBytes(1)[0] ?? 0) / 256,
    onCardHeard: door.forgetGames,
    onFannedOut: (fact) => deltaFannedOut(telemetry, fact),
    onTrouble,
  });
  const unsubscribe = parts.accessChanges.subscribe((change) => void live.accessChanged(change).catch(onTrouble));
  await live.start();
  return {
    ...live,
    stop: async () => {
      unsubscribe();
      await live.stop();
    },
  };
};
