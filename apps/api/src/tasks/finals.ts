/**
 * Finals that came due are announced (F-2), and those that a newer engine contradicts raise an alarm (F-4). In every process and both
 * profiles. What people read is the list of announced finals itself; the outlet here is the log and its metric.
 */
import { type AnnounceFinal, announceNextFinal } from '../commands/announce-final.ts';
import type { Parts } from '../parts.ts';
import { finalAnnounced, finalsContradicted } from '../telemetry.ts';
import { every } from './every.ts';

type Needed = Pick<Parts, 'repositories' | 'config' | 'telemetry' | 'log' | 'nowMs'>;

const hourMs = 3_600_000;

export const startFinalsTask = (parts: Needed): (() => Promise<void>) => {
  const { config, log, telemetry, repositories } = parts;
  const announcing = every(config.finals.lookMs, 'finals', log, () => announceDueFinals(parts, told(parts)));
  const comparing = every(hourMs, 'contradicted-finals', log, async () =>
    finalsContradicted(telemetry, log, await repositories.nouns.finals.contradicted()),
  );
  return async () => {
    await announcing();
    await comparing();
  };
};

const told =
  ({ telemetry, log }: Needed): AnnounceFinal =>
  ({ gameId, finalEventId, announcedAs }) =>
    finalAnnounced(telemetry, log, { gameId, finalEventId, announcedAs });

/** All that are due now, one by one: the lock on a game's head is held for one of them only. */
export const announceDueFinals = async (
  { repositories: { nouns }, config, nowMs }: Pick<Needed, 'repositories' | 'config' | 'nowMs'>,
  announceFinal: AnnounceFinal,
): Promise<void> => {
  const next = announceNextFinal({
    nouns,
    announceFinal,
    announcedAfterMs: config.finals.announcedAfterMs,
    now: () => new Date(nowMs()).toISOString(),
  });
  while (await next()) {
    // One more may be due.
  }
};
