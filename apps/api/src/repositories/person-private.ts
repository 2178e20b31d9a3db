/** Dates of birth: the table apart that only this file reads (access.md §1). */
import type { Rows } from './database.ts';
import { dateOf, dayOf } from './seasons.ts';

export type PersonPrivate = ReturnType<typeof makePersonPrivate>;

export const makePersonPrivate = (rows: Rows) => ({
  bornOn: async (personId: string): Promise<string | null> => {
    const row = await rows.personPrivate.findUnique({ where: { personId }, select: { bornOn: true } });
    return dayOf(row?.bornOn ?? null);
  },

  /** Of those of whom a date is known. */
  bornOnOf: async (personIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const found = await rows.personPrivate.findMany({
      where: { personId: { in: [...personIds] }, bornOn: { not: null } },
      select: { personId: true, bornOn: true },
    });
    return new Map(found.flatMap(({ personId, bornOn }) => (bornOn === null ? [] : [[personId, dayOf(bornOn) ?? '']])));
  },

  setBornOn: async (personId: string, bornOn: string | null): Promise<void> => {
    await rows.personPrivate.createMany({ data: [{ personId, bornOn: dateOf(bornOn) }], skipDuplicates: true });
    await rows.personPrivate.update({ where: { personId }, data: { bornOn: dateOf(bornOn) } });
  },
});
