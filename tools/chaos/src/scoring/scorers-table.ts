/** The people at the table of one game, who do what the script says at the pace of the load; and what their devices were promised. */
import { foldLog, type IsoInstant, type LoggedEvent, type RecorderId } from '@bball/engine';
import { randomFrom } from '@bball/engine/testing';
import { type Draft, viewOf } from '@bball/sync';
import type { Coach } from '../wire/coach.ts';
import type { Http } from '../wire/http.ts';
import { unruly } from '../wire/unruly.ts';
import { type Device, makeDevice } from './device.ts';
import type { Hand, Script, Step } from './script.ts';

export type ScorersTable = {
  readonly script: Script;
  readonly devices: readonly Device[];
  /** When a seq was acknowledged for the first time. */
  readonly acknowledgedAtMs: ReadonlyMap<number, number>;
  readonly faults: () => readonly string[];
  readonly troubles: () => number;
  readonly hear: (headSeq: number, events: readonly LoggedEvent[]) => void;
  /** Does so many steps, or fewer where it has to wait. */
  readonly go: (steps: number) => void;
  /** All come back and send what they have. True once nothing is under way. */
  readonly rests: () => boolean;
  readonly isOver: () => boolean;
  readonly end: () => void;
};

type Options = {
  readonly script: Script;
  readonly http: Http;
  readonly coach: Coach;
  /** So many steps are done before the load begins. */
  readonly headStart: number;
};

const at = '2026-01-01T20:00:00.000Z' as IsoInstant;

export const sitDown = ({ script, http, coach, headStart }: Options): ScorersTable => {
  const { gameId, steps } = script;
  const random = randomFrom(`table of ${gameId}`);
  const acknowledgedAtMs = new Map<number, number>();
  const faults: string[] = [];
  let troubles = 0;
  let done = 0;
  let isAtTray = false;
  /** How far somebody said that the log goes. */
  let saidHead = 0;

  const provide = async (what: string): Promise<void> => {
    if (what === 'renew-token') return coach.renew();
    if (what === 'create-game') return coach.prepare(script);
    faults.push(`I-4: the server wants ${what}`);
  };
  const ask = unruly(http, random);
  const hands = new Map<Hand, Device>();
  for (const [hand, deviceId] of Object.entries(script.devices)) {
    const device = makeDevice({
      ...{ gameId, deviceId, random, ask, provide, token: coach.token },
      acknowledged: (seq) => {
        if (!acknowledgedAtMs.has(seq)) acknowledgedAtMs.set(seq, performance.now());
      },
      troubled: () => {
        troubles += 1;
      },
    });
    hands.set(hand as Hand, device);
  }
  const devices = [...hands.values()];
  const deviceOf = (hand: Hand): Device => hands.get(hand) as Device;

  const headSeq = (): number => Math.max(saidHead, ...devices.map((device) => device.log().lastSeq));
  const meets = (): boolean => {
    const head = headSeq();
    for (const device of devices) if (device.isHere() && device.log().through < head) device.hear(head, []);
    return devices.every((device) => !device.isHere() || device.isClear(head));
  };

  /** The score that this device shows is the one it confirms. */
  const statusOf = (step: Step & { readonly do: 'finalize' | 'reopen' }): Draft => {
    const base = { id: step.id, schemaVersion: 1, recordedBy: gameId as string as RecorderId, recordedAt: at };
    if (step.do === 'reopen') return { ...base, type: 'game-reopened' };
    const { score } = foldLog(gameId, viewOf(deviceOf(step.hand).log())).game;
    return { ...base, type: 'game-finalized', score };
  };

  const settle = (decision: 'admit' | 'discard'): void => {
    isAtTray = true;
    coach
      .settleTray(gameId, decision)
      .then(({ ids, headSeq: head }) => {
        saidHead = Math.max(saidHead, head);
        if (decision === 'discard') for (const device of devices) device.discarded(ids);
        done += 1;
      })
      .catch((error: Error) => faults.push(`I-4: the tray: ${error.message}`))
      .finally(() => {
        isAtTray = false;
      });
  };

  /** True when it is done at once. */
  const does = (step: Step): boolean => {
    switch (step.do) {
      case 'key':
        deviceOf(step.hand).key(step.draft);
        return true;
      case 'leave':
        deviceOf(step.hand).leave();
        return true;
      case 'return':
        deviceOf(step.hand).comeBack();
        return true;
      case 'meet':
        return meets();
      case 'finalize':
      case 'reopen':
        deviceOf(step.hand).key(statusOf(step));
        return true;
      default:
        settle(step.do);
        return false;
    }
  };

  const go = (count: number): void => {
    for (let left = count; left > 0 && !isAtTray; left -= 1) {
      const step = steps[done];
      if (step === undefined || !does(step)) return;
      done += 1;
    }
  };
  go(headStart);

  return {
    script,
    devices,
    acknowledgedAtMs,
    faults: () => [...faults, ...devices.flatMap((device) => device.faults)],
    troubles: () => troubles,
    hear: (head, events) => {
      saidHead = Math.max(saidHead, head);
      for (const device of devices) device.hear(head, events);
    },
    go,
    rests: () => {
      for (const device of devices) if (!device.isHere()) device.comeBack();
      return !isAtTray && meets();
    },
    isOver: () => done === steps.length && !isAtTray && meets(),
    end: () => {
      for (const device of devices) device.end();
    },
  };
};
