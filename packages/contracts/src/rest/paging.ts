/** Lists: `?limit=&cursor=` in, `{ <noun>: [...], nextCursor }` out. The cursor is opaque and gives no right to anything. */
import { z } from 'zod';

export const pageLimits = { default: 25, max: 100 } as const;

/** Spread into a query: `z.strictObject({ ...paging, status: … })`. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(pageLimits.max).default(pageLimits.default),
  cursor: z
    .string()
    .max(512)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional(),
};

export const pageQuery = z.strictObject(paging);

/** The end of each list: `z.strictObject({ games: z.array(gameSummary), nextCursor })`. */
export const nextCursor = z.string().nullable();
