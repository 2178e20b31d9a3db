/** The table of rooms as rules of dependency-cruiser. */
import type { DependencyType } from 'dependency-cruiser';
import { below, type Room, rooms, testPaths, typeOnly } from './rooms.ts';

type Rule = {
  readonly name: string;
  /** The sentence that is printed. */
  readonly comment: string;
  readonly severity: 'error';
  readonly from: Where;
  readonly to: Where & { readonly circular?: true; readonly viaOnly?: Where };
};

type Where = {
  readonly path?: string | string[];
  readonly pathNot?: string | string[];
  readonly dependencyTypes?: DependencyType[];
  readonly dependencyTypesNot?: DependencyType[];
};

const exactly = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const starts = (paths: readonly string[]) => paths.map((path) => `^${exactly(path)}`);
const fromNpm = (names: readonly string[]) => names.map((name) => `(^|/)node_modules/${exactly(name)}/`);
const rule = (name: string, says: string, from: Rule['from'], to: Rule['to']): Rule => ({
  name,
  comment: says,
  severity: 'error',
  from,
  to,
});

/** Rooms inside this one have a row of their own, which is the stricter. */
const inner = (outer: Room) =>
  rooms.filter((room) => room !== outer && room.at.every((path) => outer.at.some((start) => path.startsWith(start))));

const typesAllowed = (room: Room) => typeOnly.filter(({ from }) => room.at.includes(from)).map(({ to }) => to);

const rulesOfRoom = (room: Room): Rule[] => {
  const from = { path: starts(room.at), pathNot: [...testPaths, ...starts(inner(room).flatMap(({ at }) => at))] };
  const allowed = [
    ...starts([...room.at, ...room.may, ...typesAllowed(room)]),
    ...(room.packages === 'any' ? ['(^|/)node_modules/'] : fromNpm(room.packages)),
  ];
  return [
    rule(room.room, room.says, from, { pathNot: allowed, dependencyTypesNot: ['core'] }),
    ...(room.node ? [] : [rule(`${room.room}, without Node`, room.says, from, { dependencyTypes: ['core'] })]),
  ];
};

const typeOnlyRules = typeOnly.map(({ from, to, says }) =>
  rule(
    `${from} → types of ${to}`,
    says,
    { path: starts([from]), pathNot: testPaths },
    { path: starts([to]), dependencyTypesNot: ['type-only'] },
  ),
);

const orderRules = Object.entries(below).map(([name, lower]) =>
  rule(
    `order of packages: ${name}`,
    `imports go down: ${name} stands above ${lower.join(', ') || 'nothing'}`,
    { path: starts([name]) },
    { path: ['^packages/', '^apps/', '^tools/', '^e2e/'], pathNot: starts([name, ...lower]) },
  ),
);

const events = '^packages/engine/src/events/';
/** Not events but what is said of all of them: their common fields, how they fold, what they can hold, the list. */
const ofAllEvents = '(base|fitting|fold|folds|index)';

const siblingRules: Rule[] = [
  rule(
    'one event, one file',
    'one event file never imports another: what two events share stands in base.ts, fold.ts or game',
    { path: `${events}([^/]+)\\.ts$`, pathNot: [...testPaths, `${events}${ofAllEvents}\\.ts$`] },
    { path: events, pathNot: [`${events}$1\\.ts$`, `${events}${ofAllEvents}\\.ts$`] },
  ),
  rule(
    'one feature, one folder',
    'a feature never imports another feature: what two share goes to components or lib',
    { path: '^apps/mobile/src/features/([^/]+)/' },
    { path: '^apps/mobile/src/features/', pathNot: '^apps/mobile/src/features/$1/' },
  ),
  rule(
    'one format, one folder',
    'a format never imports another format',
    { path: '^packages/formats/src/([^/]+)/', pathNot: testPaths },
    { path: '^packages/formats/src/[^/]+/', pathNot: ['^packages/formats/src/$1/'] },
  ),
  rule(
    'test-kit only from tests',
    'test-kit is for tests: what runs for people builds its own parts',
    { path: ['^packages/', '^apps/'], pathNot: [...testPaths, '^packages/test-kit/'] },
    { path: '^packages/test-kit/' },
  ),
  rule(
    'nothing imports a test',
    'a test is never imported: what two tests share goes to testing/ or test-kit',
    { path: '.' },
    { path: '\\.test\\.tsx?$' },
  ),
  rule(
    'no import in a circle',
    'files that import each other in a circle are one file: give what they share a home below both',
    { path: ['^packages/', '^apps/'] },
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
];

export const forbidden: readonly Rule[] = [
  ...rooms.flatMap(rulesOfRoom),
  ...typeOnlyRules,
  ...orderRules,
  ...siblingRules,
];
