/** The origins that are this server itself. On one's own machine the names of loopback are one place. */
import type { Config } from './index.ts';

export const ownOrigins = ({ http }: Pick<Config, 'http'>, publicUrl: string): readonly string[] => {
  const { origin, port } = new URL(publicUrl);
  const isLocal = http.publicUrl === null;
  return isLocal ? [origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://[::1]:${port}`] : [origin];
};
