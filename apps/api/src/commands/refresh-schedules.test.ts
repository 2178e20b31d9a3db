/**
 * Seeded schedules of tabs and phones with losses against the rule of refresh-decision: nobody honest is signed out, every replay of a spent
 * token is caught. The family is the real decision; the network and the clients are the model.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../../testing/random.ts';
import { accountRules } from '../config/accounts.ts';
import { decideRefresh, type Family, headAfter, type RefreshDecision } from './refresh-decision.ts';

const seconds = (count: number): number => count * 1_000;
const minutes = (count: number): number => count * 60_000;
const hours = (count: number): number => count * 3_600_000;
const days = (count: number): number => count * 86_400_000;

/** One server-side family; tokens are their generations. */
const makeServer = () => {
  let family: Family = {
    headGeneration: 0,
    headMadeAtMs: 0,
    headAtMs: 0,
    headSeen: false,
    lostInARow: 0,
    idleUntilMs: days(14),
    expiresAtMs: days(30),
    endedAtMs: null,
  };
  const decisions: RefreshDecision[] = [];
  return {
    decisions,
    isAlive: () => family.endedAtMs === null,
    /** The generation of the answer, or null for 401. */
    refresh: (generation: number, nowMs: number): number | null => {
      const decision = decideRefresh(family, generation, nowMs, accountRules);
      decisions.push(decision);
      if (decision === 'reuse') family = { ...family, endedAtMs: nowMs };
      if (decision === 'reuse' || decision === 'ended') return null;
      family = { ...family, ...headAfter(family, decision, nowMs), idleUntilMs: nowMs + days(14) };
      return family.headGeneration;
    },
    /** A request with the access token of a generation. */
    use: (generation: number): void => {
      if (generation === family.headGeneration) family = { ...family, headSeen: true };
    },
  };
};

type Server = ReturnType<typeof makeServer>;
type Jar = { token: number };
type Network = { readonly server: Server; readonly jar: Jar; readonly random: () => number };

/**
 * A browser's tabs share one jar. They wake up when an access token is old, or are reloaded, alone or together; send what the jar holds, wait at
 * most 30 s, and try again a few seconds after a loss. Sometimes the lid closes right after sending, and hours pass.
 */
const honestRun = (seed: number): Server => {
  const random = seeded(seed);
  const server = makeServer();
  const jar: Jar = { token: 0 };
  const tabs = 1 + Math.floor(random() * 3);
  let nowMs = 0;
  for (let step = 0; step < 60 && server.isAlive(); step += 1) {
    nowMs += pause(random);
    for (
      let attempt = 0;
      attempt < 5 && !askTogether({ server, jar, random }, random() < 0.3 ? tabs : 1, nowMs);
      attempt += 1
    ) {
      if (random() < lidCloses) break;
      nowMs += seconds(2) + random() * seconds(8);
    }
  }
  return server;
};

const lost = 0.25;
const lidCloses = 0.15;

/** Tabs that wake together present the same token; their answers come in any order, some never. Whether any answer came. */
const askTogether = ({ server, jar, random }: Network, askers: number, nowMs: number): boolean => {
  const presented = jar.token;
  let came = false;
  for (let asker = 0; asker < askers; asker += 1) {
    const given = server.refresh(presented, nowMs + random() * seconds(30));
    if (given === null || random() < lost) continue;
    jar.token = Math.max(jar.token, given);
    came = true;
    if (random() < 0.9) server.use(given);
  }
  return came;
};

/** Reloads, a token growing old, a break, a night. The promise is for 24 h in a row without one answer, so nights are shorter than 12 h. */
const pause = (random: () => number): number => {
  const kind = random();
  if (kind < 0.35) return random() * seconds(20);
  if (kind < 0.8) return minutes(9) + random() * minutes(3);
  if (kind < 0.97) return random() * hours(3);
  return hours(3) + random() * hours(8);
};

test('in 4,000 schedules of tabs and phones with losses nobody honest is signed out', () => {
  const outcomes = new Map<RefreshDecision, number>();
  for (let seed = 1; seed <= 4_000; seed += 1) {
    const server = honestRun(seed);
    for (const decision of server.decisions) outcomes.set(decision, (outcomes.get(decision) ?? 0) + 1);
    assert.ok(server.isAlive(), `seed ${seed}: ${server.decisions.join(' ')}`);
  }
  for (const decision of ['rotate', 'same', 'repeat', 'repeat-lost'] as const) {
    assert.ok((outcomes.get(decision) ?? 0) > 100, `the schedules hardly meet ${decision}`);
  }
});

test('in 2,000 schedules every replay of a spent token ends the family', () => {
  for (let seed = 1; seed <= 2_000; seed += 1) {
    const random = seeded(seed * 7 + 3);
    const server = makeServer();
    const given: number[] = [0];
    let nowMs = 0;
    const turns = 3 + Math.floor(random() * 8);
    for (let turn = 0; turn < turns; turn += 1) {
      nowMs += minutes(9) + random() * minutes(4);
      const next = server.refresh(given.at(-1)!, nowMs);
      assert.notEqual(next, null);
      given.push(next!);
      server.use(next!);
    }
    const stolen = given[Math.floor(random() * (given.length - 1))]!;
    const isBeforeHead = stolen === given.at(-1)! - 1;
    // In step with its owner, within 60 s, a thief gets the owner's own answer: accepted until tokens are bound to a key.
    nowMs += isBeforeHead ? seconds(61) : random() * hours(5);
    assert.equal(server.refresh(stolen, nowMs), null, `seed ${seed}`);
    assert.equal(server.isAlive(), false);
    assert.equal(server.refresh(given.at(-1)!, nowMs), null, `seed ${seed}: the thief's family lives`);
  }
});
