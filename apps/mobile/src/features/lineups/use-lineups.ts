/** Who was on court together: read over HTTP at the revision that is shown, since stints do not travel with the live state. */
import type { LineupsAnswer } from '@bball/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useGameId, useLive } from '../../lib/live-game/game-context.tsx';
import { authorised, useDoor } from '../../lib/session/session.ts';

/** A running game asks again after so many events, not after each. */
const everyEvents = 10;

export const useLineups = () => {
  const door = useDoor();
  const gameId = useGameId();
  const revision = useLive(({ viewer: { snapshot } }) => {
    if (snapshot === null) return 0;
    return snapshot.game.status === 'final'
      ? snapshot.revision
      : Math.floor(snapshot.revision / everyEvents) * everyEvents;
  });
  return useQuery({
    queryKey: ['lineups', door, gameId, revision],
    queryFn: ({ signal }) =>
      authorised<LineupsAnswer>({ path: `${door}/games/${gameId}/lineups?atLeast=${revision}`, signal }),
    enabled: revision > 0,
    placeholderData: keepPreviousData,
  });
};
