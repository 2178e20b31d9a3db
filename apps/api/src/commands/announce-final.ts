/**
 * Announces the next final that is due, if it still stands (F-2).
 * Invariants: of several processes one closes it; it is told within the transaction that closes it, so whoever dies in between leaves it
 * to the next: told at least once, and once in what people read here. Outlets beyond the database drop doubles by `collapseId`.
 */
import type { Pair } from '@bball/engine';
import { accept } from '../errors.ts';
import type { AnnouncedFinal, Final, Verdict } from '../repositories/finals.ts';
import type { Nouns } from '../repositories/nouns.ts';

export type Announcement = Final & { readonly announcedAs: Told; readonly collapseId: string };

/** The way out of an announcement. */
export type AnnounceFinal = (announcement: Announcement) => Promise<void> | void;

type Told = AnnouncedFinal['announcedAs'];

type Deps = {
  readonly nouns: Pick<Nouns, 'together'>;
  readonly announceFinal: AnnounceFinal;
  readonly announcedAfterMs: number;
  readonly now: () => string;
};

/** false: none is due. */
export const announceNextFinal =
  ({ nouns, announceFinal, announcedAfterMs, now }: Deps) =>
  async (): Promise<boolean> => {
    const found = await nouns.together(async ({ finals }) => {
      const due = await finals.nextDue(announcedAfterMs);
      if (due === null) return accept(false);
      const isStanding = (await finals.standingOf(due.gameId)) === due.finalEventId;
      const verdict = verdictOn(due, isStanding, await finals.lastAnnounced(due.gameId));
      await finals.close(due, verdict, now());
      if (verdict === 'final' || verdict === 'corrected')
        await announceFinal({ ...due, announcedAs: verdict, collapseId: `final:${due.finalEventId}` });
      return accept(true);
    });
    return found.value;
  };

const verdictOn = ({ score }: Final, isStanding: boolean, told: Pair<number> | null): Verdict => {
  if (!isStanding) return 'withdrawn';
  if (told === null) return 'final';
  return told.home === score.home && told.away === score.away ? 'unchanged' : 'corrected';
};
