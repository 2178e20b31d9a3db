/** What coaches do at a whistle: change players, take timeouts. */
import { isOvertime, type Match, periodLengthMs, type SimulatedPlayer, type SimulatedSide } from './match.ts';

const changesAtOnce = 3;

/** How much longer than wished somebody has played; in foul trouble a coach acts as if it were more. */
const surplusMs = (match: Match, player: SimulatedPlayer): number => {
  const { rules } = match;
  const toFoulOut = rules.outAfter.find(({ kinds }) => kinds === 'pf')?.count ?? 99;
  const gameMs = rules.periods.count * rules.periods.lengthMs;
  const isClosing = match.period >= rules.periods.count && (match.clockMs ?? 0) < 240_000;
  const allowedFouls = Math.floor(toFoulOut * Math.min(1, 0.3 + (0.75 * match.elapsedMs) / gameMs));
  const trouble = !isClosing && player.personals > allowedFouls ? 240_000 : 0;
  const trust = isClosing ? player.share * 300_000 : 0;
  return player.playedMs - player.share * match.elapsedMs + trouble - trust;
};

const swap = (side: SimulatedSide, out: SimulatedPlayer, into: SimulatedPlayer): void => {
  side.onCourt = side.onCourt.map((player) => (player === out ? into : player));
};

/** Changes those who are out, and whoever has played too long for a rested team-mate; one event for all. */
export const substitute = (match: Match, side: SimulatedSide): void => {
  const patienceMs = (match.rules.periods.count * match.rules.periods.lengthMs) / 15;
  const before = [...side.onCourt];
  const bench = (): SimulatedPlayer[] =>
    side.players
      .filter((player) => !player.isOut && !side.onCourt.includes(player))
      .sort((a, b) => surplusMs(match, a) - surplusMs(match, b));
  for (const out of before.filter((player) => player.isOut)) {
    const into = bench()[0];
    if (into === undefined) side.onCourt = side.onCourt.filter((player) => player !== out);
    else swap(side, out, into);
  }
  for (let changes = 0; changes < changesAtOnce; changes++) {
    const [into] = bench();
    const [out] = [...side.onCourt].sort((a, b) => surplusMs(match, b) - surplusMs(match, a));
    if (into === undefined || out === undefined) break;
    if (surplusMs(match, out) - surplusMs(match, into) < patienceMs) break;
    swap(side, out, into);
  }
  const playersIn = side.onCourt.filter((player) => !before.includes(player)).map((player) => player.id);
  const playersOut = before.filter((player) => !side.onCourt.includes(player)).map((player) => player.id);
  if (playersIn.length + playersOut.length === 0) return;
  match.recorder.wait(4_000);
  match.recorder.record({ type: 'substitution-made', teamId: side.teamId, playersIn, playersOut });
};

const canTakeTimeout = (match: Match, side: SimulatedSide): boolean => {
  const { timeouts, periods } = match.rules;
  const taken = side.timeouts;
  if (isOvertime(match)) return taken.filter(({ period }) => period === match.period).length < timeouts.perOvertime;
  const allowance = timeouts.allowances.find(({ from, to }) => from <= match.period && match.period <= to);
  if (allowance === undefined || match.period > periods.count) return false;
  const inStretch = taken.filter(({ period }) => allowance.from <= period && period <= allowance.to).length;
  const isWithinCaps = timeouts.caps.every(({ period, lastMs, max }) => {
    const isInCap = (at: { period: number; clockMs: number | null }): boolean =>
      at.period === period && (lastMs === null || (at.clockMs ?? 0) <= lastMs);
    return !isInCap(match) || taken.filter(isInCap).length < max;
  });
  return inStretch < allowance.count && isWithinCaps;
};

/** Takes one if the rules leave one. */
export const takeTimeout = (match: Match, side: SimulatedSide): boolean => {
  if (!canTakeTimeout(match, side)) return false;
  side.timeouts.push({ period: match.period, clockMs: match.clockMs });
  match.recorder.record({ type: 'timeout-called', teamId: side.teamId, kind: 'full' });
  match.recorder.wait(60_000);
  return true;
};

/** A coach's timeout when the other side is on a run, in a close finish, or now and then. */
export const considerTimeout = (match: Match, side: SimulatedSide, opponent: SimulatedSide): void => {
  const isClose = Math.abs(side.score - opponent.score) <= 6;
  const isFinish = match.period >= match.rules.periods.count && (match.clockMs ?? 0) < 120_000;
  const wish = opponent.unanswered >= 8 ? 0.6 : isFinish && isClose ? 0.2 : 0.03;
  if (!match.random.isChance(wish) || !takeTimeout(match, side)) return;
  for (const each of match.sides) substitute(match, each);
};

/** The television's pause, at the first whistle after its time. */
export const considerMediaTimeout = (match: Match): void => {
  const { mediaTimeoutsAtMs } = match.manner;
  const dueAtMs = mediaTimeoutsAtMs[match.mediaTimeoutsTaken];
  if (isOvertime(match) || dueAtMs === undefined || match.clockMs === null) return;
  if (match.clockMs > dueAtMs || match.clockMs >= periodLengthMs(match)) return;
  match.mediaTimeoutsTaken += 1;
  match.recorder.record({ type: 'timeout-called', teamId: null, kind: 'media' });
  match.recorder.wait(90_000);
};
