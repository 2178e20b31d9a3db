/**
 * Does the broker, or its client, refuse these records themselves: too large, or nothing that can be written? Everything else is about
 * the way there and passes with time: a broker that is away, a partition without a leader, a producer that was closed.
 */
import { GenericError } from '@platformatic/kafka';

const refusing: ReadonlySet<unknown> = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'INVALID_TIMESTAMP',
]);

/** The client's own words; it has no code of its own for this. */
const unserializable = 'Failed to serialize a message.';

export const isRefusal = (error: unknown): boolean => {
  if (error instanceof AggregateError) return error.errors.some(isRefusal);
  if (!(error instanceof Error) || !GenericError.isGenericError(error as GenericError)) return false;
  const { apiId } = error as GenericError & { readonly apiId?: string };
  return refusing.has(apiId) || error.message === unserializable;
};
