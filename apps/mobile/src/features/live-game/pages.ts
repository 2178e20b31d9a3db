/** Which panels stand together on a page, by the room there is. */
import type { Room } from '../../lib/layout/layout.ts';

export type PanelKey = 'feed' | 'box' | 'shots' | 'flow' | 'teams' | 'lineups';
export type PageKey = 'feed' | 'box' | 'shots' | 'flow' | 'teams' | 'game' | 'charts';

/** On a phone one panel a page; the line-ups follow the comparison. Wider: feed beside box, chart beside flow. */
export const pagesOf = (room: Room): readonly [PageKey, ...PageKey[]] =>
  room === 'phone' ? ['feed', 'box', 'shots', 'flow', 'teams'] : ['game', 'charts', 'teams'];

const columns: Readonly<Record<PageKey, readonly PanelKey[]>> = {
  feed: ['feed'],
  box: ['box'],
  shots: ['shots'],
  flow: ['flow'],
  teams: ['teams', 'lineups'],
  game: ['feed', 'box'],
  charts: ['shots', 'flow'],
};

/** The panels of a page; on a phone those of `teams` are under one switch. */
export const columnsOf = (page: PageKey): readonly PanelKey[] => columns[page];
