/** What `npm start` prints once everything answers. */
import type { Api } from './composition.ts';
import { type Config, isLocalOnly } from './config/index.ts';
import { demoLogins } from './tasks/demo-league.ts';

export const welcome = (config: Config, { url, metricsUrl }: Pick<Api, 'url' | 'metricsUrl'>): string =>
  [
    '',
    `Basketball Tracker is ready at ${config.http.publicUrl ?? url}`,
    `  API pages     ${url}/docs`,
    ...(isLocalOnly(config) ? [`  mailbox       ${url}/dev/mailbox`] : []),
    ...(metricsUrl === null ? [] : [`  metrics       ${metricsUrl}`]),
    ...(config.demo.isOn ? demoLines : []),
    ...(config.http.publicUrl?.startsWith('http://')
      ? ['  warning       PUBLIC_URL is http: cookies go without Secure; use it inside one building only']
      : []),
    'Ctrl-C stops it.',
    '',
  ].join('\n');

const width = Math.max(...demoLogins.map(({ email }) => email.length));

const demoLines: readonly string[] = [
  `  demo logins   password of all: ${demoLogins[0]?.password}`,
  ...demoLogins.map(({ email, does }) => `                ${email.padEnd(width)}  ${does}`),
];
