/** What the doors of sessions share: the cookie, the origins, the relations that come along with a user. */
import type { Relation } from '@bball/contracts';
import type { Request } from 'express';
import type { GivenTokens } from '../../commands/give-tokens.ts';
import type { Parts } from '../../parts.ts';
import { type RefreshCookie, refreshCookie } from './cookie.ts';
import { isOwnPage } from './origin.ts';

export type SessionDoor = {
  readonly isOwnPage: (request: Request) => boolean;
  readonly cookie: () => RefreshCookie;
  /** The header that hands a web session its token; none for phones. */
  readonly cookieFor: (given: GivenTokens) => { readonly [name: string]: string };
  readonly relationsOf: (userId: string) => Promise<readonly Relation[]>;
};

export const makeSessionDoor = (parts: Parts, relationsOf: SessionDoor['relationsOf']): SessionDoor => {
  const cookie = () => refreshCookie(parts.publicUrl());
  return {
    isOwnPage: (request) => isOwnPage(request, parts.config, parts.publicUrl()),
    cookie,
    cookieFor: ({ session, refreshToken }) =>
      session.client === 'web' ? cookie().set(refreshToken, session.idleUntilMs - parts.nowMs()) : {},
    relationsOf,
  };
};
