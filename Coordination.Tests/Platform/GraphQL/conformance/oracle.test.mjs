import test from 'node:test';
import assert from 'node:assert/strict';
import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema, validateSchema } from 'graphql';
import { createClient } from 'graphql-sse';
import { corpus } from './corpus.mjs';
import { ask, judge, schema, sdl, sorted } from './oracle.mjs';

for (const options of [{}, { inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, oneOf: true }]) {
  test(`introspection ${JSON.stringify(options)}`, async () => {
    const { data, errors } = await ask(getIntrospectionQuery(options));
    assert.equal(errors, undefined);
    const client = buildClientSchema(data);
    assert.deepEqual(validateSchema(client), []);
    if (options.oneOf) assert.equal(printSchema(lexicographicSortSchema(client)), printSchema(lexicographicSortSchema(schema)));
  });
}

test('the SDL is the text that graphql-js prints', () => {
  const blocks = text => text.trim().split(/\n\n(?=\S)/).sort().join('\n\n');
  assert.equal(blocks(sdl), blocks(printSchema(schema)));
});

for (const query of corpus) {
  test(`document ${JSON.stringify(query)}`, async () => {
    const { errors = [] } = await ask(query);
    const ours = errors.filter(e => !e.path && e.extensions?.code !== 'BAD_USER_INPUT');
    assert.deepEqual(sorted(ours), sorted(judge(query)));
  });
}

test('every prefix of a document is accepted or refused as by the reference', async () => {
  const query = 'query Q($v: Everything = {int: -1, text: "\\u{e9}"}) { echo(value: $v) pets(where: {names: ["a"]}) { ...F @include(if: true) } } fragment F on Dog { x: barkVolume }';
  for (let i = 1; i < query.length; i++) {
    const { errors = [] } = await ask(query.slice(0, i));
    const ours = errors.filter(e => !e.path && e.extensions?.code !== 'BAD_USER_INPUT');
    assert.deepEqual(sorted(ours), sorted(judge(query.slice(0, i))), query.slice(0, i));
  }
});

test('graphql-sse reads a result and the end', async () => {
  const client = createClient({ url: `${process.env.GRAPHQL_URL}/stream`, retryAttempts: 0 });
  const results = [];
  for await (const result of client.iterate({ query: '{ hello }' })) results.push(result);
  assert.deepEqual(results, [{ data: { hello: 'Hello world' } }]);
});
