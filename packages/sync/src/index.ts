/** @bball/sync: the pure core of a shared log, both ends of it. No sockets, timers or storage: see SPEC.md. */
export * from './audience.ts';
export * from './checksum.ts';
export * from './fork.ts';
export * from './hand-over.ts';
export * from './known-ranks.ts';
export * from './local-log.ts';
export * from './log-reader.ts';
export * from './log-view.ts';
export * from './merge.ts';
export * from './messages.ts';
export * from './overruled.ts';
export * from './presence.ts';
export * from './replay.ts';
export * from './reply-table.ts';
export * from './send-loop.ts';
export * from './shared-clock.ts';
export * from './viewer.ts';
export { viewerStep } from './viewer-step.ts';
