/**
 * The counted columns of a line, and which facets of the game must have been tracked for each to be more than a dash.
 * Ratios are not columns: they are derived from these (stats/derived.ts).
 * Source: rules-and-statistics.md "Box score"; events.md CMP-1.
 */
import type { Facet } from '../game/facets.ts';

type Column = {
  readonly title: string;
  readonly meaning: string;
  /** A player's value is null unless all of these were tracked at some time. */
  readonly needs: readonly Facet[];
  /** A team's needs, where they are fewer: a team's baskets count without knowing who scored. */
  readonly teamNeeds: readonly Facet[];
};

export const columns = {
  pts: { title: 'PTS', meaning: 'points', needs: ['scorers'], teamNeeds: [] },
  fgm: { title: 'FGM', meaning: 'field goals made', needs: ['baskets', 'scorers'], teamNeeds: ['baskets'] },
  fga: { title: 'FGA', meaning: 'field goals attempted', needs: ['baskets', 'scorers', 'misses'], teamNeeds: ['baskets', 'misses'] },
  fg3m: { title: '3PM', meaning: 'outside field goals made', needs: ['baskets', 'scorers'], teamNeeds: ['baskets'] },
  fg3a: { title: '3PA', meaning: 'outside field goals attempted', needs: ['baskets', 'scorers', 'misses'], teamNeeds: ['baskets', 'misses'] },
  ftm: { title: 'FTM', meaning: 'free throws made', needs: ['baskets', 'scorers'], teamNeeds: ['baskets'] },
  fta: { title: 'FTA', meaning: 'free throws attempted', needs: ['baskets', 'scorers', 'misses'], teamNeeds: ['baskets', 'misses'] },
  oreb: { title: 'OREB', meaning: 'offensive rebounds', needs: ['rebounds'], teamNeeds: ['rebounds'] },
  dreb: { title: 'DREB', meaning: 'defensive rebounds', needs: ['rebounds'], teamNeeds: ['rebounds'] },
  reb: { title: 'REB', meaning: 'rebounds', needs: ['rebounds'], teamNeeds: ['rebounds'] },
  ast: { title: 'AST', meaning: 'assists', needs: ['assists'], teamNeeds: ['assists'] },
  stl: { title: 'STL', meaning: 'steals', needs: ['steals'], teamNeeds: ['steals'] },
  blk: { title: 'BLK', meaning: 'blocks', needs: ['blocks'], teamNeeds: ['blocks'] },
  blka: { title: 'BLKA', meaning: 'own shots blocked', needs: ['blocks'], teamNeeds: ['blocks'] },
  tov: { title: 'TOV', meaning: 'turnovers', needs: ['turnovers'], teamNeeds: ['turnovers'] },
  pf: { title: 'PF', meaning: 'personal fouls', needs: ['fouls'], teamNeeds: ['fouls'] },
  pfd: { title: 'PFD', meaning: 'fouls drawn', needs: ['fouls-drawn'], teamNeeds: ['fouls-drawn'] },
  tf: { title: 'TF', meaning: 'technical fouls', needs: ['fouls'], teamNeeds: ['fouls'] },
  plusMinus: { title: '+/-', meaning: 'points for less points against while on court', needs: ['substitutions'], teamNeeds: [] },
  playedMs: { title: 'MIN', meaning: 'time on court', needs: ['substitutions', 'clock'], teamNeeds: ['substitutions', 'clock'] },
} as const satisfies Record<string, Column>;

export type StatKey = keyof typeof columns;
export const statKeys = Object.keys(columns) as readonly StatKey[];

/** One value per column; null: it was not tracked, which is never 0. */
export type Counts = { readonly [Key in StatKey]: number | null };
