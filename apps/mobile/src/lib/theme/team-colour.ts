/**
 * A team's own colour, moved until it can be read: lightness steps away from the paper until the contrast passes.
 * Two teams of nearly one colour: the visitors take the palette's, so that a chart never has two alike.
 */
import type { Palette } from './tokens.ts';

type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const print = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`.toUpperCase();

const luminance = (rgb: Rgb): number => {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** WCAG contrast of two #rrggbb colours, 1…21. */
export const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const mix = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((part, at) => part + ((to[at] ?? 0) - part) * share) as unknown as Rgb;

/** The nearest colour of the same hue that reads on both papers of the palette. */
export const legible = (colour: string, palette: Palette): string => {
  const target: Rgb = luminance(parse(palette.bg)) > 0.5 ? [0, 0, 0] : [255, 255, 255];
  for (let step = 0; step <= 20; step += 1) {
    const moved = print(mix(parse(colour), target, step / 20));
    if (contrast(moved, palette.bg) >= 4.5 && contrast(moved, palette.surface) >= 4.5) return moved;
  }
  return palette.text;
};

const distance = (a: string, b: string): number => {
  const [x, y] = [parse(a), parse(b)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
};

/** Nearer than this and two fills look like one; away is striped besides. */
const apart = 75;

const isColour = (value: string | null): value is string => value !== null && /^#[0-9a-f]{6}$/i.test(value);

/** The two colours of a game on this paper. */
export const sideColours = (
  home: string | null,
  away: string | null,
  palette: Palette,
): { home: string; away: string } => {
  const homeColour = isColour(home) ? legible(home, palette) : palette.home;
  const awayColour = isColour(away) ? legible(away, palette) : palette.away;
  if (distance(homeColour, awayColour) >= apart) return { home: homeColour, away: awayColour };
  const other = [palette.away, palette.home, palette.text].find((colour) => distance(colour, homeColour) >= apart);
  return { home: homeColour, away: other ?? palette.text };
};

/** Ink for text on a filled tile of this colour. */
export const inkOn = (colour: string): string =>
  contrast(colour, '#FFFFFF') >= contrast(colour, '#1B1A17') ? '#FFFFFF' : '#1B1A17';
