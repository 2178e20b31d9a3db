/** A broker of a test's own: the stack's part of that name in a folder that goes with the test. */
import { type SomeParts, startParts } from './some-parts.ts';

export type TestBroker = SomeParts;

export const startBroker = (): Promise<TestBroker> => startParts({ parts: ['kafka'], shift: 2_000 });
