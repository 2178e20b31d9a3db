/** Names come from the game card alone, joined by id; whoever is not on it is a number. */

import type { Card } from '@bball/contracts';
import type { PlayerId, Snapshot } from '@bball/engine';

export type PlayerName = {
  readonly number: string;
  /** '' for somebody of whom only the number may be known. */
  readonly name: string;
  /** As in a table: 'M. Rossi'. */
  readonly short: string;
  /** As in a sentence: '#7 Rossi'. */
  readonly called: string;
};

export type Names = (id: PlayerId) => PlayerName;

/** '#7 A. R.' of a redacted card is the number and 'A. R.'; the number stands in its own column. */
const withoutNumber = (displayName: string): string => displayName.replace(/^#\S*\s*/, '').trim();

const shortened = (name: string): string => {
  const [first, ...rest] = name.split(/\s+/);
  return first === undefined || rest.length === 0 || first.endsWith('.')
    ? name
    : `${first.charAt(0)}. ${rest.join(' ')}`;
};

const lastOf = (name: string): string => {
  const [first, ...rest] = name.split(/\s+/);
  return first === undefined || rest.length === 0 || first.endsWith('.') ? name : rest.join(' ');
};

export const namesOf =
  (card: Card | undefined, snapshot: Snapshot | null): Names =>
  (id) => {
    const listed = card?.players[id];
    const number = listed?.number ?? snapshot?.players[id]?.number ?? '';
    const name = withoutNumber(listed?.displayName ?? '');
    const hash = number === '' ? '#?' : `#${number}`;
    return { number, name, short: shortened(name), called: name === '' ? hash : `${hash} ${lastOf(name)}` };
  };
