/** Games that are played at once: each with a scorer and viewers; a finished one is followed by another. */
import type { Played } from './checks.ts';
import type { Coach } from './coach.ts';
import { makeGame } from './made-game.ts';
import { keepScore } from './scorer.ts';
import { watch } from './viewer.ts';

export type Load = {
  readonly played: () => readonly Played[];
  /** Games that are over are closed, others take their place. */
  readonly refill: () => Promise<void>;
  readonly rest: () => Promise<void>;
  readonly goOn: () => void;
  readonly end: () => void;
  readonly events: () => number;
  readonly repeats: () => number;
};

type Options = {
  readonly url: string;
  readonly coach: Coach;
  readonly seed: number;
  readonly games: number;
  readonly rate: number;
  readonly viewersPerGame: number;
};

export const startLoad = async ({ url, coach, seed, games, rate, viewersPerGame }: Options): Promise<Load> => {
  let made = 0;
  let playing: Played[] = [];
  let over: Played[] = [];
  /** @param share of the game that is keyed before the load begins: so not all are over at once. */
  const begin = async (share: number): Promise<Played> => {
    made += 1;
    const game = makeGame(`${seed} ${made}`);
    await coach.prepare(game);
    return {
      watchers: Array.from({ length: viewersPerGame }, () => watch(url, game.gameId)),
      scorer: keepScore({
        url,
        token: coach.token,
        game,
        perSecond: rate / games,
        headStart: Math.floor(game.events.length * share),
      }),
    };
  };
  const all = () => [...over, ...playing];
  const sum = (of: (played: Played) => number) => all().reduce((total, played) => total + of(played), 0);
  for (let game = 0; game < games; game += 1) playing.push(await begin((game / games) * 0.9));
  return {
    played: all,
    refill: async () => {
      const done = playing.filter(({ scorer }) => scorer.isDone());
      for (const { scorer, watchers } of done) {
        scorer.end();
        for (const watcher of watchers) watcher.close();
      }
      over = [...over, ...done.map(({ scorer }) => ({ scorer, watchers: [] }))];
      playing = playing.filter(({ scorer }) => !scorer.isDone());
      while (playing.length < games) playing.push(await begin(0));
    },
    rest: async () => void (await Promise.all(playing.map(({ scorer }) => scorer.rest()))),
    goOn: () => {
      for (const { scorer } of playing) scorer.goOn();
    },
    end: () => {
      for (const { scorer, watchers } of playing) {
        scorer.end();
        for (const watcher of watchers) watcher.close();
      }
    },
    events: () => sum(({ scorer }) => scorer.acknowledged.size),
    repeats: () => sum(({ scorer }) => scorer.troubles()),
  };
};
