/** Scorers and their devices as staff get them. */
import type { Recorder as RecorderShape, Scorer as ScorerShape } from '@bball/contracts';
import type { Recorder, Scorer } from '../repositories/scorers.ts';

export const presentScorer = (scorer: Scorer): ScorerShape => ({
  gameId: scorer.gameId,
  userId: scorer.userId,
  displayName: scorer.displayName,
  covers: scorer.covers,
  since: scorer.since,
});

export const presentRecorder = (recorder: Recorder): RecorderShape => ({
  gameId: recorder.gameId,
  id: recorder.id,
  deviceLabel: recorder.deviceLabel,
  registeredAt: recorder.registeredAt,
});
