/** The yardstick of the engine: pbpstats from PyPI on the same game, in a virtual environment of the benchmark's own. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { RealGame } from './game.ts';
import { median } from './measure.ts';

const version = '1.3.11';

const python = (folder: string): string => {
  const program = join(folder, `venv-${version}/bin/python`);
  if (!existsSync(program)) {
    execFileSync('python3', ['-m', 'venv', join(folder, `venv-${version}`)], { stdio: 'inherit' });
    execFileSync(program, ['-m', 'pip', 'install', '--quiet', `pbpstats==${version}`], { stdio: 'inherit' });
  }
  return program;
};

/** What the whole game costs, in seconds; reading its file is part of it, for it has no other door. */
export const pbpstatsSeconds = (game: RealGame, folder: string): number => {
  const pbp = join(folder, 'pbpstats/pbp');
  mkdirSync(pbp, { recursive: true });
  const link = join(pbp, `live_${game.sourceId}.json`);
  rmSync(link, { force: true });
  symlinkSync(game.playByPlayPath, link);
  const output = execFileSync(
    python(folder),
    [join(import.meta.dirname, 'yardstick.py'), join(folder, 'pbpstats'), game.sourceId, '7'],
    { encoding: 'utf8' },
  );
  const runs = JSON.parse(output) as readonly { readonly seconds: number }[];
  return median(runs.map(({ seconds }) => seconds));
};
