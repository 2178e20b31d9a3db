/**
 * Takes a request of events into a game's log: the checks of protocol.md §5 in their order, then one call of the append per part.
 * Invariants: what looks wrong is never a refusal, it is folded and flagged; `rejected` depends on bytes alone; who once had the
 * right is never refused, at worst the events are held; the answer is sent after the commit.
 */
import {
  type Appended,
  contractVersion,
  type EventAnswer,
  eventLimits,
  type HoldCode,
  oldestContractVersion,
  type SealedEvent,
  type SealedOrRefused,
  sealEvent,
} from '@bball/contracts';
import type { GameId, IsoInstant } from '@bball/engine';
import { accept, type Result, reject } from '../errors.ts';
import type { Limiter } from '../limiter.ts';
import { canRecord } from '../policies/action-of.ts';
import { type Actor, principalOf } from '../policies/actor.ts';
import { canWatchGame, isScoringPrincipal, wasScoringPrincipal } from '../policies/games.ts';
import type { AtDoor, GameDoor } from '../queries/game-door.ts';
import type { GameLog, Judged, NumberedEvent } from '../repositories/game-log.ts';

type Deps = {
  readonly door: Pick<GameDoor, 'at'>;
  readonly gameLog: Pick<GameLog, 'append' | 'headSeq' | 'ownPlays'>;
  readonly limiter: Pick<Limiter, 'take'>;
  readonly isCrowded: () => boolean;
  /** These were committed, each with its seq. */
  readonly onCommitted: (gameId: string, events: readonly NumberedEvent[]) => void;
  readonly sha256: (text: string) => string;
  readonly nowMs: () => number;
  readonly random: () => number;
};

export type AppendRefusal =
  | 'game-not-found'
  | 'not-a-scorer'
  | 'contract-too-new'
  | 'contract-too-old'
  | 'batch-too-large'
  | 'log-full'
  | 'too-many-requests'
  | 'server-busy';

export type AppendRequest = { readonly contractVersion: number; readonly events: readonly unknown[] };

export type AppendEvents = ReturnType<typeof appendEvents>;

/** Appends a request's events and answers each; the events stay the sender's to send again until an answer came. */
export const appendEvents =
  (deps: Deps) =>
  async (actor: Actor, gameId: string, request: AppendRequest): Promise<Result<Appended, AppendRefusal>> => {
    const found = await deps.door.at(actor, gameId, ({ asker, facts }) => isScoringPrincipal(asker, facts));
    if (found === null) return reject('game-not-found');
    if (!wasScoringPrincipal(found.asker, found.facts)) {
      return reject(canWatchGame(found.asker, found.facts) ? 'not-a-scorer' : 'game-not-found');
    }
    const refusal = await refusalOfRequest(deps, principalOf(actor), gameId, request);
    if (refusal !== null) return refusal;

    const read = request.events.map((event) => sealEvent(event, gameId, deps.sha256));
    const sealed = read.flatMap((one) => ('sealed' in one ? [one.sealed] : []));
    const judged = await judge(deps, actor, found, sealed);
    const taken = await appendParts(deps, gameId, principalOf(actor), judged);
    if (taken === null) return reject('log-full');
    return accept({
      gameId: gameId as GameId,
      headSeq: taken.headSeq,
      serverAt: new Date(deps.nowMs()).toISOString() as IsoInstant,
      answers: inOrder(read, taken.answers),
    });
  };

const refusalOfRequest = async (
  deps: Deps,
  principal: string,
  gameId: string,
  { contractVersion: spoken, events }: AppendRequest,
) => {
  if (spoken > contractVersion) return reject('contract-too-new');
  if (spoken < oldestContractVersion) return reject('contract-too-old');
  if (events.length > eventLimits.batchEvents) return reject('batch-too-large');
  if (deps.isCrowded()) return reject('server-busy', { retryAfterSeconds: 1 + Math.floor(deps.random() * 3) });
  const retryAfterSeconds = await deps.limiter.take('events', `${principal}:${gameId}`, events.length);
  return retryAfterSeconds === null ? null : reject('too-many-requests', { retryAfterSeconds });
};

/** May it go in, or why must it wait for a person. */
const judge = async (
  { gameLog, nowMs }: Deps,
  actor: Actor,
  { asker, facts }: AtDoor,
  sealed: readonly SealedEvent[],
): Promise<readonly Judged[]> => {
  const principal = principalOf(actor);
  const corrected =
    actor.kind === 'link' ? sealed.flatMap(({ event }) => ('playId' in event ? [event.playId] : [])) : [];
  const own = corrected.length === 0 ? new Set<string>() : await gameLog.ownPlays(facts.id, principal, corrected);
  const lost: HoldCode = actor.kind === 'link' ? 'link-ended' : 'role-lost';
  const refusal = isScoringPrincipal(asker, facts) ? 'not-permitted' : lost;
  return sealed.map((one) => {
    const isOwnPlay = 'playId' in one.event && own.has(one.event.playId);
    const isPermitted = canRecord(asker, facts, one.event.type, { isOwnPlay, nowMs: nowMs() });
    return { sealed: one, hold: isPermitted ? null : refusal };
  });
};

/** A change of the status comes alone in its call. */
export const partsOf = (events: readonly Judged[]): readonly (readonly Judged[])[] => {
  const parts: Judged[][] = [];
  let isOpen = false;
  for (const event of events) {
    const { type } = event.sealed.event;
    const isStatus = type === 'game-finalized' || type === 'game-reopened';
    if (isOpen && !isStatus) parts.at(-1)!.push(event);
    else parts.push([event]);
    isOpen = !isStatus;
  }
  return parts;
};

const appendParts = async (
  { gameLog, onCommitted }: Pick<Deps, 'gameLog' | 'onCommitted'>,
  gameId: string,
  principal: string,
  judged: readonly Judged[],
): Promise<{ readonly headSeq: number; readonly answers: readonly EventAnswer[] } | null> => {
  const answers: EventAnswer[] = [];
  let headSeq = judged.length === 0 ? await gameLog.headSeq(gameId) : 0;
  for (const events of partsOf(judged)) {
    const outcome = await gameLog.append({ gameId, events, principal, source: 'device' });
    if (outcome.kind === 'log-full') return null;
    answers.push(...outcome.answers);
    headSeq = outcome.headSeq;
    onCommitted(gameId, acceptedOf(events, outcome.answers));
  }
  return { headSeq, answers };
};

/** What is new in the log now. */
export const acceptedOf = (events: readonly Judged[], answers: readonly EventAnswer[]): readonly NumberedEvent[] =>
  answers.flatMap(({ outcome, seq }, index) =>
    outcome === 'accepted' ? [{ ...events[index]!.sealed.event, seq }] : [],
  );

/** One answer per event of the request, in its order. */
const inOrder = (read: readonly SealedOrRefused[], answers: readonly EventAnswer[]): EventAnswer[] => {
  let next = 0;
  return read.map((one) => {
    if ('sealed' in one) return answers[next++]!;
    return { id: one.id as EventAnswer['id'], outcome: 'rejected', seq: null, code: one.refusal } as EventAnswer;
  });
};
