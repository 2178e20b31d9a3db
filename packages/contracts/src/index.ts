/** @bball/contracts: what crosses a wire. Schemas, problem codes, the declarations of the endpoints, the version. */
export * from './problems.ts';
export * from './rest/accounts.ts';
export * from './rest/paging.ts';
export * from './rest/sessions.ts';
export * from './route.ts';
