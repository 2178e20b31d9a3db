/**
 * Cells of the rule rows that nobody has checked against the book yet. Confirm one, fix its row if need be, delete it here.
 * Source: the cells marked ? in rules-and-statistics.md and events.md §5.
 */
import type { RuleFields, RuleSetId } from './rule-set.ts';

type UnconfirmedCell = { readonly field: keyof RuleFields; readonly about: string };

export const unconfirmedCells: Readonly<Record<RuleSetId, readonly UnconfirmedCell[]>> = {
  'fiba-2024': [{ field: 'fouls', about: 'clear-path and take count as unsportsmanlike' }],
  'euroleague-2025': [{ field: 'fouls', about: 'clear-path and take count as unsportsmanlike' }],
  'nba-2025': [{ field: 'fouls', about: 'an offensive foul is no team foul' }],
  'wnba-2025': [
    { field: 'court', about: 'corner at 6.70 m' },
    { field: 'bonus', about: 'second foul of the last minute; fourth of an overtime' },
    { field: 'overtimeTeamFouls', about: 'start again' },
    { field: 'timeouts', about: '5 in regulation, 2 an overtime, at most 2 in the last 2:00' },
  ],
  'ncaa-men-2025': [
    { field: 'court', about: 'corner at 6.60 m' },
    { field: 'fouls', about: 'all rows; class B technicals count for nobody' },
    { field: 'outAfter', about: 'two class A or three technicals' },
    { field: 'coachOutAfter', about: 'two class A, or three with the bench' },
    { field: 'overtimeTeamFouls', about: 'go on from the second half' },
    { field: 'shotClockMs', about: '20 s after an offensive rebound' },
    { field: 'freeThrowPlusMinus', about: 'as FIBA' },
    { field: 'ownBasket', about: 'credited to a player' },
    { field: 'timeouts', about: 'a challenge won gives the timeout back' },
  ],
  'ncaa-women-2025': [
    { field: 'overtimeMs', about: '5 minutes' },
    { field: 'court', about: 'arc at 6.75 m' },
    { field: 'fouls', about: "all rows; as the men's book" },
    { field: 'outAfter', about: '5 fouls; technicals as men' },
    { field: 'coachOutAfter', about: 'as men' },
    { field: 'freeThrowPlusMinus', about: 'as FIBA' },
    { field: 'ownBasket', about: 'credited to a player' },
    { field: 'timeouts', about: 'one an overtime; a challenge won gives the timeout back' },
  ],
  'nfhs-2025': [
    { field: 'fouls', about: 'all rows' },
    { field: 'coachOutAfter', about: '2 direct, or 3 in all' },
    { field: 'freeThrowPlusMinus', about: 'as FIBA' },
  ],
  'fiba-3x3-2024': [
    { field: 'fouls', about: 'an unsportsmanlike foul is two team fouls' },
    { field: 'outAfter', about: 'two unsportsmanlike fouls' },
    { field: 'forfeit', about: 'the book writes w–0; 21–0 here' },
  ],
};
