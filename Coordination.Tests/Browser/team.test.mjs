// The team around a person: members, structures, relatives, who was in it on a day, invitations and their answers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';
import { ask, does } from './territory.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** The last of the persons whom the coordinator refers and the nurse does not know: no other test uses her. */
async function somebody() {
  const known = new Set((await ask('nurse', '{ careRecords(first: 200) { nodes { id } } }')).careRecords.nodes.map((r) => r.id));
  const { careRecords } = await ask(
    'coordinator',
    '{ careRecords(first: 200, where: { mine: true }, order: [{ field: OPENED_ON, direction: ASC }]) { nodes { id informedOn suspended restricted status person { usedName birthName } careTeam { members { inForce role professional { displayName } } } } } }',
  );
  const found = careRecords.nodes.findLast((r) => !known.has(r.id) && r.informedOn && !r.suspended && !r.restricted && r.status === 'ACTIVE');
  assert.ok(found, 'somebody whom the nurse does not know');
  return { id: found.id, name: (found.person.usedName ?? found.person.birthName).toLocaleUpperCase('fr-FR') };
}

const chosen = async (page, label, text, option) => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: label }).first().fill(text);
  await dialog.getByRole('option', { name: option }).first().click();
};
const send = async (page, name) => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};

test('the coordinator builds the team: a relative, a structure that names nobody yet, an invitation', async () => {
  const person = await somebody();
  const { page, context, faults } = await open(browser, { path: `/personnes/${encodeURIComponent(person.id)}/equipe` });
  await signInAs(page, 'coordinator');
  await page.getByRole('heading', { name: 'Équipe et entourage' }).waitFor();
  await assertAccessible(page, 'a team');
  await assertFits(page, 'a team');

  await page.getByRole('button', { name: 'Ajouter un proche' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('dialog').getByText('Donnez un nom.').waitFor();
  await page.getByLabel('Nom et prénom').fill('Essai Camille');
  await page.getByLabel('Téléphone (facultatif)').fill('05 53 00 00 02');
  await page.getByRole('checkbox', { name: 'lundi' }).check();
  await assertAccessible(page, 'a relative');
  await send(page, 'Enregistrer');
  const circle = page.getByRole('region', { name: 'Entourage' });
  await circle.getByText('Essai Camille').waitFor();
  await circle.getByText('Présent : lundi').waitFor();
  await circle.getByRole('link', { name: 'Appeler Essai Camille' }).waitFor();

  await page.getByRole('button', { name: 'Ajouter une structure' }).click();
  await chosen(page, 'Structure', 'démonstration', /démonstration/);
  await send(page, 'Ajouter');
  await page.getByText('Aucun professionnel désigné : la structure ne lit rien.').waitFor();

  await page.getByRole('button', { name: 'Inviter', exact: true }).click();
  await chosen(page, 'Professionnel', 'Ferrand', /Nadia Ferrand/);
  await assertAccessible(page, 'an invitation');
  await send(page, 'Envoyer l’invitation');
  await page.getByRole('region', { name: 'Invitations' }).getByText('Nadia Ferrand').waitFor();
  await assertAccessible(page, 'a team with everybody');
  await screenshot(page, 'team');
  assert.deepEqual(faults, []);
  await context.close();
});

test('the invited nurse reads no name, accepts, and reads the record; the team of yesterday does not know her', async () => {
  const person = await somebody();
  const { page, context, faults } = await open(browser, { path: '/invitations' });
  await signInAs(page, 'nurse');
  const asked = page.getByRole('region', { name: 'À répondre' });
  await asked.getByRole('button', { name: 'Accepter' }).first().waitFor();
  assert.equal(await page.getByText(person.name).count(), 0);
  await assertAccessible(page, 'invitations');
  await assertFits(page, 'invitations');
  await screenshot(page, 'invitations');
  await asked.getByRole('button', { name: 'Accepter' }).first().click();
  await send(page, 'Accepter');
  await page.getByText(person.name).waitFor();
  await page.getByRole('link', { name: 'Ouvrir le dossier' }).first().click();
  await page.getByRole('heading', { level: 1, name: new RegExp(person.name) }).waitFor();
  await page.getByRole('link', { name: 'Équipe', exact: true }).click();
  const care = page.getByRole('region', { name: 'Soins' });
  await care.getByText('Nadia Ferrand').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Ajouter un professionnel' }).count(), 0);

  const yesterday = new Date(Date.now() - 24 * 3600_000).toISOString().slice(0, 10);
  await page.getByLabel('Date', { exact: true }).fill(yesterday);
  await page.getByText('Vous lisez une équipe du passé', { exact: false }).waitFor();
  await care.getByText('Nadia Ferrand').waitFor({ state: 'detached' });
  await assertAccessible(page, 'a team of the past');
  await screenshot(page, 'team-past');
  await page.getByLabel('Lecture').selectOption({ label: 'Comme on le savait' });
  await page.getByText('Vous lisez une équipe du passé', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Revenir à aujourd’hui' }).click();
  await care.getByText('Nadia Ferrand').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a change that another made meanwhile is told with the conflict; then all of it is ended', async () => {
  const { careRecords } = await ask('nurse', '{ careRecords(first: 200) { nodes { id careTeam { version structures { finess inForce } relatives { id name inForce } members { professional { id displayName } inForce } } } } }');
  const record = careRecords.nodes.find((r) => r.careTeam.relatives.some((one) => one.name === 'Essai Camille' && one.inForce));
  assert.ok(record, 'the team that was built');
  const { page, context, faults } = await open(browser, { path: `/personnes/${encodeURIComponent(record.id)}/equipe` });
  await signInAs(page, 'coordinator');
  const nurse = record.careTeam.members.find((m) => m.professional.displayName === 'Nadia Ferrand');
  await page.getByRole('button', { name: 'Mettre fin à la participation de Nadia Ferrand' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Ce qui a été lu reste tracé', { exact: false }).waitFor();
  // Somebody else changes her role while the dialog is open: a change of the same member.
  await does('coordinator', 'joinCareTeam', 'record { id }', {
    recordId: record.id,
    professional: nurse.professional.id,
    role: 'CORRESPONDENT',
    basis: 'RECOGNISED_BY_PERSON',
  });
  await dialog.getByRole('button', { name: 'Mettre fin' }).click();
  await dialog.getByRole('alert').getByText('Rôle ou fondement modifié', { exact: false }).waitFor();
  await screenshot(page, 'team-conflict');
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Soins' }).getByText('Correspondant').waitFor();
  await page.getByRole('button', { name: 'Mettre fin à la participation de Nadia Ferrand' }).click();
  await send(page, 'Mettre fin');
  await page.getByRole('button', { name: 'Retirer Essai Camille de l’entourage' }).click();
  await send(page, 'Retirer');
  for (const { finess } of record.careTeam.structures.filter((one) => one.inForce))
    await ask('coordinator', 'mutation($i: LeaveStructureInput!) { leaveStructure(input: $i) { errors { ... on Error { code } } } }', {
      i: { recordId: record.id, structure: finess, reason: 'ENDED' },
    });
  await page.getByText('Ont fait partie de l’équipe').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
