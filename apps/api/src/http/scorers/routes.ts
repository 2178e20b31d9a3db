/** Scorers of a game and the ids of their devices. */
import { assignScorerRoute, listScorersRoute, registerRecorderRoute, removeScorerRoute } from '@bball/contracts';
import { assignScorer } from '../../commands/assign-scorer.ts';
import { registerRecorder } from '../../commands/register-recorder.ts';
import { removeScorer } from '../../commands/remove-scorer.ts';
import { accept, reject } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { presentRecorder } from '../../presenters/scorer.ts';
import { listScorers } from '../../queries/scorers.ts';
import { type Endpoint, handle, reply } from '../endpoint.ts';
import { nounDoor, written } from '../nouns.ts';

export const scorersRoutes = (parts: Parts): readonly Endpoint[] => {
  const door = nounDoor(parts);
  const assign = assignScorer(door);
  const remove = removeScorer(door);
  const list = listScorers(door);
  const register = registerRecorder(door);
  return [
    handle(assignScorerRoute, async (context) => {
      const { gameId, userId } = context.params;
      const result = await assign(await door.askerOf(context), { gameId, userId, covers: context.body.covers });
      return written(result, async () => {
        const scorers = await list(await door.actorOf(context), gameId);
        if (!scorers.ok) return scorers;
        const scorer = scorers.value.find((one) => one.userId === userId);
        return scorer === undefined ? reject('scorer-not-found') : accept(scorer);
      });
    }),
    handle(removeScorerRoute, async (context) => remove(await door.askerOf(context), context.params)),
    handle(listScorersRoute, async (context) => {
      const scorers = await list(await door.actorOf(context), context.params.gameId);
      return scorers.ok ? accept({ scorers: [...scorers.value], nextCursor: null }) : scorers;
    }),
    handle(registerRecorderRoute, async (context) => {
      const { gameId, recorderId } = context.params;
      const result = await register(await door.askerOf(context), {
        gameId,
        id: recorderId,
        deviceLabel: context.body.deviceLabel,
      });
      if (!result.ok) return result;
      const { isNew, recorder } = result.value;
      return accept(reply(presentRecorder(recorder), { status: isNew ? 201 : 200 }));
    }),
  ];
};
