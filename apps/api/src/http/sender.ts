/** What of a request goes into the audit. */

import { prefixOf } from '../address.ts';
import type { Sender } from '../commands/sender.ts';
import type { Context } from './endpoint.ts';

export const senderOf = ({ request, traceId }: Pick<Context<never>, 'request' | 'traceId'>): Sender => ({
  addressPrefix: request.ip === undefined ? null : prefixOf(request.ip),
  traceId,
});
