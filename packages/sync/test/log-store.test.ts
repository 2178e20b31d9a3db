import type { GameId } from '@bball/engine';
import { randomFrom, uuidAt } from '@bball/engine/testing';
import { memoryStore } from '../testing/model/memory-store.ts';
import { storeSuite } from '../testing/model/store-suite.ts';

const store = memoryStore();
const random = randomFrom('log store');

storeSuite('the twin', () => ({ store, newGame: async () => uuidAt<GameId>(1_795_000_000_000, random) }), 20);
