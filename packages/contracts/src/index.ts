/** @bball/contracts: what crosses a wire. Schemas, problem codes, the declarations of the endpoints, the version. */
export * from './problems.ts';
export * from './rest/accounts.ts';
export * from './rest/paging.ts';
export * from './rest/sessions.ts';
export * from './route.ts';
export * from './events/game-event.ts';
export * from './rest/events.ts';
export * from './rest/held-events.ts';
export * from './rest/live.ts';
export * from './rest/snapshot.ts';
export * from './socket/messages.ts';
export * from './version.ts';
