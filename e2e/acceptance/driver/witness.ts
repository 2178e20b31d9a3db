/**
 * Writes down everything that a profile says, under a name that is the same in every profile.
 * Invariant: nothing is left out of an answer but what a server makes by its clock or its dice: moments, tokens and the ids of accounts,
 * each replaced by its own word. All else is compared byte by byte.
 */
import type { Answer } from './rest.ts';

/** Headers that say something about the answer, not about the connection. */
const spokenHeaders = ['content-type', 'cache-control', 'etag', 'vary', 'retry-after', 'www-authenticate'];

/** Fields that hold a server's own moment or secret. */
const ownFields =
  /"(serverAt|heldAt|since|until|registeredAt|createdAt|expiresAt|seenAt|announcedAt|signedInAt|lastSeenAt|traceId|accessToken|refreshToken)":"[^"]*"/g;

export type Witness = {
  /** An id that the server made, and the word to read for it. */
  readonly knows: (id: string, word: string) => void;
  readonly note: (name: string, text: string) => void;
  readonly noteAnswer: (name: string, answer: Answer) => void;
  readonly said: ReadonlyMap<string, string>;
};

export const makeWitness = (): Witness => {
  const words = new Map<string, string>();
  const said = new Map<string, string>();
  const counts = new Map<string, number>();
  const inWords = (text: string) => [...words].reduce((read, [id, word]) => read.replaceAll(id, word), text);
  const note = (name: string, text: string): void => {
    const asked = inWords(name);
    const times = (counts.get(asked) ?? 0) + 1;
    counts.set(asked, times);
    said.set(`${asked} (${times})`, inWords(text.replace(ownFields, '"$1":"…"')));
  };
  return {
    said,
    knows: (id, word) => words.set(id, word),
    note,
    noteAnswer: (name, { status, headers, text }) => {
      const spoken = spokenHeaders.flatMap((header) => {
        const value = headers.get(header);
        return value === null ? [] : [`${header}: ${value}`];
      });
      note(name, [String(status), ...spoken, '', text].join('\n'));
    },
  };
};
