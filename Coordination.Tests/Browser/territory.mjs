// The territory as a test plays it: the hospital's messages, and what the other persons do through the API with tokens of their own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { url } from './browser.mjs';

const ops = (name) => fileURLToPath(new URL(`../../ops/${name}`, import.meta.url));
const tokens = new Map();

/** Plays the hospital: makes messages about a demo person and sends them over MLLP; each is accepted. */
export function hospital(person, ...triggers) {
  for (const [trigger, ...options] of triggers) {
    const message = execFileSync(ops('hl7'), ['example', trigger, '--person', String(person), ...options]);
    const answer = execFileSync(ops('hl7'), ['send', '-'], { input: message }).toString();
    assert.match(answer, /^AA /);
  }
}

/** Asks the API as a demo user; an error of the request fails the test. */
export async function ask(role, query, variables = {}) {
  if (!tokens.has(role)) tokens.set(role, execFileSync(ops('token'), [role]).toString().trim());
  const answer = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.get(role)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data;
}

/** Runs a mutation, which is done: no rule refused it. */
export async function does(role, name, selection, input) {
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${selection} errors { ... on Error { code message } } } }`;
  const result = (await ask(role, query, { input }))[name];
  assert.deepEqual(result.errors ?? [], []);
  return result;
}

/** What the check gives as soon as it gives something. */
export async function until(check, what) {
  for (const start = Date.now(); Date.now() - start < 20_000; await pause(100)) {
    const found = await check();
    if (found) return found;
  }
  assert.fail(`never came: ${what}`);
}

export const inHours = (hours) => new Date(Math.round(Date.now() / 60_000 + hours * 60) * 60_000).toISOString();

/** A demo person is admitted: her stay as the platform knows it, with the name that the screens show. */
export async function admitted(person) {
  const list = () =>
    ask('coordinator', '{ discharges(first: 100) { nodes { id subject { id birthName usedName } } } }').then((d) => d.discharges.nodes);
  const before = new Set((await list()).map((node) => node.id));
  hospital(person, ['a01']);
  const stay = await until(async () => (await list()).find((node) => !before.has(node.id)), `the stay of person ${person}`);
  return { id: stay.id, name: (stay.subject.usedName ?? stay.subject.birthName).toLocaleUpperCase('fr-FR') };
}

/** The social service announces what is needed after a stay that is listed already. */
export const announces = (dischargeId, hours, needs) =>
  does('social-worker', 'announceDischarge', 'receipt { discharge { id } }', {
    dischargeId,
    expectedAt: inHours(hours),
    dateReliability: 'ANNOUNCED',
    destination: 'HOME',
    needs,
    information: 'INFORMED',
    serviceContact: 'Cadre de santé, poste 4312',
  });

/** A nurse of the directory. */
export async function nurse() {
  const { providers } = await ask('coordinator', '{ providers(text: "e", first: 100) { number name category } }');
  return providers.find((provider) => provider.category === 'Infirmier');
}

export const confirms = (dischargeId, need, provider, hours) =>
  does('coordinator', 'confirmArrangement', 'discharge { id }', {
    dischargeId,
    need,
    provider,
    confirmedBy: 'Secrétariat du cabinet',
    channel: 'PHONE',
    firstVisitAt: inHours(hours),
  });

/** A person of the coordinator's own without alert, stay nor team, each test file with a rank of its own so that none meets another's. */
export async function quietPerson(rank) {
  const { careRecords } = await ask(
    'coordinator',
    '{ careRecords(first: 200, where: { mine: true, informed: true }, order: [{ field: OPENED_ON, direction: ASC }]) { nodes { id status suspended restricted openAlerts { id } stays { id } person { birthName usedName } } } }',
  );
  const quiet = [];
  for (const record of careRecords.nodes.filter((r) => !r.suspended && !r.restricted && !r.openAlerts?.length && !r.stays?.length)) {
    const { careRecord } = await ask('coordinator', 'query($id: ID!) { careRecord(id: $id) { team { role } } }', { id: record.id });
    if (careRecord.team.length === 0) quiet.push({ id: record.id, name: (record.person.usedName ?? record.person.birthName).toLocaleUpperCase('fr-FR') });
  }
  const found = quiet[rank];
  assert.ok(found, `a quiet person of the coordinator, without team, of rank ${rank}`);
  return found;
}
