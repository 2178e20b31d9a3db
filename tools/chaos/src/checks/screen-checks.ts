/** What viewers see, through both doors, against the fold of the log at the same revision. */
import { canonicalJson, foldLog, type GameResult, type Snapshot } from '@bball/engine';
import { checksumOf, snapshotFor } from '@bball/sync';
import type { Check } from './game.ts';

const shownOf = ({ stints, ...snapshot }: GameResult): Snapshot => snapshotFor('everyone', snapshot);

export const screensAreAtTheHead: Check = ({ game: { screens }, fold }) =>
  screens.flatMap((screen) => {
    const at = screen.snapshot()?.revision;
    return at === fold.revision ? [] : [`a viewer is at ${at ?? 'nothing'}, the log at ${fold.revision}`];
  });

export const screensShowTheFold: Check = ({ game: { screens }, fold }) => {
  const expected = canonicalJson(shownOf(fold));
  return screens.flatMap((screen) => {
    const shown = screen.snapshot();
    if (shown?.revision !== fold.revision) return [];
    return canonicalJson(shown) === expected ? [] : ['a viewer shows something else than the fold'];
  });
};

/** In the middle of the game too: what deltas made of a screen at r was the fold of 1..r. */
export const deltasLeadToTheFold: Check = ({ game: { gameId, screens }, log, fold }) =>
  screens
    .flatMap((screen) => screen.takeSamples())
    .flatMap(({ revision, engineVersion, checksum }) => {
      if (engineVersion !== fold.engineVersion) return [];
      const right = checksumOf(shownOf(foldLog(gameId, log.slice(0, revision))));
      return right === checksum ? [] : [`at ${revision} a viewer showed something else than the fold of that moment`];
    });

export const screensNeverFall: Check = ({ game: { screens } }) =>
  screens.flatMap((screen) => screen.faults.filter((fault) => fault.startsWith('I-20')));

export const noNameOnScreens: Check = ({ game: { screens } }) =>
  screens.flatMap((screen) => screen.faults.filter((fault) => fault.startsWith('I-23')));
