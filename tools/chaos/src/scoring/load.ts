/** Games that are played at once, each with its table and its viewers; a game that is over is followed by another. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Game } from '../checks/game.ts';
import { poll } from '../viewers/poller.ts';
import type { Screen } from '../viewers/screen.ts';
import { watch } from '../viewers/viewer.ts';
import type { Coach } from '../wire/coach.ts';
import type { Ears } from '../wire/ears.ts';
import type { Http } from '../wire/http.ts';
import { sitDown } from './scorers-table.ts';
import { writeScript } from './script.ts';

export type Load = {
  readonly games: () => readonly Game[];
  /** Takes games that are over out of the load and begins others; what was taken out. */
  readonly refill: () => Promise<readonly Game[]>;
  /** Stops keying; true when everything keyed is decided and known, false when that took too long. */
  readonly rest: () => Promise<boolean>;
  readonly goOn: () => void;
  readonly end: () => void;
  /** Acknowledged until now, over all games. */
  readonly events: () => number;
  readonly repeats: () => number;
};

type Options = {
  readonly url: string;
  readonly http: Http;
  readonly coach: Coach;
  readonly ears: Ears;
  readonly seed: number;
  readonly games: number;
  /** Events a second, over all games. */
  readonly rate: number;
  readonly viewers: number;
};

const turnMs = 20;
/** One game in so many has a second scorer. */
const secondEvery = 6;
/** One viewer in so many reads by HTTP. */
const pollerEvery = 10;
const preparedAtOnce = 8;
const restLimitMs = 120_000;

export const startLoad = async (options: Options): Promise<Load> => {
  const { url, http, coach, ears, seed, games, rate, viewers } = options;
  let made = 0;
  let playing: Game[] = [];
  let isResting = false;
  let past = { events: 0, repeats: 0 };
  let [lastMs, owed] = [performance.now(), 0];

  /** The viewers of the n-th seat: they stay at it when the next game begins. */
  const screensOf = (seat: number, gameId: Game['gameId']): readonly Screen[] =>
    Array.from({ length: Math.floor((viewers - 1 - seat) / games) + 1 }, (_, row) => seat + row * games)
      .filter((viewer) => viewer < viewers)
      .map((viewer) => (viewer % pollerEvery === pollerEvery - 1 ? poll(http, gameId) : watch(url, gameId)));

  const begin = async (seat: number, share: number): Promise<Game> => {
    made += 1;
    const script = writeScript(`${seed} ${made}`, made % secondEvery === 0);
    await coach.prepare(script);
    const table = sitDown({ script, http, coach, headStart: Math.floor(script.steps.length * share) });
    if (table.devices.length > 1) ears.open(script.gameId, table.hear);
    return { gameId: script.gameId, seat, table, screens: screensOf(seat, script.gameId) };
  };

  /** @param shareOf how far a game is when it is taken up: so not all are over at once */
  const beginAll = async (seats: readonly number[], shareOf: (seat: number) => number): Promise<void> => {
    const left = [...seats];
    const worker = async (): Promise<void> => {
      for (let seat = left.shift(); seat !== undefined; seat = left.shift())
        playing.push(await begin(seat, shareOf(seat)));
    };
    await Promise.all(Array.from({ length: preparedAtOnce }, worker));
  };

  let next = 0;
  const turn = (): void => {
    const now = performance.now();
    owed = isResting ? 0 : Math.min(owed + ((now - lastMs) / 1000) * rate, rate);
    lastMs = now;
    for (; owed >= 1 && playing.length > 0; owed -= 1) {
      next = (next + 1) % playing.length;
      playing[next]?.table.go(1);
    }
  };

  const leave = ({ gameId, table, screens }: Game): void => {
    table.end();
    ears.shut(gameId);
    for (const screen of screens) screen.close();
  };
  const sum = (of: (game: Game) => number): number => playing.reduce((total, game) => total + of(game), 0);

  await beginAll([...Array(games).keys()], (seat) => (seat / games) * 0.9);
  const timer = setInterval(turn, turnMs);
  return {
    games: () => playing,
    refill: async () => {
      const over = playing.filter(({ table }) => table.isOver());
      playing = playing.filter((game) => !over.includes(game));
      for (const game of over) {
        leave(game);
        past = {
          events: past.events + game.table.acknowledgedAtMs.size,
          repeats: past.repeats + game.table.troubles(),
        };
      }
      await beginAll(
        over.map(({ seat }) => seat),
        () => 0,
      );
      return over;
    },
    rest: async () => {
      isResting = true;
      const deadline = performance.now() + restLimitMs;
      for (let look = 0; ; look += 1) {
        const restless = playing.filter(({ table }) => !table.rests());
        if (restless.length === 0) return true;
        if (performance.now() > deadline) return false;
        // A person looks at the phone: what waits for its next try goes now.
        if (look % 20 === 19) for (const { table } of restless) for (const device of table.devices) device.hurry();
        await pause(50);
      }
    },
    goOn: () => {
      isResting = false;
    },
    end: () => {
      clearInterval(timer);
      for (const game of playing) leave(game);
    },
    events: () => past.events + sum(({ table }) => table.acknowledgedAtMs.size),
    repeats: () => past.repeats + sum(({ table }) => table.troubles()),
  };
};
