/**
 * `/account/verify` and `/account/reset`: where the links of the mails lead. The secret is in the fragment and is spent by a button, so
 * neither a log nor a mail scanner that opens links can use it up.
 */
import { Router } from 'express';

export const accountPages = (): Router => {
  const router = Router();
  const pages = { verify, reset };
  for (const [name, html] of Object.entries(pages)) {
    router.get(`/account/${name}`, (_request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('X-Robots-Tag', 'noindex');
      response.type('html').send(html);
    });
  }
  router.get('/account/page.js', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.type('text/javascript').send(script);
  });
  return router;
};

const frame = (title: string, form: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Basketball Tracker</title>
<style>
  body { font: 17px/1.5 system-ui, sans-serif; max-width: 26rem; margin: 12vh auto 0; padding: 0 1rem; color: #1b1b1f; background: #fafaf7 }
  button, input { font: inherit; padding: .7rem 1rem; border-radius: 8px; width: 100%; box-sizing: border-box; border: 1px solid #888 }
  button { background: #b3400a; color: #fff; border: 0; margin-top: 1rem; cursor: pointer } button[disabled] { opacity: .6 }
  label { display: block; margin: 1rem 0 .3rem } .check { margin: .5rem 0 } .check input { width: auto }
  a { color: #b3400a }
  @media (prefers-color-scheme: dark) { body { background: #131316; color: #eee } input { background: #1d1d21; color: #eee } a { color: #ffb38a } }
</style></head>
<body><main><h1>${title}</h1>${form}<p id="said" role="status"></p><p><a href="/">Basketball Tracker</a></p></main><script src="/account/page.js"></script></body></html>
`;

const verify = frame(
  'Confirm your address',
  '<form data-action="/v1/accounts/verify" data-done="Your address is confirmed. You can sign in."><button>Yes, this is my address</button></form>',
);

const reset = frame(
  'Set a new password',
  `<form data-action="/v1/accounts/reset" data-done="Your password is set. Sign in with it.">
<label for="password">New password, at least 15 characters</label><input id="password" name="password" type="password" autocomplete="new-password" required minlength="15" maxlength="128">
<label class="check"><input id="show" type="checkbox"> Show it</label>
<button>Set password</button></form>`,
);

const script = `const form = document.querySelector('form');
const said = document.querySelector('#said');
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
if (token === '') said.textContent = 'This page needs the link from the mail.';
document.querySelector('#show')?.addEventListener('change', (event) => {
  form.elements.password.type = event.target.checked ? 'text' : 'password';
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  said.textContent = '';
  const password = form.elements.password?.value;
  try {
    const response = await fetch(form.dataset.action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(password === undefined ? { token } : { token, password }),
    });
    if (response.ok) { form.hidden = true; said.textContent = form.dataset.done; return; }
    const problem = await response.json();
    said.textContent = problem.detail ?? problem.title;
  } catch {
    said.textContent = 'The server could not be reached. Try again.';
  }
  button.disabled = false;
});
`;
