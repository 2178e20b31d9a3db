/** Where things are on this machine. Plain JavaScript: it runs before anything is installed. */
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const inRoot = (/** @type {string[]} */ ...parts) => join(root, ...parts);

/** The environment of a child: the pinned Node and the installed tools come first in the path. */
export const childEnvironment = () => ({ ...process.env, PATH: `${inRoot('node_modules/.bin')}:${process.env.PATH}` });
