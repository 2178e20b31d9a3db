/**
 * The twin of the SQL functions `append_events` and `write_game_result`: the same answers in memory, fast enough for thousands
 * of runs. It passes the same suite (log-store-suite.ts). Its flaws are those of the counter-example table.
 */
import type { EventId, GameEvent, GameId, PlayerId } from '@bball/engine';
import type { Answer } from '../../src/local-log.ts';
import { isNewer, type Revision } from '../../src/merge.ts';
import type { Flaw } from './flaws.ts';
import type { AppendCall, Final, Head, Held, Line, LogStore, OutboxRow, ResultWrite, Sealed } from './log-store.ts';

type Row = { readonly event: GameEvent; readonly hash: string };

type GameRows = {
  readonly log: Map<number, Row>;
  readonly seqOf: Map<EventId, number>;
  readonly tray: Map<EventId, Held & { readonly hash: string }>;
  lastSeq: number;
  isFinal: boolean;
  statusSeq: number;
  statusEvent: GameEvent | null;
  result: ResultWrite | null;
  lines: Map<PlayerId, Line & Revision>;
  readonly finals: Final[];
  isLocked: boolean;
};

type Verdict = { readonly outcome: Answer['outcome']; readonly seq: number | null; readonly code: string | null };

const emptyRows = (): GameRows => ({
  log: new Map(),
  seqOf: new Map(),
  tray: new Map(),
  lastSeq: 0,
  isFinal: false,
  statusSeq: 0,
  statusEvent: null,
  result: null,
  lines: new Map(),
  finals: [],
  isLocked: false,
});

const isStatus = ({ type }: GameEvent): boolean => type === 'game-finalized' || type === 'game-reopened';

const hasSeen = (event: GameEvent, rows: GameRows): boolean =>
  rows.statusEvent === null ||
  (rows.statusEvent.deviceId === event.deviceId
    ? rows.statusEvent.deviceSeq < event.deviceSeq
    : rows.statusSeq <= event.afterSeq);

const held = (code: string): Verdict => ({ outcome: 'held', seq: null, code });
const rejected = (code: string): Verdict => ({ outcome: 'rejected', seq: null, code });

/** The finalizing event a status was last set by; for the flaw that settles from what goes by. */
export type FlawedStore = LogStore & { readonly settle: (gameId: GameId, final: Final) => void };

