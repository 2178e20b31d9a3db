/**
 * A game that is played while a page shows it: a league's real one by `bball replay`, or, where no games are, a made-up one bit
 * by bit by `bball import`. The box that it must come to is the league's own, or the engine's.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldLog } from '@bball/engine';
import { simulateGame } from '@bball/engine/testing';
import { engineBox, type OfficialBox } from '../../support/compare-box.ts';
import { readOfficialBox } from '../../support/official-box.ts';
import { bball, bballProgram } from './bball.ts';
import { lastRealGame } from './real-games.ts';

export type PlayedGame = {
  readonly gameId: string;
  readonly official: OfficialBox;
  /** Nothing more is sent when it resolves. */
  readonly pause: () => Promise<void>;
  /** Resolves when all of it was sent. */
  readonly finish: () => Promise<void>;
};

/** A quarter in ten seconds. */
const speed = '60';

const replayed = async (folder: string, door: readonly string[]): Promise<PlayedGame> => {
  const files = ['-p', join(folder, 'playbyplay.json'), '-r', join(folder, 'boxscore.json')];
  const words = ['replay', '-f', 'nba-live', ...files, ...door];
  const child = spawn(process.execPath, [bballProgram, ...words, '--speed', speed], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gameId = await new Promise<string>((found, failed) => {
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const id = /game ([0-9a-f-]{36}):/.exec(text)?.[1];
      if (id !== undefined) found(id);
    });
    child.once('exit', () => failed(new Error(text)));
  });
  return {
    gameId,
    official: readOfficialBox(readFileSync(join(folder, 'boxscore.json'), 'utf8')),
    pause: async () => {
      child.kill('SIGINT');
      if (child.exitCode === null) await once(child, 'exit');
    },
    finish: async () => {
      await bball(...words, '--speed', 'max');
    },
  };
};

/** So many events more each time. */
const step = 10;

const imported = async (door: readonly string[]): Promise<PlayedGame> => {
  const log = simulateGame({ seed: 'on the page', ruleSet: 'fiba-2024' });
  const gameId = log[0]?.gameId ?? '';
  const send = async (count: number): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'bball-page-'));
    const file = join(folder, 'log.jsonl');
    writeFileSync(
      file,
      log
        .slice(0, count)
        .map((event) => `${JSON.stringify(event)}\n`)
        .join(''),
    );
    await bball('import', file, ...door).finally(() => rmSync(folder, { recursive: true }));
  };
  const paused = new AbortController();
  const playing = async (): Promise<void> => {
    for (let count = step; count < log.length / 2 && !paused.signal.aborted; count += step) await send(count);
  };
  await send(step);
  const played = playing();
  return {
    gameId,
    official: engineBox(foldLog(log[0]!.gameId, log)),
    pause: async () => {
      paused.abort();
      await played;
    },
    finish: () => send(log.length),
  };
};

export const playOnPage = (url: string, token: string): Promise<PlayedGame> => {
  const door = ['--api', url, '--token', token];
  return lastRealGame === null ? imported(door) : replayed(lastRealGame, door);
};
