/** `/dev/mailbox`: the mail of this machine, newest first. Mounted only where the database is our own and nobody else can reach us. */
import { Router } from 'express';
import type { ListedMail } from '../../queries/list-mails.ts';

const shown = 50;

export const mailboxPages = (newest: (count: number) => Promise<readonly ListedMail[]>): Router => {
  const router = Router();
  router.get('/dev/mailbox', async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    if (!isLoopback(request.socket.remoteAddress)) {
      response.status(404).end();
      return;
    }
    const mails = await newest(shown);
    if (request.accepts(['html', 'json']) === 'json') {
      response.json({
        mails: mails.map(({ id, toEmail, kind, subject, body, queuedAtMs }) => ({
          id,
          to: toEmail,
          kind,
          subject,
          body,
          queuedAt: new Date(queuedAtMs).toISOString(),
        })),
      });
      return;
    }
    response.type('html').send(page(mails));
  });
  return router;
};

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(::1|(::ffff:)?127\.)/.test(address);

const page = (mails: readonly ListedMail[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Mailbox</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1f; background: #fafaf7 }
  article { background: #fff; border: 1px solid #ddd; border-radius: 8px; padding: 1rem; margin: 1rem 0 }
  h2 { font-size: 1.1rem; margin: 0 } small { color: #666 } pre { white-space: pre-wrap; font: inherit; overflow-wrap: anywhere }
  @media (prefers-color-scheme: dark) { body { background: #131316; color: #eee } article { background: #1d1d21; border-color: #333 } small { color: #aaa } a { color: #8ab4ff } }
</style></head>
<body><h1>Mailbox</h1><p>Mail that this machine would have sent. <a href="/dev/mailbox">Look again</a></p>
${mails.map(article).join('\n') || '<p>No mail yet.</p>'}
</body></html>
`;

const article = ({ toEmail, subject, body, queuedAtMs }: ListedMail): string => `<article>
  <h2>${escaped(subject)}</h2>
  <small>to ${escaped(toEmail)}, <time datetime="${new Date(queuedAtMs).toISOString()}">${new Date(queuedAtMs).toISOString().replace('T', ' ').slice(0, 19)} UTC</time></small>
  <pre>${escaped(body).replace(/https?:\/\/[^\s&<]+/g, (url) => `<a href="${url}">${url}</a>`)}</pre>
</article>`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
