import test from 'node:test';
import assert from 'node:assert/strict';
import {
  buildClientSchema, buildSchema, getIntrospectionQuery, GraphQLError, lexicographicSortSchema, parse, printSchema, validate, validateSchema,
} from 'graphql';
import { createClient } from 'graphql-sse';
import { corpus } from './corpus.mjs';

const url = process.env.GRAPHQL_URL;
const post = async (query, variables) => (await fetch(url, {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }),
})).json();
const sdl = await (await fetch(`${url}?sdl`)).text();
const schema = buildSchema(sdl);

for (const options of [{}, { inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, oneOf: true }]) {
  test(`introspection ${JSON.stringify(options)}`, async () => {
    const { data, errors } = await post(getIntrospectionQuery(options));
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

// Names are never proposed by our engine: they would help to guess a schema.
const withoutSuggestion = message => /must have a selection/.test(message) ? message : message.replace(/ Did you mean .*\?$/, '');

function oracle(query) {
  try {
    return validate(schema, parse(query)).map(e => ({ message: withoutSuggestion(e.message), locations: e.locations }));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [{ message: error.message, locations: error.locations }];
  }
}

const sorted = errors => errors.map(e => JSON.stringify({ message: e.message, locations: e.locations.map(l => [l.line, l.column]) })).sort();

for (const query of corpus) {
  test(`document ${JSON.stringify(query)}`, async () => {
    const { errors = [] } = await post(query);
    const ours = errors.filter(e => !e.path && e.extensions?.code !== 'BAD_USER_INPUT');
    assert.deepEqual(sorted(ours), sorted(oracle(query)));
  });
}

test('every prefix of a document is accepted or refused as by the reference', async () => {
  const query = 'query Q($v: Everything = {int: -1, text: "\\u{e9}"}) { echo(value: $v) pets(where: {names: ["a"]}) { ...F @include(if: true) } } fragment F on Dog { x: barkVolume }';
  for (let i = 1; i < query.length; i++) {
    const { errors = [] } = await post(query.slice(0, i));
    const ours = errors.filter(e => !e.path && e.extensions?.code !== 'BAD_USER_INPUT');
    assert.deepEqual(sorted(ours), sorted(oracle(query.slice(0, i))), query.slice(0, i));
  }
});

test('graphql-sse reads a result and the end', async () => {
  const client = createClient({ url: `${url}/stream`, retryAttempts: 0 });
  const results = [];
  for await (const result of client.iterate({ query: '{ hello }' })) results.push(result);
  assert.deepEqual(results, [{ data: { hello: 'Hello world' } }]);
});
