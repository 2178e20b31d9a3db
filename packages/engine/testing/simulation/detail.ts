/** The same game as a scorer with less time would have kept it: fewer plays, and questions left open. */
import type { GameEvent, LoggedEvent } from '../../src/events/index.ts';
import { type Facet, levels } from '../../src/game/facets.ts';

type Level = keyof typeof levels;

const isKept = (event: GameEvent, facets: ReadonlySet<Facet>): boolean => {
  switch (event.type) {
    case 'field-goal-attempted':
    case 'free-throw-attempted':
      return facets.has('misses') || event.made;
    case 'rebound-taken':
      return facets.has('rebounds');
    case 'turnover-committed':
      return facets.has('turnovers');
    case 'foul-committed':
      return facets.has('fouls');
    case 'timeout-called':
    case 'review-called':
      return facets.has('timeouts');
    case 'lineup-set':
    case 'substitution-made':
      return facets.has('substitutions');
    case 'violation-called':
    case 'jump-ball-called':
    case 'possession-set':
      return facets.has('turnovers');
    default:
      return true;
  }
};

const withLess = (event: LoggedEvent, facets: ReadonlySet<Facet>, level: Level): LoggedEvent => {
  const timed = 'clockMs' in event && !facets.has('clock') ? { ...event, clockMs: null } : event;
  switch (timed.type) {
    case 'game-set-up':
      return {
        ...timed,
        home: { ...timed.home, tracked: levels[level] },
        away: { ...timed.away, tracked: levels[level] },
      };
    case 'field-goal-attempted':
      return {
        ...timed,
        by: facets.has('scorers') ? timed.by : null,
        spot: null,
        style: null,
        assistedBy: null,
        blockedBy: null,
        qualifiers: [],
      };
    case 'free-throw-attempted': {
      const foulId = facets.has('fouls') ? timed.foulId : null;
      return { ...timed, by: facets.has('scorers') ? timed.by : null, foulId, assistedBy: null, qualifiers: [] };
    }
    case 'foul-committed':
      return { ...timed, drawnBy: null, qualifiers: [] };
    default:
      return timed;
  }
};

/** The log at a level of detail, numbered anew. */
export const inLessDetail = (log: readonly LoggedEvent[], level: Level): readonly LoggedEvent[] => {
  if (level === 'full') return log;
  const facets: ReadonlySet<Facet> = new Set(levels[level]);
  return log
    .filter((event) => isKept(event, facets))
    .map((event, index) => ({
      ...withLess(event, facets, level),
      seq: index + 1,
      deviceSeq: index + 1,
      afterSeq: index,
    }));
};
