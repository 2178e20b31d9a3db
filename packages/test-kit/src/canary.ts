/**
 * Names that nobody has, given to people whose name must not get out. Whatever leaves the server (a body, a socket message, a topic, a log
 * line) is searched for them: a find is a leak.
 */
const mark = 'Kanarikvogel';

/** A given or family name for somebody, recognisable anywhere: `Kanarikvogelmika`. Letters only. */
export const canaryName = (who: string): string => `${mark}${who.toLowerCase().replace(/[^a-z]/g, '')}`;

const pattern = new RegExp(`${mark}[a-z]*`, 'gi');

/** The canary names in a text, also when it was encoded for an address, as JSON escapes or as base64; each once, sorted. */
export const canariesIn = (text: string): readonly string[] => {
  const readings = [text, unescaped(text), decoded(text), ...base64Parts(text)];
  const found = readings.flatMap((reading) => reading.match(pattern) ?? []);
  return [...new Set(found.map((name) => mark + name.slice(mark.length).toLowerCase()))].sort();
};

const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const decoded = (text: string): string =>
  text.replace(/(%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'));

const base64Parts = (text: string): readonly string[] =>
  (text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []).map((part) => Buffer.from(part, 'base64').toString('latin1'));
