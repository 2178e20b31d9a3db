/** How far a game is, in a few letters: "Q4 2:31", "Final", "Final/OT". */
import type { GameSummary } from '@bball/contracts';
import { ruleSet } from '@bball/engine';
import { clockText } from '../../lib/i18n/game-clock.ts';
import { useWords } from '../../lib/i18n/i18n.ts';

export const useGameState = (game: GameSummary): string => {
  const words = useWords();
  const { count } = ruleSet(game.ruleSet).periods;
  const period = words.game.period(Math.max(1, game.period), count);
  if (game.status === 'live') return game.clockMs === null ? period : `${period} ${clockText(game.clockMs)}`;
  if (game.status === 'cancelled') return words.games.cancelled;
  if (game.status === 'scheduled') return '';
  return game.period > count ? `${words.games.final}/${period}` : words.games.final;
};
