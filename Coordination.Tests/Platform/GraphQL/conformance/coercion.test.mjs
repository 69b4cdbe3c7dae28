import test from 'node:test';
import assert from 'node:assert/strict';
import { inputs, mixed } from './coercion.mjs';
import { ask, coerce, schema, withoutSuggestion } from './oracle.mjs';

async function compare(query, variables) {
  const ours = await ask(query, variables);
  const theirs = coerce(query, variables);
  // 1.0, 1e3 and -0 are the same numbers as 1, 1000 and 0: the reference knows the number only, we keep the text that was sent.
  const number = text => String(Number(text));
  const messages = answer => (answer.errors ?? []).map(e => withoutSuggestion(e.message).replace(/-?\d+(\.\d+)?(e[+-]?\d+)?/gi, number)).sort();
  const values = answer => Object.values(answer.data ?? {}).map(v => JSON.parse(v ?? 'null', (_key, inner) => (inner === 0 ? 0 : inner)));
  assert.deepEqual(messages(ours), messages(theirs));
  assert.deepEqual(values(ours), values(theirs));
}

for (const [field, { json, literals }] of Object.entries(inputs)) {
  const type = schema.getQueryType().getFields()[field].args[0].type;
  test(`${field}: ${type} as a variable, absent`, () => compare(`query ($v: ${type}) { r: ${field}(v: $v) }`, '{}'));
  test(`${field}: ${type} not given`, () => compare(`{ r: ${field} }`, '{}'));
  for (const text of json)
    test(`${field}: ${type} as a variable, ${text}`, () => compare(`query ($v: ${type}) { r: ${field}(v: $v) }`, `{"v": ${text}}`));
  for (const text of literals)
    test(`${field}: ${type} as a literal, ${text}`, () => compare(`{ r: ${field}(v: ${text}) }`, '{}'));
  for (const text of literals)
    test(`${field}: ${type} as a default, ${text}`, () => compare(`query ($v: ${String(type).replace(/!$/, '')} = ${text}) { r: ${field}(v: $v) }`, '{}'));
}

for (const [query, variables] of mixed)
  for (const text of variables) test(`${query} with ${text}`, () => compare(query, text));
