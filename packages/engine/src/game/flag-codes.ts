/**
 * What looks wrong and happened all the same: a flag never refuses an event. W: a number is doubtful, Q: an open question, N: a note.
 * Source: events.md §6.
 */
export const flagCodes = {
  'not-on-court': 'W',
  'wrong-number-on-court': 'W',
  'substitution-mismatch': 'W',
  'fouled-out-player-acts': 'W',
  'unknown-player': 'W',
  'unlisted-player': 'W',
  'unknown-team': 'W',
  'helper-on-wrong-play': 'W',
  'own-helper': 'W',
  'assist-twice': 'W',
  'rebound-missing': 'Q',
  'rebound-without-miss': 'Q',
  'rebound-side-differs': 'Q',
  'free-throws-missing': 'Q',
  'free-throws-surplus': 'Q',
  'throws-without-foul': 'Q',
  'possession-jump': 'Q',
  'points-impossible': 'Q',
  'spot-and-points-differ': 'Q',
  'clock-late': 'N',
  'clock-beyond-period': 'W',
  'period-not-started': 'N',
  'play-after-period-end': 'N',
  'play-after-final': 'N',
  'possible-duplicate': 'Q',
  'amendments-disagree': 'Q',
  'correction-without-play': 'N',
  'correction-misfit': 'N',
  'score-differs': 'W',
  'timeouts-exceeded': 'Q',
  'arrow-differs': 'Q',
  unassigned: 'Q',
  'event-type-unknown': 'N',
  'set-up-twice': 'N',
  'set-up-missing': 'N',
  'clock-disagrees': 'N',
  'final-score-differs': 'W',
  'event-unreadable': 'W',
} as const;

export type FlagCode = keyof typeof flagCodes;
export type FlagSeverity = (typeof flagCodes)[FlagCode];

/** Of an event whose type this engine does not know: a newer app's, or the place of bytes that the job could not read (J-7). */
export const codeOfUnknown = (type: string): FlagCode =>
  type === 'event-unreadable' ? 'event-unreadable' : 'event-type-unknown';
