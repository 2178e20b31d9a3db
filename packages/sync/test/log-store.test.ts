import { describe } from 'node:test';
import type { GameId } from '@bball/engine';
import { randomFrom, uuidAt } from '@bball/engine/testing';
import { memoryStore } from '../testing/model/memory-store.ts';
import { storeSuite } from '../testing/model/store-suite.ts';

describe('A-3…8, K-1, W-1, W-2: the twin of append_events and write_game_result', () => {
  const store = memoryStore();
  const random = randomFrom('log store');
  storeSuite('the twin', () => ({ store, newGame: async () => uuidAt<GameId>(1_795_000_000_000, random) }), 20);
});
