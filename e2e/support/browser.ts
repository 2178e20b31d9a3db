/**
 * A Chromium that is on this machine already (CHROMIUM names one that stands elsewhere), and pages that remember what their console
 * complained about.
 */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (environment: { readonly CHROMIUM?: string | undefined }): Promise<Browser> => {
  const executablePath = environment.CHROMIUM ?? places.find(existsSync);
  if (executablePath === undefined) {
    throw new Error(
      `The browser tests need Chromium: install it (Debian: apt-get install chromium) or name it in CHROMIUM. Looked in:\n  ${places.join('\n  ')}`,
    );
  }
  return chromium.launch({ executablePath, args: quiet });
};

export const sizes = {
  phone: { width: 390, height: 844 },
  tablet: { width: 1024, height: 768 },
  desktop: { width: 1440, height: 900 },
} as const;

/** Whatever a page is waited for has come by then, also on a machine that is busy with the rest of the tests. */
const deadlineMs = 60_000;

export type WatchedPage = {
  readonly page: Page;
  /** Errors of the console and exceptions of the page, so far. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

export const openPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> => {
  const context = await browser.newContext({
    viewport: sizes.phone,
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(deadlineMs);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  return { page, complaints, close: () => context.close() };
};
