/** A code becomes `application/problem+json` (RFC 9457) here and nowhere else. */
import { type Problem, type ProblemCode, problems } from '@bball/contracts';
import type { Request, Response } from 'express';

type Particulars = {
  readonly detail?: string | null;
  readonly retryAfterSeconds?: number | null;
  readonly issues?: NonNullable<Problem['issues']>;
};

export const sendProblem = (
  request: Request,
  response: Response,
  code: ProblemCode,
  particulars: Particulars = {},
): void => {
  const { status, title } = problems[code];
  const { detail, retryAfterSeconds, issues } = particulars;
  const body: Problem = {
    type: `https://basketball-tracker.dev/problems/${code}`,
    title,
    status,
    ...(detail === undefined || detail === null ? {} : { detail }),
    instance: (request.baseUrl + request.path).slice(0, 200),
    code,
    traceId: traceIdOf(response),
    ...(issues === undefined ? {} : { issues }),
  };
  if (retryAfterSeconds !== undefined && retryAfterSeconds !== null)
    response.setHeader('Retry-After', String(retryAfterSeconds));
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.setHeader('Cache-Control', 'no-store');
  response.locals.problem = code;
  response.status(status).type('application/problem+json').send(JSON.stringify(body));
};

export const traceIdOf = (response: Response): string => String(response.locals.traceId ?? '');
