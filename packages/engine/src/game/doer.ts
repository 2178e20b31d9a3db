/**
 * Who did it. `null` always means "not said": the credit goes to the team's unassigned line and the question stays open.
 * Known absence is a word: `'nobody'` (no assist), `'team'` (a team rebound), `'someone'` (there was one, unknown who).
 * Source: events.md §2, decision D2.
 */
import type { PlayerId } from './ids.ts';

export type Doer = PlayerId | 'team' | null;
export type Offender = Doer | 'coach' | 'bench';
export type Helper = PlayerId | 'someone' | 'nobody' | null;

const words: ReadonlySet<string> = new Set(['team', 'coach', 'bench', 'someone', 'nobody']);

export const isPlayer = (who: Offender | Helper): who is PlayerId => who !== null && !words.has(who);
