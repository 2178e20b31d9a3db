/**
 * What a play says after its corrections: registers by group of fields, the later by seq stands, and what overruled something unseen is flagged.
 * Source: protocol.md R-1…R-5; events.md COR-1…COR-7.
 */

import { canonicalJson } from './canonical.ts';
import { areConcurrent, saw } from './checks/knowledge.ts';
import { envelopeFields } from './events/base.ts';
import { fits } from './events/fitting.ts';
import type { LoggedEvent, Play, PlayType } from './events/index.ts';
import type { PlayAmended } from './events/play-amended.ts';
import type { PlayRestored } from './events/play-restored.ts';
import type { PlayVoided } from './events/play-voided.ts';
import type { RaisedFlag } from './game/board.ts';
import { compareLogged } from './sheet.ts';

export type LoggedPlay = Play & LoggedEvent;
export type LoggedCorrection = LoggedEvent & (PlayAmended | PlayVoided | PlayRestored);
type LoggedAmendment = PlayAmended & LoggedEvent;

export type Resolved = {
  readonly play: LoggedPlay;
  readonly isVoided: boolean;
  /** Fields as first said, of those that differ now; null: never amended. */
  readonly firstSaid: Readonly<Record<string, unknown>> | null;
  readonly flags: readonly RaisedFlag[];
};

/** fields that only make sense together are one group; each other field is its own. */
export const groupOf = (field: string): string => {
  if (field === 'period' || field === 'rank') return 'place';
  return field === 'teamId' || field === 'by' ? 'who' : field;
};

type Values = Readonly<Record<string, unknown>>;

const valuesOf = (play: LoggedPlay): Values => {
  const values: Record<string, unknown> = { period: play.place.period, rank: play.place.rank };
  for (const [field, value] of Object.entries(play)) if (!envelopeFields.has(field)) values[field] = value;
  return values;
};

const changedGroups = (type: PlayType, changes: Values): Map<string, Values> => {
  const groups = new Map<string, Record<string, unknown>>();
  for (const [field, value] of Object.entries(changes)) {
    if (!fits(type, field, value)) continue;
    const group = groupOf(field);
    groups.set(group, { ...groups.get(group), [field]: value });
  }
  return groups;
};

/** The groups that corrections of a play can write. */
export const correctionGroups = (play: LoggedPlay): ReadonlySet<string> =>
  new Set(['isVoid', ...Object.keys(valuesOf(play)).map(groupOf)]);

const fieldsOf = (first: Values, group: string): string[] =>
  Object.keys(first).filter((field) => groupOf(field) === group);

type Write = { readonly event: LoggedAmendment; readonly value: Values };

/** A group is written whole: what a patch leaves out is what its maker had seen standing. */
const wholeValue = (
  first: Values,
  fields: readonly string[],
  { event, value: patch }: Write,
  earlier: readonly Write[],
): Values => {
  const isWhole = fields.every((field) => Object.hasOwn(patch, field));
  const seen = isWhole ? undefined : earlier.findLast((write) => saw(event, write.event));
  const base = seen?.value ?? first;
  return Object.fromEntries(fields.map((field) => [field, Object.hasOwn(patch, field) ? patch[field] : base[field]]));
};

const sameValue = (a: Values, b: Values): boolean => canonicalJson(a) === canonicalJson(b);

const raise = (code: RaisedFlag['code'], play: LoggedPlay, detail: RaisedFlag['detail']): RaisedFlag => ({
  code,
  playId: play.id,
  about: null,
  side: null,
  player: null,
  detail,
});

/** a standing write that had not seen a beaten one of another value. */
const disagreements = (play: LoggedPlay, group: string, writes: readonly Write[]): RaisedFlag[] => {
  const standing = writes.at(-1);
  const beaten = writes.findLast(
    (write) =>
      standing !== undefined &&
      write !== standing &&
      !saw(standing.event, write.event) &&
      !sameValue(write.value, standing.value),
  );
  if (standing === undefined || beaten === undefined) return [];
  return [raise('amendments-disagree', play, { group, standing: standing.event.id, beaten: beaten.event.id })];
};

const voidDisagreements = (play: LoggedPlay, corrections: readonly LoggedCorrection[]): RaisedFlag[] => {
  const status = corrections.filter(({ type }) => type !== 'play-amended');
  const standing = status.at(-1);
  if (standing === undefined) return [];
  const beaten = status.findLast(
    (other) => other !== standing && other.type !== standing.type && !saw(standing, other),
  );
  const unseen =
    standing.type === 'play-voided'
      ? corrections.findLast((other) => other.type === 'play-amended' && areConcurrent(other, standing))
      : undefined;
  const against = beaten ?? unseen;
  return against === undefined
    ? []
    : [raise('amendments-disagree', play, { group: 'isVoid', standing: standing.id, beaten: against.id })];
};

const isAmendment = (event: LoggedCorrection): event is LoggedAmendment => event.type === 'play-amended';

const misfits = (play: LoggedPlay, amendments: readonly LoggedAmendment[]): RaisedFlag[] =>
  amendments
    .filter(
      ({ playType, changes }) =>
        playType !== play.type || Object.entries(changes).some(([field, value]) => !fits(play.type, field, value)),
    )
    .map((event) => raise('correction-misfit', play, { correction: event.id }));

const withValues = (play: LoggedPlay, values: Values): LoggedPlay => {
  const { period, rank, ...body } = values;
  return { ...play, ...body, place: { period, rank } } as LoggedPlay;
};

const asFirstSaid = (first: Values, now: Values): Values | null => {
  const differing = Object.entries(first).filter(
    ([field, value]) => canonicalJson(value) !== canonicalJson(now[field]),
  );
  return differing.length === 0 ? null : Object.fromEntries(differing);
};

const noFlags: readonly RaisedFlag[] = [];

const uncorrected = (play: LoggedPlay): Resolved => ({ play, isVoided: false, firstSaid: null, flags: noFlags });

/** The play as it stands after `corrections`, which may come in any order and need not fit. */
export const resolve = (play: LoggedPlay, corrections: readonly LoggedCorrection[]): Resolved => {
  if (corrections.length === 0) return uncorrected(play);
  const inOrder = [...corrections].sort(compareLogged);
  const first = valuesOf(play);
  const writes = new Map<string, Write[]>();
  const amendments = inOrder.filter(isAmendment);
  for (const event of amendments) {
    if (event.playType !== play.type) continue;
    for (const [group, patch] of changedGroups(play.type, event.changes)) {
      const ofGroup = writes.get(group) ?? [];
      const value = wholeValue(first, fieldsOf(first, group), { event, value: patch }, ofGroup);
      ofGroup.push({ event, value });
      writes.set(group, ofGroup);
    }
  }
  const values: Record<string, unknown> = { ...first };
  const flags: RaisedFlag[] = misfits(play, amendments);
  for (const [group, ofGroup] of writes) {
    Object.assign(values, ofGroup.at(-1)?.value);
    flags.push(...disagreements(play, group, ofGroup));
  }
  flags.push(...voidDisagreements(play, inOrder));
  const isVoided = inOrder.findLast(({ type }) => type !== 'play-amended')?.type === 'play-voided';
  return { play: withValues(play, values), isVoided, firstSaid: asFirstSaid(first, values), flags };
};
