/** json-log: our own log, one event a line, canonical JSON. Whatever stands in an event is written, also what a newer app knows. */
import { canonicalJson, type LoggedEvent } from '@bball/engine';

export const writeJsonLog = (events: readonly LoggedEvent[]): string =>
  events.map((event) => `${canonicalJson(event)}\n`).join('');
