/** What a game's scorers record, per team and stretch of the game. Source: events.md CMP-1. */
export const facets = [
  'baskets',
  'scorers',
  'misses',
  'spots',
  'rebounds',
  'turnovers',
  'steals',
  'blocks',
  'assists',
  'fouls',
  'fouls-drawn',
  'substitutions',
  'clock',
  'fast-breaks',
  'timeouts',
] as const;

export type Facet = (typeof facets)[number];

/** The three levels of detail that the product names; any other subset is as good. */
export const levels = {
  score: ['baskets'],
  basic: ['baskets', 'scorers', 'fouls', 'timeouts'],
  full: facets,
} as const satisfies Record<string, readonly Facet[]>;

/** Facets as bits, for states that are copied often. */
export const facetBit = Object.fromEntries(facets.map((facet, index) => [facet, 1 << index])) as Readonly<
  Record<Facet, number>
>;

export const facetBits = (tracked: readonly Facet[]): number =>
  tracked.reduce((bits, facet) => bits | (facetBit[facet] ?? 0), 0);
