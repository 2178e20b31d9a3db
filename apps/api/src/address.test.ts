import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketOf, prefixOf } from './address.ts';

test('an IPv4 address counts by itself, an IPv6 household as one /64', () => {
  assert.equal(bucketOf('203.0.113.7'), '203.0.113.7');
  assert.equal(bucketOf('::ffff:203.0.113.7'), '203.0.113.7');
  assert.equal(bucketOf('2001:db8:1:2:3:4:5:6'), bucketOf('2001:db8:1:2::1'));
  assert.notEqual(bucketOf('2001:db8:1:2::1'), bucketOf('2001:db8:1:3::1'));
  assert.equal(bucketOf('::1'), '0:0:0:0::/64');
});

test('people and audits see a /24 or a /48', () => {
  assert.equal(prefixOf('203.0.113.7'), '203.0.113.0/24');
  assert.equal(prefixOf('2001:db8:1:2::1'), '2001:db8:1::/48');
});
