/** A game of which nothing was said yet, as the score bug shows it. */
import type { GameState } from '@bball/engine';

const nothing = { home: null, away: null };

export const emptyGame: GameState = {
  ruleSet: 'fiba-2024',
  rules: {},
  status: 'scheduled',
  home: null,
  away: null,
  score: { home: 0, away: 0 },
  officialScore: null,
  period: 0,
  periodState: 'not-started',
  clockMs: null,
  periods: [],
  teamFouls: nothing,
  bonus: nothing,
  timeoutsLeft: nothing,
  possession: null,
  arrow: null,
  onCourt: nothing,
  freeThrowsDue: null,
  leadChanges: 0,
  timesTied: 0,
  isDegraded: false,
};
