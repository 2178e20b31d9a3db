/** How a scorer sends, and how long a read lets one wait for what was sent. */
import type { Appended } from '@bball/contracts';
import type { GameEvent } from '@bball/engine';
import { eventually } from './eventually.ts';
import { bodyOf } from './rest.ts';
import { gameId, type Name, type Scene } from './scene.ts';

export const inGame = (rest: string): string => `/v1/games/${gameId}${rest}`;

/** Sends them in one request; the answer is written down. */
export const send = ({ get }: Scene, who: Name, events: readonly GameEvent[]): Promise<Appended> =>
  get<Appended>(who, 'POST', inGame('/events'), { body: { contractVersion: 1, events } });

/** Until the results that people read are at that revision. */
export const folded = ({ rest }: Scene, revision: number): Promise<unknown> =>
  eventually(async () => bodyOf(await rest('GET', `/v1/public/games/${gameId}/live?atLeast=${revision}`)));
