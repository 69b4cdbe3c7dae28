import test from 'node:test';
import assert from 'node:assert/strict';
import { specifiedRules } from 'graphql';
import { rules } from './rules.mjs';
import { ask, judge, sorted } from './oracle.mjs';

test('every rule of the reference has documents', () =>
  assert.deepEqual(Object.keys(rules).sort(), specifiedRules.map(rule => rule.name).sort()));

// Required variables are not given here: what is wrong with a value that came is not a matter of validation.
const ours = async query => ((await ask(query)).errors ?? []).filter(e => !e.path && e.extensions?.code !== 'BAD_USER_INPUT' && e.extensions?.code !== 'BAD_REQUEST');

for (const [name, { valid, invalid }] of Object.entries(rules)) {
  const rule = specifiedRules.find(r => r.name === name);
  for (const query of valid) {
    test(`${name} accepts ${query}`, async () => {
      assert.deepEqual(judge(query), []);
      assert.deepEqual(await ours(query), []);
    });
  }
  for (const query of invalid) {
    test(`${name} refuses ${query}`, async () => {
      assert.notDeepEqual(judge(query, [rule]), []);
      assert.deepEqual(sorted(await ours(query)), sorted(judge(query)));
    });
  }
}
