/**
 * A game of a few baskets from its set-up to its final, keyed over HTTP by one device; it can be reopened, mended and made final again.
 * Where a test moves nothing but results, half a minute of basketball is enough.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { contractVersion } from '@bball/contracts';
import { rankAtEnd } from '@bball/engine';
import { sheetOf } from './sheet.ts';
import type { As, Squad } from './tenant.ts';

type Played = {
  readonly gameId: string;
  /** May score, finalize and reopen. */
  readonly by: As;
  readonly home: Pick<Squad, 'teamId' | 'spotIds'>;
  readonly away: Pick<Squad, 'teamId' | 'spotIds'>;
  /** Of its month: later games have later ones. */
  readonly day?: number;
};
type Side = 'home' | 'away';
type Score = { readonly home: number; readonly away: number };

export type ShortGame = ReturnType<typeof openShortGame>;

export const openShortGame = ({ gameId, by, home, away, day = 1 }: Played) => {
  const startsAtMs = Date.UTC(2026, 9, day, 18);
  const deviceId = randomUUID();
  let deviceSeq = 0;
  let headSeq = 0;
  let lastRank: string | null = null;
  const sides = { home, away };

  const send = async (said: { readonly [field: string]: unknown }): Promise<string> => {
    deviceSeq += 1;
    const event = {
      id: randomUUID(),
      gameId,
      schemaVersion: 1,
      recordedBy: deviceId,
      deviceId,
      deviceSeq,
      afterSeq: headSeq,
      recordedAt: new Date(startsAtMs + deviceSeq * 1_000).toISOString(),
      ...said,
    };
    const { body } = await by('POST', `/v1/games/${gameId}/events`, { contractVersion, events: [event] });
    assert.equal(body.answers[0].outcome, 'accepted', JSON.stringify(body));
    headSeq = body.headSeq;
    return event.id;
  };

  const game = {
    setUp: () =>
      send({ type: 'game-set-up', ruleSet: 'fiba-2024', rules: {}, home: sheetOf(home), away: sheetOf(away) }),

    /** By the n-th of the squad. */
    basket: (side: Side, points: 2 | 3, n = 0): Promise<string> => {
      lastRank = rankAtEnd({ sharedNowMs: startsAtMs, lastRank, deviceId } as never);
      return send({
        type: 'field-goal-attempted',
        place: { period: 1, rank: lastRank },
        clockMs: 500_000 - deviceSeq * 1_000,
        teamId: sides[side].teamId,
        by: sides[side].spotIds[n],
        points,
        made: true,
        spot: null,
        style: null,
        assistedBy: null,
        blockedBy: null,
        qualifiers: [],
      });
    },
    void: (playId: string) => send({ type: 'play-voided', playId }),
    /** Answers the id of the final. */
    finalize: (confirmed: Score | null = null) => send({ type: 'game-finalized', score: confirmed }),
    reopen: () => send({ type: 'game-reopened' }),
    headSeq: () => headSeq,
  };
  return game;
};

/** As many twos as it takes, by the first of each squad, and a final. */
export const playShortGame = async (
  played: Played,
  score: Score,
): Promise<ShortGame & { readonly finalId: string }> => {
  const game = openShortGame(played);
  await game.setUp();
  for (const side of ['home', 'away'] as const)
    for (let pts = 0; pts < score[side]; pts += 2) await game.basket(side, 2);
  return { ...game, finalId: await game.finalize() };
};
