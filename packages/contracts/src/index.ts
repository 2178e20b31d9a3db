/** @bball/contracts: what crosses a wire. Schemas, problem codes, the declarations of the endpoints, the version. */

export * from './events/game-event.ts';
export * from './problems.ts';
export * from './rest/accounts.ts';
export * from './rest/card.ts';
export * from './rest/events.ts';
export * from './rest/games.ts';
export * from './rest/held-events.ts';
export * from './rest/leagues.ts';
export * from './rest/live.ts';
export * from './rest/members.ts';
export * from './rest/nouns.ts';
export * from './rest/paging.ts';
export * from './rest/persons.ts';
export * from './rest/roster.ts';
export * from './rest/scorers.ts';
export * from './rest/seasons.ts';
export * from './rest/sessions.ts';
export * from './rest/snapshot.ts';
export * from './rest/teams.ts';
export * from './route.ts';
export * from './socket/messages.ts';
export * from './version.ts';
