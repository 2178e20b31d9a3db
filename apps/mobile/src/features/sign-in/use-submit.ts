/** Sending a form: busy meanwhile, afterwards done or the reason in words. */
import { useState } from 'react';
import { ApiProblem } from '../../lib/api/problem.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import type { Words } from '../../lib/i18n/words.ts';

const reasonOf = (error: unknown, words: Words): string => {
  if (!(error instanceof ApiProblem)) return words.app.noNetwork;
  return (error.code === null ? undefined : words.app.problems[error.code]) ?? words.app.problem;
};

export type Submit = {
  readonly isBusy: boolean;
  readonly isDone: boolean;
  readonly problem: string | null;
  readonly send: () => Promise<void>;
};

export const useSubmit = (act: () => Promise<unknown>): Submit => {
  const words = useWords();
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open');
  const [error, setError] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    setState('busy');
    setError(null);
    try {
      await act();
      setState('done');
    } catch (reason) {
      setError(reason);
      setState('open');
    }
  };
  return {
    isBusy: state === 'busy',
    isDone: state === 'done',
    problem: error === null ? null : reasonOf(error, words),
    send,
  };
};
