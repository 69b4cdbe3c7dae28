// Who may read a record: what a coordinator decides closes another's open page, and a request for access opens it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';
import { ask, does } from './territory.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function signedIn(role, path) {
  const { page, context, faults } = await open(browser, { path });
  await signInAs(page, role);
  return { page, context, faults };
}

/** A person of the demo whom the nurse reads by a membership of hers. */
async function nursesPerson() {
  const { careRecords, me } = await ask(
    'nurse',
    '{ me { id } careRecords(first: 50) { nodes { id person { birthName usedName } team { professional { id } basis inForce } } } }',
  );
  const found = careRecords.nodes.find((r) => r.team.some((m) => m.professional.id === me.id && m.inForce && m.basis === 'ORGANISED_GROUP'));
  assert.ok(found, 'the nurse of the demo is in a team');
  return { id: found.id, nurse: me.id, name: (found.person.usedName ?? found.person.birthName).toLocaleUpperCase('fr-FR') };
}

test('a membership that ends closes the nurse’s open page at once, and says why', async () => {
  const person = await nursesPerson();
  const { page, context, faults } = await signedIn('nurse', `/personnes/${encodeURIComponent(person.id)}`);
  const heading = page.getByRole('heading', { level: 1 });
  await heading.filter({ hasText: person.name }).waitFor();
  await page.getByText('santé mentale', { exact: false }).first().waitFor();
  await assertAccessible(page, 'record of a nurse');
  await assertFits(page, 'record of a nurse');
  await screenshot(page, 'record-nurse');
  await does('coordinator', 'leaveCareTeam', 'record { id }', { recordId: person.id, professional: person.nurse, reason: 'PERSONS_WISH' });
  await page.getByText('Accès retiré', { exact: false }).waitFor({ timeout: 5000 });
  assert.equal(await page.getByText(person.name).count(), 0);
  await assertAccessible(page, 'a page that was closed');
  await screenshot(page, 'record-closed');
  await does('coordinator', 'joinCareTeam', 'record { id }', {
    recordId: person.id,
    professional: person.nurse,
    role: 'TEAM_MEMBER',
    basis: 'ORGANISED_GROUP',
  });
  await heading.filter({ hasText: person.name }).waitFor({ timeout: 5000 });
  assert.deepEqual(faults, []);
  await context.close();
});

test('the coordinator records what a person decides, and sees who may read and why', async () => {
  const person = await nursesPerson();
  const { page, context, faults } = await signedIn('coordinator', `/personnes/${encodeURIComponent(person.id)}/acces`);
  await page.getByRole('heading', { name: 'Qui peut lire le dossier, et pourquoi' }).waitFor();
  await page.getByRole('region', { name: 'Qui peut lire le dossier, et pourquoi' }).getByRole('row', { name: /Nadia Ferrand/ }).waitFor();
  await assertAccessible(page, 'consent and access');
  await assertFits(page, 'consent and access');
  await screenshot(page, 'consent-and-access');
  const row = page.getByRole('row', { name: /Échange au sein de l'équipe/ });
  await row.getByRole('button', { name: 'Enregistrer une opposition' }).click();
  await row.getByRole('button', { name: 'Lever l’opposition' }).waitFor();
  await page.getByRole('row', { name: /Nadia Ferrand/ }).getByText('rien').waitFor();
  await row.getByRole('button', { name: 'Lever l’opposition' }).click();
  await row.getByRole('button', { name: 'Enregistrer une opposition' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('access is asked of the referent without learning whether the person is known, granted, and opens the record', async () => {
  const mine = new Set((await ask('nurse', '{ careRecords(first: 200) { nodes { id } } }')).careRecords.nodes.map((r) => r.id));
  const { careRecords } = await ask(
    'coordinator',
    '{ careRecords(first: 100) { nodes { id informedOn suspended restricted person { birthName givenNames birthDate usedName } } } }',
  );
  const wanted = careRecords.nodes.find((r) => !mine.has(r.id) && r.informedOn && !r.suspended && !r.restricted);
  const { page, context, faults } = await signedIn('nurse', '/acces');
  const fill = async (birthName) => {
    await page.getByLabel('Nom de naissance').fill(birthName);
    await page.getByLabel('Premier prénom').fill(wanted.person.givenNames[0]);
    await page.getByLabel('Date de naissance').fill(wanted.person.birthDate);
    await page.getByLabel('Précisez').fill('Je commence les soins lundi.');
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    const said = await page.getByText('Demande transmise au DAC.').textContent();
    await page.getByText(birthName, { exact: false }).first().waitFor();
    return said;
  };
  assert.equal(await fill('INCONNUEICI'), await fill(wanted.person.birthName));
  await assertAccessible(page, 'asking for access');
  await screenshot(page, 'ask-access');
  const { page: queue, context: other } = await signedIn('coordinator', '/acces');
  await queue.getByText('Aucune personne suivie ne correspond', { exact: false }).first().waitFor();
  await assertAccessible(queue, 'requests for access');
  await screenshot(queue, 'access-queue');
  await queue.getByRole('button', { name: 'Accorder' }).first().click();
  await queue.getByRole('dialog').getByRole('button', { name: 'Accorder' }).click();
  await queue.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goto(new URL(`/personnes/${encodeURIComponent(wanted.id)}`, page.url()).href);
  await page.getByRole('heading', { level: 1, name: new RegExp((wanted.person.usedName ?? wanted.person.birthName).toLocaleUpperCase('fr-FR')) }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
  await other.close();
});
