/** The shortest time of faults in which a seed still fails: what one wants to read first. */
import { Broken } from './broken.ts';
import { type RunOptions, runModel } from './run.ts';

const failure = async (options: RunOptions): Promise<Broken | null> => {
  try {
    await runModel(options);
    return null;
  } catch (error) {
    if (error instanceof Broken) return error;
    throw error;
  }
};

/** null: the seed holds. Else what broke, with everything that is needed to see it again. */
export const culprit = async (options: RunOptions): Promise<string | null> => {
  const broken = await failure(options);
  if (broken === null) return null;
  let shortest = { steps: options.steps ?? 150, broken };
  for (const steps of [10, 20, 40, 60, 80, 100, 120]) {
    if (steps >= shortest.steps) break;
    const earlier = await failure({ ...options, steps });
    if (earlier === null) continue;
    shortest = { steps, broken: earlier };
    break;
  }
  const flaw = options.flaw === undefined || options.flaw === null ? '' : `, flaw: '${options.flaw}'`;
  return `runModel({ seed: ${options.seed}, steps: ${shortest.steps}${flaw} }) breaks ${shortest.broken.message}`;
};
