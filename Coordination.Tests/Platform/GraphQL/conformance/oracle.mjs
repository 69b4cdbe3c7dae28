import { buildSchema, GraphQLError, graphqlSync, parse, validate } from 'graphql';

const url = process.env.GRAPHQL_URL;
export const sdl = await (await fetch(`${url}?sdl`)).text();
export const schema = buildSchema(sdl);

/** Sends a body whose variables are JSON text: numbers keep the form that they are written in. */
export async function ask(query, variables = 'null') {
  const response = await fetch(url, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
  });
  return response.json();
}

// Names are never proposed by our engine: they would help to guess a schema.
export const withoutSuggestion = message => (/must have a selection/.test(message) ? message : message.replace(/ Did you mean .*\?$/, ''));

/** What the reference says of a document: no error, or its errors. */
export function judge(query, rules) {
  try {
    return validate(schema, parse(query), rules).map(e => ({ message: withoutSuggestion(e.message), locations: e.locations }));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [{ message: error.message, locations: error.locations }];
  }
}

/** What the reference answers when every field gives the value that its argument `v` was coerced to, as JSON. */
export function coerce(query, variables) {
  const echo = (_source, args) => JSON.stringify(args.v === undefined ? 'absent' : args.v);
  return graphqlSync({ schema, source: query, variableValues: JSON.parse(variables), fieldResolver: echo });
}

export const sorted = errors => errors.map(e => JSON.stringify({ message: e.message, locations: e.locations.map(l => [l.line, l.column]) })).sort();
