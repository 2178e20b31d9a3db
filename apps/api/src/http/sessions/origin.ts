/** Who may use the cookie's doors: JSON from a page of ours, told by Origin and, when sent, Sec-Fetch-Site. */
import type { Request } from 'express';
import type { Config } from '../../config/index.ts';

export const isOwnPage = (request: Request, config: Config, publicUrl: string): boolean => {
  const origin = request.get('origin');
  if (origin === undefined || !(request.get('content-type') ?? '').startsWith('application/json')) return false;
  const site = request.get('sec-fetch-site');
  if (ownOrigins(config, publicUrl).includes(origin)) return site === undefined || site === 'same-origin';
  // A listed page elsewhere of the same site, such as the app's development server.
  return (
    config.http.allowedOrigins.includes(origin) &&
    (site === undefined || site === 'same-site' || site === 'same-origin')
  );
};

/** On one's own machine the names and the number of loopback are one place. */
export const ownOrigins = ({ http }: Config, publicUrl: string): readonly string[] => {
  const { origin, port } = new URL(publicUrl);
  const isLocal = http.publicUrl === null;
  return isLocal ? [origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://[::1]:${port}`] : [origin];
};
