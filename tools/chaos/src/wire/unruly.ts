/**
 * A network that misbehaves also when no server does: some answers are lost after the server acted, some requests come a second time,
 * at once or late, when their sender has long gone on.
 */
import type { Random } from '@bball/engine/testing';
import type { Answer, Http, Question } from './http.ts';

const lost = 0.01;
const doubled = 0.01;
const latestMs = 4_000;

export const unruly =
  ({ ask }: Pick<Http, 'ask'>, random: Random) =>
  /** @param onLate hears the answer to a copy */
  async (question: Question, onLate: (answer: Answer) => void): Promise<Answer> => {
    if (random.isChance(doubled))
      setTimeout(() => void ask(question).then(onLate, () => {}), random.between(0, latestMs)).unref();
    const answer = await ask(question);
    if (random.isChance(lost)) throw new Error('the answer was lost');
    return answer;
  };
