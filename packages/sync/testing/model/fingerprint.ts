/** Equality of states at the price of what changed: the text of each line and play is kept with its object. */
import { canonicalJson, type Snapshot } from '@bball/engine';

const texts = new WeakMap<object, string>();

const textOf = (value: object): string => {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = canonicalJson(value);
  texts.set(value, text);
  return text;
};

const partTexts = new WeakMap<object, string>();

const partText = (part: Readonly<Record<string, object>>): string => {
  const known = partTexts.get(part);
  if (known !== undefined) return known;
  const keys = Object.keys(part).sort();
  const text = keys.map((key) => `${key}=${textOf(part[key] as object)}`).join('\n');
  partTexts.set(part, text);
  return text;
};

export const fingerprint = ({ revision, engineVersion, game, teams, players, plays, flags }: Snapshot): string =>
  [
    `${revision}/${engineVersion}`,
    textOf(game),
    partText(teams),
    partText(players),
    partText(plays),
    partText(flags),
  ].join('\n\n');
