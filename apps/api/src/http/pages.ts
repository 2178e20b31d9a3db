/** What the API serves besides its endpoints. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { isLocalOnly } from '../config/index.ts';
import type { Parts } from '../parts.ts';
import { listMails } from '../queries/list-mails.ts';
import { accountPages } from './account-pages/pages.ts';
import { mailboxPages } from './dev-mailbox/pages.ts';
import { openApiOf } from './docs/open-api.ts';
import { docsPages } from './docs/page.ts';
import type { Endpoint } from './endpoint.ts';
import { healthPages } from './health/pages.ts';
import { webAppPages } from './web-app/pages.ts';

export const apiVersion = '0.1.0';

export const allPages = (
  { config, database, repositories }: Parts,
  endpoints: readonly Endpoint[],
): readonly RequestHandler[] => [
  healthPages(() =>
    database.pool.query('select 1').then(
      () => true,
      () => false,
    ),
  ),
  docsPages(() => openApiOf(endpoints, apiVersion)),
  // the app has pages of its own for the links of mails; these stand in where it is not exported
  ...(existsSync(join(config.webAppFolder, 'index.html')) ? [] : [accountPages()]),
  ...(isLocalOnly(config) ? [mailboxPages(listMails(repositories.accounts))] : []),
  webAppPages(config.webAppFolder),
];
