/** Where a stack lives: its folder, its ports. Two stacks with different folders and shifts don't see each other. */
import { join, resolve } from 'node:path';
import { innerPorts, type PartName, partOf } from './parts.ts';

export const projectFolder = resolve(import.meta.dirname, '../../..');

export type Place = {
  /** Everything of this stack: data, logs, pid files, secrets. */
  readonly folder: string;
  /** What is installed once, shared by all stacks of this tree. */
  readonly installed: string;
  readonly port: (of: PartName | keyof typeof innerPorts) => number;
  readonly inFolder: (...path: readonly string[]) => string;
};

export type PlaceOptions = {
  readonly folder?: string | undefined;
  /** Added to every port. */
  readonly shift?: number | undefined;
  /** The port of the balancer, where people come in. */
  readonly port?: number | undefined;
};

export const placeOf = ({ folder, shift = 0, port }: PlaceOptions = {}): Place => {
  const home = resolve(projectFolder, folder ?? '.data/stack');
  return {
    folder: home,
    installed: join(projectFolder, '.data/stack-installed'),
    inFolder: (...path) => join(home, ...path),
    port: (of) => {
      if (of === 'balancer' && port !== undefined) return port;
      if (of in innerPorts) return innerPorts[of as keyof typeof innerPorts] + shift;
      const face = partOf(of as PartName).port;
      if (face === null) throw new Error(`nobody calls ${of}`);
      return face + shift;
    },
  };
};
