/** `/health`: the process lives. `/ready`: it can answer, asked from the database each time. */
import { Router } from 'express';
import { sendProblem } from '../problem.ts';

export const healthPages = (isReady: () => Promise<boolean>): Router => {
  const router = Router();
  router.get('/health', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.json({ status: 'alive' });
  });
  router.get('/ready', async (request, response) => {
    if (!(await isReady())) return sendProblem(request, response, 'not-ready', { retryAfterSeconds: 1 });
    response.setHeader('Cache-Control', 'no-store');
    response.json({ status: 'ready' });
  });
  return router;
};
