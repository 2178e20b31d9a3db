/** Can a part be used? Asked from outside, as its users would. */
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { loopback } from './addresses.ts';
import type { Part } from './parts.ts';
import type { Place } from './place.ts';

const askMs = 1_000;
const betweenMs = 100;

export const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: loopback, timeout: askMs });
    const end = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });

const answersWell = (port: number, path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get({ host: loopback, port, path, timeout: askMs, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.once('error', () => resolve(false));
    request.once('timeout', () => request.destroy());
  });

export type Note = { readonly state: string; readonly isRunning: boolean; readonly jar?: string | null };

export const noteAt = (place: Place, file: string): Note | null => {
  try {
    return JSON.parse(readFileSync(place.inFolder(file), 'utf8')) as Note;
  } catch {
    return null;
  }
};

export const isUsable = async ({ name, probe }: Part, place: Place): Promise<boolean> => {
  if (probe === 'none') return true;
  if (typeof probe === 'object' && 'note' in probe) return noteAt(place, probe.note)?.isRunning === true;
  return probe === 'tcp' ? accepts(place.port(name)) : answersWell(place.port(name), probe.path);
};

/** Resolves to true once it can be used, to false when `isOver` says that it never will. */
export const becomesUsable = async (part: Part, place: Place, isOver: () => boolean): Promise<boolean> => {
  while (!isOver()) {
    if (await isUsable(part, place)) return !isOver();
    await pause(betweenMs);
  }
  return false;
};
