/** What can be read of a game, each at its two doors. */
import {
  boxScoreRoute,
  lineupsRoute,
  liveRoute,
  numbersRoute,
  playByPlayRoute,
  publicBoxScoreRoute,
  publicLineupsRoute,
  publicLiveRoute,
  publicNumbersRoute,
  publicPlayByPlayRoute,
  publicShotChartRoute,
  shotChartRoute,
} from '@bball/contracts';
import { accept, reject } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { boxScoreOf } from '../../presenters/box-score.ts';
import { lineupsOf, liveOf, numberOf, numbersOf, playByPlayOf, shotChartOf } from '../../presenters/read-of-game.ts';
import { getCard } from '../../queries/get-card.ts';
import { getNumber } from '../../queries/get-number.ts';
import { getResult as makeGetResult } from '../../queries/get-result.ts';
import type { Endpoint } from '../endpoint.ts';
import { bothDoors } from './read.ts';

export const readsRoutes = (parts: Parts): readonly Endpoint[] => {
  const { door, stream } = parts;
  const getResult = makeGetResult({ door, store: stream.store });
  const cardOf = getCard({ nouns: parts.repositories.nouns, now: () => new Date(parts.nowMs()).toISOString() });
  const number = getNumber(stream);
  return [
    ...bothDoors([liveRoute, publicLiveRoute], { getResult, present: ({ result }) => accept(liveOf(result)) }),
    ...bothDoors([boxScoreRoute, publicBoxScoreRoute], {
      getResult,
      tag: ({ game }) => `-${game.cardVersion}`,
      present: async ({ result, game, asker }) => accept(boxScoreOf(result, await cardOf(asker, game))),
    }),
    ...bothDoors([playByPlayRoute, publicPlayByPlayRoute], {
      getResult,
      present: ({ result }) => accept(playByPlayOf(result)),
    }),
    ...bothDoors([shotChartRoute, publicShotChartRoute], {
      getResult,
      present: ({ result }) => accept(shotChartOf(result)),
    }),
    ...bothDoors([lineupsRoute, publicLineupsRoute], { getResult, present: ({ result }) => accept(lineupsOf(result)) }),
    ...bothDoors([numbersRoute, publicNumbersRoute], {
      getResult,
      present: async ({ result }, { params }) => {
        const value = numberOf(result, params);
        if (value === undefined) return reject('column-unknown');
        return accept(numbersOf(result, { ...params, value, playIds: await number(params) }));
      },
    }),
  ];
};
