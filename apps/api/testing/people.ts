/** Users who are simply there and signed in, with the relations a test needs. */
import { randomUUID } from 'node:crypto';
import type { TestApi } from '@bball/test-kit';

export type Person = { readonly userId: string; readonly token: string; readonly sessionId: string };

/** A verified adult with a session, by rows: tests of other rooms need no mail and no password. */
export const signedIn = async (
  { parts, database }: Pick<TestApi, 'parts' | 'database'>,
  name = 'Somebody',
): Promise<Person> => {
  const userId = randomUUID();
  const sessionId = randomUUID();
  const email = `${userId}@example.org`;
  await database.pool.query(
    `insert into users (id, email, email_norm, email_verified_at, password_hash, display_name)
     values ($1, $2, $2, now(), 'none', $3)`,
    [userId, email, name],
  );
  await database.pool.query(
    `insert into sessions (id, user_id, client, signed_in_at, last_seen_at, idle_until, expires_at, head_made_at, head_at)
     values ($1, $2, 'phone', now(), now(), now() + interval '1 day', now() + interval '1 day', now(), now())`,
    [sessionId, userId],
  );
  const { token } = await parts.credentials.accessTokens.sign({
    userId,
    sessionId,
    generation: 0,
    authTimeMs: parts.nowMs(),
    epoch: 1,
  });
  return { userId, token, sessionId };
};

/** Makes somebody head coach of a team, from now or until now. */
export const makeCoach = async (
  { database }: Pick<TestApi, 'database'>,
  userId: string,
  teamId: string,
): Promise<void> => {
  await database.pool.query(
    `insert into team_members (team_id, user_id, role, since) values ($1, $2, 'head-coach', now() - interval '1 hour')`,
    [teamId, userId],
  );
  await noteChange(database, 'user', userId);
};

export const endCoach = async ({ database }: Pick<TestApi, 'database'>, userId: string): Promise<void> => {
  await database.pool.query('update team_members set until = now() where user_id = $1', [userId]);
  await noteChange(database, 'user', userId);
};

const noteChange = async (database: TestApi['database'], subject: string, subjectId: string): Promise<void> => {
  await database.pool.query('insert into access_changes (subject, subject_id) values ($1, $2)', [subject, subjectId]);
};
