/** Names of feeds in the words of the API. */

/** `Ana Reyes` and `REYES, ANA` → given and family name; null where there are not two parts. */
export const namePartsOf = (name: string): { readonly givenName: string; readonly familyName: string } | null => {
  const [family, given] = name.includes(',')
    ? split(name, name.indexOf(','))
    : split(name, name.indexOf(' ')).reverse();
  return given === undefined || family === undefined || given === '' || family === ''
    ? null
    : { givenName: given.slice(0, 40), familyName: family.slice(0, 40) };
};

const split = (name: string, at: number): readonly string[] & { reverse(): string[] } =>
  at < 0 ? [name.trim()] : [name.slice(0, at).trim(), name.slice(at + 1).trim()];
