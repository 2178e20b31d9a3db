/** Somebody makes an account, confirms the address, signs in, looks at the settings, forgets the password, signs in with a new one. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage, type WatchedPage } from './support/browser.ts';
import { serveApp } from './support/served-game.ts';

const email = 'ana.torres@example.org';
const password = 'four herons over the pier';
const newPassword = 'five herons over the pier';

let browser: Browser;
let served: Awaited<ReturnType<typeof serveApp>>;
let watched: WatchedPage;

/** The address of the page that the newest mail links to. */
const mailedLink = async (): Promise<string> => {
  const [mail] = await served.api.parts.repositories.accounts.mails.newest(1);
  const [, path] = /(\/account\/\S+#\S+)/.exec(mail?.body ?? '') ?? [];
  assert.ok(path, 'the mail has a link');
  return served.at(path);
};

const typeInto = (label: string, text: string) => watched.page.getByLabel(label, { exact: true }).fill(text);
const press = (name: string) => watched.page.getByRole('button', { name, exact: true }).click();

const signInWith = async (secret: string): Promise<void> => {
  await watched.page.goto(served.at('/sign-in'));
  await typeInto('E-mail', email);
  await typeInto('Password', secret);
  await press('Sign in');
};

before(async () => {
  [browser, served] = await Promise.all([openBrowser(process.env), serveApp()]);
  watched = await openPage(browser);
});
after(async () => {
  await browser?.close();
  await served?.stop();
});

test('an account is asked for and confirmed by the link of a mail, whose secret leaves the address bar', async () => {
  const { page } = watched;
  await page.goto(served.at('/register'));
  await page.getByRole('radio', { name: 'Yes' }).click();
  await typeInto('Your name', 'Ana Torres');
  await typeInto('E-mail', email);
  await typeInto('Password', password);
  await typeInto('Country', 'es');
  await press('Create account');
  await page.getByText('Look into your mail').waitFor();
  await page.goto(await mailedLink());
  await press('Confirm e-mail');
  await page.getByText('Your address is confirmed').waitFor();
  assert.equal(new URL(page.url()).hash, '');
});

test('a wrong password is refused in words, the right one signs in and lasts over a reload', async () => {
  const { page } = watched;
  await signInWith('four herons under the pier');
  await page.getByText('E-mail or password is wrong.').waitFor();
  await signInWith(password);
  await page.getByRole('heading', { name: 'Games', level: 1 }).waitFor();
  await page.goto(served.at('/settings'));
  await page.getByText('Ana Torres').waitFor();
  await page.getByText('this device').waitFor();
});

test('language and appearance are chosen at once and kept', async () => {
  const { page } = watched;
  await page.getByRole('radio', { name: 'Español' }).click();
  await page.getByRole('radio', { name: 'Oscura' }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'Ajustes' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.scheme), 'dark');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'es');
  await page.getByRole('radio', { name: 'English' }).click();
});

test('signed out, somebody who forgot the password sets a new one by mail', async () => {
  const { page } = watched;
  await press('Sign out');
  await page.getByText('Following public games needs no account.').waitFor();
  await page.goto(served.at('/forgot'));
  await typeInto('E-mail', email);
  await press('Send me a link');
  await page.getByText('Look into your mail').waitFor();
  await page.goto(await mailedLink());
  await typeInto('New password', newPassword);
  await press('Set a new password');
  await page.getByText('Password changed').waitFor();
  await signInWith(newPassword);
  await page.getByRole('heading', { name: 'Games', level: 1 }).waitFor();
});

test('the console had nothing to complain about but the one refused password', () => {
  assert.equal(watched.complaints.length, 1, watched.complaints.join('\n'));
  assert.match(watched.complaints[0] ?? '', /status of 401/);
});
