/**
 * Who is signed in on this device. The access token lives in memory only; what survives a restart is the refresh token: in the
 * secure store of a phone, in an HttpOnly cookie on the web (of which the page keeps nothing but that there is one).
 * Invariant: one refresh at a time.
 */
import type { Account, SignedIn } from '@bball/contracts';
import { Platform } from 'react-native';
import { create } from 'zustand';
import { ApiProblem } from '../api/problem.ts';
import { type ApiRequest, request } from '../api/request.ts';
import { readText, removeText, writeText } from '../storage/storage';

type Session = {
  /** 'unknown' until the kept session has been tried. */
  readonly status: 'unknown' | 'signed-out' | 'signed-in';
  readonly user: Account | null;
  readonly accessToken: string | null;
  readonly expiresAt: string | null;
};

const signedOut: Session = { status: 'signed-out', user: null, accessToken: null, expiresAt: null };
const key = 'refresh';
const inCookie = 'cookie';
const isWeb = Platform.OS === 'web';

export const useSession = create<Session>()(() => ({ ...signedOut, status: 'unknown' }));

const begin = ({ user, accessToken, expiresAt, refreshToken }: SignedIn): void => {
  writeText(key, refreshToken ?? inCookie);
  useSession.setState({ status: 'signed-in', user, accessToken, expiresAt });
};

const end = (): void => {
  removeText(key);
  useSession.setState(signedOut);
};

const kept = (): { readonly refreshToken?: string } => {
  const token = readText(key);
  return isWeb || token === null || token === inCookie ? {} : { refreshToken: token };
};

const refresh = async (): Promise<void> => {
  try {
    begin(await request<SignedIn>({ method: 'POST', path: '/v1/sessions/refresh', body: kept() }));
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    end();
  }
};

let running: Promise<void> | null = null;

/** A fresh access token; every caller meanwhile waits for the same answer. */
export const refreshSession = (): Promise<void> => {
  running ??= refresh().finally(() => {
    running = null;
  });
  return running;
};

/** At the start of the app: picks up the kept session, if there is one. */
export const resumeSession = async (): Promise<void> => {
  if (readText(key) === null) return end();
  try {
    await refreshSession();
  } catch {
    // NOTE: no network is no reason to sign anybody out: what is public can be followed, the next request tries again.
    useSession.setState({ ...signedOut });
  }
};

export const signIn = async (email: string, password: string): Promise<void> => {
  const client = isWeb ? 'web' : 'phone';
  begin(await request<SignedIn>({ method: 'POST', path: '/v1/sessions', body: { email, password, client } }));
};

export const signOut = async (): Promise<void> => {
  const { accessToken } = useSession.getState();
  try {
    await request<null>({ method: 'POST', path: '/v1/sessions/sign-out', body: kept(), token: accessToken });
  } finally {
    end();
  }
};

/** A request with the bearer token; an expired one is renewed once and the request repeated. */
export const authorised = async <Answer>(asked: ApiRequest): Promise<Answer> => {
  try {
    return await request<Answer>({ ...asked, token: useSession.getState().accessToken });
  } catch (error) {
    const mayRenew =
      error instanceof ApiProblem && error.status === 401 && useSession.getState().status === 'signed-in';
    if (!mayRenew) throw error;
    await refreshSession();
    return request<Answer>({ ...asked, token: useSession.getState().accessToken });
  }
};

/** `/v1/games…` for who is signed in, the public door for everybody else. */
export const useDoor = (): '/v1' | '/v1/public' =>
  useSession((state) => (state.status === 'signed-in' ? '/v1' : '/v1/public'));
