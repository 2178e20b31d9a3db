/**
 * Every logger of the API is made here. `log.info({ event: 'room.fact', gameId }, 'what happened')`: `event` names the fact,
 * ids are fields, the sentence holds neither. No names of people, no tokens, no bodies.
 */
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

/** Keys whose values never reach a log line, wherever a careless object carries them. */
const secrets = [
  'password',
  'passwordHash',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'authorization',
  'cookie',
  'set-cookie',
  'email',
  'emailNorm',
  'toEmail',
  'displayName',
  'givenName',
  'familyName',
  'bornOn',
  'birthYearMonthDay',
  'contactEmail',
  'contactPhone',
  'body',
];

const maxChars = 200;
const cut = (value: unknown): unknown =>
  typeof value === 'string' && value.length > maxChars ? `${value.slice(0, maxChars)}…` : value;

export type LoggerOptions = {
  readonly level: string;
  /** Where lines go; standard output unless said (tests collect them). */
  readonly destination?: DestinationStream;
};

export const makeLogger = ({ level, destination }: LoggerOptions): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secrets.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]), remove: true },
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, cut(value)])),
      },
      serializers: { err: errorOf },
    },
    destination ?? pino.destination({ fd: 1, sync: true }),
  );

/** Name, code and stack; not the message's parameters, which may hold a row (a database error's `detail` quotes values). */
function errorOf(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack } = error;
  const code = 'code' in error ? error.code : undefined;
  return { name, message: cut(message), code, stack: stack?.split('\n').slice(0, 12).join('\n') };
}
