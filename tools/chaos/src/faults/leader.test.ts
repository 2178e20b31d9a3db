import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysThatItLeads } from './leader.ts';

const metrics = (value: number) =>
  `# TYPE publisher_is_leader gauge\npublisher_is_leader{otel_scope_name="x"} ${value}\n`;

test('who leads says so in its metrics; before the first look nobody does', () => {
  assert.equal(saysThatItLeads(metrics(1)), true);
  assert.equal(saysThatItLeads(metrics(0)), false);
  assert.equal(saysThatItLeads('# nothing yet\n'), false);
});
