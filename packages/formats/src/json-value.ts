/**
 * A JSON value that knows where it stands, so that every refusal names its place. Feeds differ by season: a field may be
 * missing, null, a number or the same number as text; `…OrNull` readers take all of these, the others insist.
 */
import { type FormatProblem, refuse, type SourceFile } from './problem.ts';

export type Json = { readonly value: unknown; readonly path: string; readonly file: SourceFile };

export const refuseAt = (json: Json, code: FormatProblem['code'], message: string): never =>
  refuse({ code, file: json.file, place: json.path, message });

const described = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

const wrongType = (json: Json, expected: string): never =>
  json.value === undefined
    ? refuseAt(json, 'missing', `expected ${expected}, found nothing`)
    : refuseAt(json, 'wrong-type', `expected ${expected}, found ${described(json.value)}`);

export const parseJson = (text: string, file: SourceFile, path = '$'): Json => {
  try {
    return { value: JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text), path, file };
  } catch (error) {
    return refuse({
      code: 'not-json',
      file,
      place: path,
      message: error instanceof Error ? error.message : 'not JSON',
    });
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** A member of an object; its value is undefined where the feed leaves the field out. */
export const member = (json: Json, key: string): Json => {
  if (!isRecord(json.value)) return wrongType(json, 'an object');
  const path = json.path === '$' ? key : `${json.path}.${key}`;
  return { value: Object.hasOwn(json.value, key) ? json.value[key] : undefined, path, file: json.file };
};

export const has = (json: Json, key: string): boolean => {
  const { value } = member(json, key);
  return value !== undefined && value !== null;
};

export const entries = (json: Json): readonly (readonly [string, Json])[] => {
  if (Array.isArray(json.value)) return items(json).map((item, index) => [String(index), item] as const);
  if (!isRecord(json.value)) return wrongType(json, 'an object');
  return Object.keys(json.value).map((key) => [key, member(json, key)] as const);
};

export const items = (json: Json): readonly Json[] => {
  if (!Array.isArray(json.value)) return wrongType(json, 'an array');
  return json.value.map((value: unknown, index) => ({ value, path: `${json.path}[${index}]`, file: json.file }));
};

/** Trimmed text; a number counts as its digits. Missing and null are ''. */
export const textOrEmpty = (json: Json): string => {
  if (json.value === undefined || json.value === null) return '';
  if (typeof json.value === 'number') return String(json.value);
  return typeof json.value === 'string' ? json.value.trim() : wrongType(json, 'text');
};

export const text = (json: Json): string => textOrEmpty(json) || wrongType(json, 'text');

/** A finite number, also when written as text; null where missing, null or blank. */
export const numberOrNull = (json: Json): number | null => {
  if (json.value === undefined || json.value === null || json.value === '') return null;
  if (typeof json.value === 'boolean') return wrongType(json, 'a number');
  const asText = typeof json.value === 'string' ? json.value.trim() : json.value;
  const number =
    typeof asText === 'number' ? asText : typeof asText === 'string' && asText !== '' ? Number(asText) : NaN;
  return Number.isFinite(number) ? number : wrongType(json, 'a number');
};

export const integer = (json: Json): number => {
  const number = numberOrNull(json);
  return number !== null && Number.isInteger(number) ? number : wrongType(json, 'a whole number');
};

/** Nobody has played a longer game; a greater number is a broken file, not a game. */
const mostPeriods = 30;

/** A period's number, from 1. */
export const periodNumber = (json: Json): number => {
  const period = integer(json);
  return period >= 1 && period <= mostPeriods ? period : refuseAt(json, 'wrong-type', `no such period: ${period}`);
};

/** 1, "1" and true are yes; 0, "0", "", false, null and a missing field are no. */
export const isYes = (json: Json): boolean => json.value === true || textOrFlag(json) === '1';

const textOrFlag = (json: Json): string =>
  typeof json.value === 'boolean' ? String(Number(json.value)) : textOrEmpty(json);

/** A list of words; missing is empty, one word alone is a list of one. */
export const words = (json: Json): readonly string[] => {
  if (json.value === undefined || json.value === null || json.value === '') return [];
  if (typeof json.value === 'string') return [json.value];
  return items(json).map(textOrEmpty);
};

/** A word without case, spaces and marks: feeds write `out-of-bounds`, `outofbounds` and `Out Of Bounds` for one thing. */
export const folded = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');
