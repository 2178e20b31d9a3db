import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedIn } from './leader.ts';

test('the count of published events is read from the metrics; before the first there is none', () => {
  const text = '# TYPE published_events_total counter\npublished_events_total{otel_scope_name="x"} 61\n';
  assert.equal(publishedIn(text), 61);
  assert.equal(publishedIn('# nothing yet\n'), 0);
});
