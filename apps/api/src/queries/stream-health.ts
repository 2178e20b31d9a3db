/** Where the stream stands, for the people who keep it running and for the metrics. */
import type { StreamHealth } from '@bball/contracts';
import { accept, type Result, reject } from '../errors.ts';
import { whyNotOperate } from '../policies/operations.ts';
import type { RelatedActor } from '../policies/relations.ts';
import { presentRefold } from '../presenters/operations.ts';
import type { StreamStandings } from '../repositories/stream-standing.ts';
import type { StreamFigures } from '../stream-gauges.ts';
import type { Stream } from '../streaming/stream.ts';

type Deps = {
  readonly standings: StreamStandings;
  readonly stream: Pick<Stream, 'broker'>;
};

/** The numbers alone. */
export const getStreamFigures =
  ({ standings, stream }: Deps) =>
  async (): Promise<StreamFigures> => {
    const [standing, broker] = await Promise.all([standings.now(), stream.broker?.figures() ?? null]);
    return { ...standing, broker };
  };

type HealthDeps = Deps & {
  readonly stream: Pick<Stream, 'processId' | 'isLeading' | 'broker'>;
  readonly now: () => string;
};

export const getStreamHealth = ({ now, ...deps }: HealthDeps) => {
  const figures = getStreamFigures(deps);
  return async (actor: RelatedActor): Promise<Result<StreamHealth, 'not-permitted' | 'sign-in-again'>> => {
    const refusal = whyNotOperate(actor);
    if (refusal !== null) return reject(refusal);
    const [{ broker, ...standing }, refolds] = await Promise.all([figures(), deps.standings.refolds()]);
    return accept({
      at: now(),
      profile: deps.stream.broker === null ? 'embedded' : 'distributed',
      processId: deps.stream.processId,
      isLeader: deps.stream.isLeading(),
      leaderId: standing.leaderId,
      outbox: { depth: standing.depth, oldestAgeMs: standing.oldestAgeMs },
      broker: broker === null ? null : { ...broker, topicLag: [...broker.topicLag] },
      job: {
        engineVersion: standing.engineVersion,
        gamesBehind: standing.gamesBehind,
        eventsBehind: standing.eventsBehind,
        gamesOfOlderEngine: standing.gamesOfOlderEngine,
      },
      parkedGames: standing.parkedGames,
      refoldCount: standing.refoldCount,
      refolds: refolds.map(presentRefold),
    });
  };
};