export const memoryStore = (has: (flaw: Flaw) => boolean = () => false): FlawedStore => {
  const games = new Map<GameId, GameRows>();
  let outbox: OutboxRow[] = [];
  let lastRowId = 0;

  const rowsOf = (gameId: GameId): GameRows => {
    const rows = games.get(gameId) ?? emptyRows();
    games.set(gameId, rows);
    return rows;
  };

  const statusVerdict = (event: GameEvent, rows: GameRows, isFinal: boolean): Verdict | null => {
    if (isFinal && event.type !== 'game-reopened') return held('game-is-final');
    if (!isStatus(event) || has('status-unconditional')) return null;
    if (!isFinal && event.type === 'game-reopened') return held('status-unchanged');
    return hasSeen(event, rows) ? null : held('newer-status');
  };

  /** null: it may go in. */
  const judge = ({ event, hash, hold }: Sealed, rows: GameRows, call: AppendCall, before: Head): Verdict | null => {
    const isFinal = has('status-before-lock') ? before.isFinal : rows.isFinal;
    if (has('final-rejected') && isFinal && event.type !== 'game-reopened') return rejected('game-is-final');
    const seq = rows.seqOf.get(event.id);
    if (seq !== undefined && (!has('one-cte') || seq <= before.lastSeq)) {
      return rows.log.get(seq)?.hash === hash ? { outcome: 'repeated', seq, code: null } : rejected('id-reused');
    }
    const tray = rows.tray.get(event.id);
    if (tray !== undefined && tray.hash !== hash) return rejected('id-reused');
    if (tray?.state === 'discarded') return rejected('discarded');
    if (tray?.state === 'held' && call.source === 'device') return held(tray.code);
    if (hold !== null) return held(hold);
    return statusVerdict(event, rows, isFinal);
  };

  const appended = (call: AppendCall, rows: GameRows, before: Head) => {
    const verdicts = new Map<EventId, Verdict & { readonly hash: string }>();
    const accepted: { readonly seq: number; readonly sealed: Sealed }[] = [];
    const trayed: { readonly sealed: Sealed; readonly code: string }[] = [];
    const answers: Answer[] = [];
    for (const sealed of call.events) {
      const { id } = sealed.event;
      const known = verdicts.get(id);
      if (known !== undefined) {
        const again = known.outcome === 'accepted' ? ({ ...known, outcome: 'repeated' } as const) : known;
        const { hash, ...verdict } = again;
        answers.push({ id, ...(hash === sealed.hash ? verdict : rejected('id-reused')) });
        continue;
      }
      const verdict = judge(sealed, rows, call, before) ?? {
        outcome: 'accepted',
        seq: rows.lastSeq + accepted.length + 1,
        code: null,
      };
      if (verdict.outcome === 'accepted') accepted.push({ seq: verdict.seq as number, sealed });
      if (verdict.outcome === 'held' && !rows.tray.has(id)) trayed.push({ sealed, code: verdict.code as string });
      verdicts.set(id, { ...verdict, hash: sealed.hash });
      answers.push({ id, ...verdict });
    }
    return { accepted, trayed, answers };
  };

  const begin: LogStore['begin'] = (call, before) => {
    const rows = rowsOf(call.gameId);
    if (rows.isLocked) return null;
    const { accepted, trayed, answers } = appended(call, rows, before);
    if (call.events.length > 1 && accepted.some(({ sealed }) => isStatus(sealed.event))) {
      throw new Error('a change of the status comes alone in its call');
    }
    rows.isLocked = true;
    // Row ids are given before the commit and become visible with it (K-2).
    const announced = accepted.map(({ seq }) => ({ rowId: ++lastRowId, gameId: call.gameId, seq }));
    const store = ({ seq, sealed: { event, hash } }: (typeof accepted)[number]): boolean => {
      if (rows.seqOf.has(event.id)) return false;
      rows.log.set(seq, { event, hash });
      rows.seqOf.set(event.id, seq);
      const tray = rows.tray.get(event.id);
      if (tray !== undefined) rows.tray.set(event.id, { ...tray, state: 'admitted' });
      if (!isStatus(event)) return true;
      rows.isFinal = event.type === 'game-finalized';
      rows.statusSeq = seq;
      rows.statusEvent = event;
      return true;
    };
    return {
      commit: () => {
        const stored = new Set(accepted.filter(store).map(({ seq }) => seq));
        for (const { sealed, code } of trayed) {
          rows.tray.set(sealed.event.id, { event: sealed.event, hash: sealed.hash, code, state: 'held' });
        }
        rows.lastSeq += accepted.length;
        outbox = [...outbox, ...announced.filter(({ seq }) => stored.has(seq))].sort((a, b) => a.rowId - b.rowId);
        rows.isLocked = false;
        const said = answers.filter(({ outcome, seq }) => outcome !== 'accepted' || stored.has(seq as number));
        return { headSeq: rows.lastSeq, answers: said };
      },
      rollback: () => {
        rows.isLocked = false;
      },
    };
  };

  const isWritten = (rows: GameRows, result: ResultWrite): boolean => {
    const { result: standing } = rows;
    if (standing === null) return true;
    if (has('only-newer-revision')) return result.revision > standing.revision;
    if (has('engine-first') && result.engineVersion !== standing.engineVersion) {
      return result.engineVersion > standing.engineVersion;
    }
    return isNewer(result, standing);
  };

  const writeLines = (rows: GameRows, { players, revision, engineVersion }: ResultWrite): void => {
    if (!has('guard-per-row')) rows.lines = new Map();
    for (const [playerId, line] of players) {
      const standing = rows.lines.get(playerId);
      if (standing === undefined || isNewer({ revision, engineVersion }, standing)) {
        rows.lines.set(playerId, { ...line, revision, engineVersion });
      }
    }
  };

  const write: LogStore['write'] = (result) => {
    const rows = rowsOf(result.gameId);
    if (rows.lastSeq < result.revision) return 'beyond-head';
    if (!isWritten(rows, result)) return 'older';
    rows.result = result;
    writeLines(rows, result);
    const { status, homePts, awayPts, isScoreDisputed } = result.summary;
    const isSettled = rows.finals.some(({ finalEventId }) => finalEventId === rows.statusEvent?.id);
    const maySettle = status === 'final' && rows.isFinal && rows.statusSeq <= result.revision && !isScoreDisputed;
    if (maySettle && !isSettled && rows.statusEvent !== null && !has('consumer-stores-finals')) {
      rows.finals.push({ finalEventId: rows.statusEvent.id, revision: result.revision, homePts, awayPts });
    }
    return 'written';
  };

  return {
    begin,
    write,
    head: (gameId) => {
      const { lastSeq, isFinal, statusEvent } = rowsOf(gameId);
      return { lastSeq, isFinal, statusEventId: statusEvent?.id ?? null };
    },
    read: (gameId, after) => {
      const { log } = rowsOf(gameId);
      const seqs = [...log.keys()].filter((seq) => seq > after).sort((a, b) => a - b);
      return seqs.map((seq) => ({ ...(log.get(seq) as Row).event, seq }));
    },
    held: (gameId) => [...rowsOf(gameId).tray.values()].map(({ event, code, state }) => ({ event, code, state })),
    discard: (gameId, ids) => {
      const { tray } = rowsOf(gameId);
      for (const id of ids) {
        const one = tray.get(id);
        if (one?.state === 'held') tray.set(id, { ...one, state: 'discarded' });
      }
    },
    outbox: () => outbox,
    remove: (rowIds) => {
      const most = Math.max(...rowIds);
      outbox = outbox.filter(({ rowId }) => (has('outbox-up-to-max') ? rowId > most : !rowIds.includes(rowId)));
    },
    result: (gameId) => rowsOf(gameId).result,
    lines: (gameId) => new Map([...rowsOf(gameId).lines].map(([id, { pts, tf }]) => [id, { pts, tf }])),
    finals: (gameId) => rowsOf(gameId).finals,
    settle: (gameId, final) => {
      rowsOf(gameId).finals.push(final);
    },
  };
};
