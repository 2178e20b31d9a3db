/** A game that has begun: its sheet and a basket, keyed by its scorer over HTTP, so that every read has something to show. */
import { randomUUID } from 'node:crypto';
import { contractVersion } from '@bball/contracts';
import { rankAtEnd } from '@bball/engine';
import type { TestApi } from '@bball/test-kit';
import { sheetOf } from './sheet.ts';
import { as, type Tenant } from './tenant.ts';

export const beginYouthGame = async (
  api: TestApi,
  { youthGameId, youth, youthRivals, users }: Tenant,
): Promise<void> => {
  const deviceId = randomUUID();
  const base = (deviceSeq: number) => ({
    id: randomUUID(),
    gameId: youthGameId,
    schemaVersion: 1,
    recordedBy: deviceId,
    deviceId,
    deviceSeq,
    afterSeq: 0,
    recordedAt: '2026-11-24T18:00:00.000Z',
  });
  const rank = rankAtEnd({ sharedNowMs: api.parts.nowMs(), lastRank: null, deviceId: deviceId as never });
  await as(api, users.scorer)('POST', `/v1/games/${youthGameId}/events`, {
    contractVersion,
    events: [
      {
        ...base(1),
        type: 'game-set-up',
        ruleSet: 'fiba-2024',
        rules: {},
        home: sheetOf(youth),
        away: sheetOf(youthRivals),
      },
      {
        ...base(2),
        type: 'field-goal-attempted',
        place: { period: 1, rank },
        clockMs: 500_000,
        teamId: youth.teamId,
        by: youth.spotIds[0],
        points: 2,
        made: true,
        spot: null,
        style: null,
        assistedBy: null,
        blockedBy: null,
        qualifiers: [],
      },
    ],
  });
};
