import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInPaint, isOutside, spotWorth } from './geometry.ts';
import { ruleSet, ruleSets } from './index.ts';
import { foulKinds, type RuleFields, ruleSetIds } from './rule-set.ts';
import { unconfirmedCells } from './unconfirmed.ts';

for (const id of ruleSetIds) {
  test(`RUL-1: the row of ${id} is complete and consistent`, () => {
    const rules = ruleSet(id);
    assert.equal(rules.id, id);
    assert.deepEqual(Object.keys(rules.fouls).toSorted(), foulKinds.toSorted());
    assert.ok(rules.points.inside < rules.points.outside);
    assert.ok(rules.court.cornerCm <= rules.court.arcCm && rules.court.cornerCm * 2 < rules.court.widthCm);
    const thresholds = rules.bonus.rows.map(({ fromTeamFoul }) => fromTeamFoul);
    assert.deepEqual(
      thresholds,
      thresholds.toSorted((a, b) => a - b),
    );
    const stretches = rules.timeouts.allowances.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
    assert.deepEqual(
      stretches,
      Array.from({ length: rules.periods.count }, (_, index) => index + 1),
    );
    for (const { player, bench } of Object.values(rules.fouls)) {
      assert.equal(bench.isPersonal, false);
      assert.ok(player.throws !== 0 || !player.keepsBall);
    }
  });
}

test('RUL-1: EuroLeague is the FIBA row under its own edition', () => {
  const { id: _, title: __, ...euroleague } = ruleSet('euroleague-2025');
  const { id: ___, title: ____, ...fiba } = ruleSet('fiba-2024');
  assert.deepEqual(euroleague, fiba);
});

test('RUL-1: a patch replaces whole fields and leaves the row as it is', () => {
  const before = JSON.stringify(ruleSets['nfhs-2025']);
  const patched = ruleSet('nfhs-2025', { periods: { count: 4, lengthMs: 360_000 } });
  assert.equal(patched.periods.lengthMs, 360_000);
  assert.equal(patched.overtimeMs, 240_000);
  assert.equal(JSON.stringify(ruleSets['nfhs-2025']), before);
  assert.equal(ruleSet('nfhs-2025'), ruleSet('nfhs-2025'));
});

test('RUL-1: an edition of a newer app is played as FIBA', () => {
  assert.equal(ruleSet('fiba-2030' as never).id, 'fiba-2024');
});

test('RUL-1: cells that nobody has checked name fields that exist', () => {
  for (const id of ruleSetIds) {
    for (const { field } of unconfirmedCells[id]) assert.ok(Object.hasOwn(ruleSet(id), field satisfies keyof RuleFields), `${id} ${field}`);
  }
});

test('FGA-7: the paint reaches from the baseline to the free-throw line, lines included', () => {
  const { court } = ruleSet('fiba-2024');
  assert.deepEqual(
    [
      { xCm: 245, yCm: 422 },
      { xCm: 246, yCm: 0 },
      { xCm: 0, yCm: 423 },
      { xCm: 0, yCm: -158 },
    ].map((spot) => isInPaint(spot, court)),
    [true, false, false, true],
  );
});

test('FGA-1: a spot is worth what the arc and the corner say, the line being inside', () => {
  const rules = ruleSet('fiba-2024');
  assert.deepEqual(
    [
      { xCm: 0, yCm: 675 },
      { xCm: 0, yCm: 676 },
      { xCm: 660, yCm: 0 },
      { xCm: -661, yCm: 0 },
      { xCm: 661, yCm: 141 },
    ].map((spot) => spotWorth(spot, rules)),
    [2, 3, 2, 3, 3],
  );
  assert.equal(isOutside({ xCm: 0, yCm: 700 }, ruleSet('nba-2025').court), false);
  assert.equal(spotWorth({ xCm: 0, yCm: 700 }, ruleSet('fiba-3x3-2024')), 2);
});
