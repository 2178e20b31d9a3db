/** Which number somebody tapped: the page shows the plays behind it. One at a time, so one small store. */
import type { Comparison, PlayerId, StatKey, TeamId } from '@bball/engine';
import { create } from 'zustand';

export type NumberAsked = {
  readonly subject: PlayerId | TeamId;
  readonly column: StatKey | keyof Comparison;
  /** '#7 Rossi · points' */
  readonly title: string;
};

type Asked = { readonly asked: NumberAsked | null };

export const useNumberAsked = create<Asked>()(() => ({ asked: null }));
export const askNumber = (asked: NumberAsked): void => useNumberAsked.setState({ asked });
export const closeNumber = (): void => useNumberAsked.setState({ asked: null });
