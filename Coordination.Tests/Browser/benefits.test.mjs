// Rights that end, measures, pieces asked for: refused with a reason and a new day, then received; and what a judicial representative sees.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';
import { ask, quietPerson } from './territory.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const shown = (day) => day.split('-').reverse().join('/');
const tab = (id) => `/personnes/${encodeURIComponent(id)}/droits`;
const section = (page, name) => page.getByRole('region', { name });

/** Fills the open dialog and sends it. */
async function send(page, fields) {
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true });
    if (value === true) await field.check();
    else if ((await field.evaluate((node) => node.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}

test('a right with its end, a measure, and the pieces for its renewal: refused, asked again, received', async () => {
  const person = await quietPerson(5);
  const { page, context, faults } = await open(browser, { path: tab(person.id) });
  await signInAs(page, 'coordinator');
  await page.getByText('Aucun droit n’est enregistré.').waitFor();
  await page.getByText('Aucune mesure de protection n’est enregistrée.').waitFor();
  await assertAccessible(page, 'no right');

  await page.getByRole('button', { name: 'Enregistrer un droit' }).press('Enter');
  await assertAccessible(page, 'a right');
  await send(page, { Droit: 'AUTONOMY_ALLOWANCE', État: 'GRANTED', Fin: inDays(20), 'Référence (numéro de dossier, organisme)': 'Dossier 47-1' });
  const rights = section(page, 'Droits et prestations');
  const allowance = rights.getByRole('row').filter({ hasText: 'APA' });
  await allowance.getByText(shown(inDays(20))).waitFor();
  await allowance.getByText('échoit dans 20 j').waitFor();
  await allowance.getByText('Dossier 47-1').waitFor();

  await page.getByRole('button', { name: 'Enregistrer une mesure' }).press('Enter');
  await send(page, { Mesure: 'REINFORCED_CURATORSHIP', 'Date de la décision': '2023-01-16', Fin: inDays(60), 'Ou nom du mandataire': 'Camille Exemple' });
  const measure = section(page, 'Mesures de protection').getByRole('row').filter({ hasText: 'Curatelle renforcée' });
  await measure.getByText('Camille Exemple').waitFor();
  await measure.getByRole('button', { name: /^Renouveler/ }).press('Enter');
  await send(page, { 'Date de la décision': inDays(-1), 'Nouvelle fin': inDays(900) });
  await measure.getByText(shown(inDays(900))).waitFor();

  await page.getByRole('button', { name: 'Demander des pièces' }).press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').filter({ hasText: 'Choisissez au moins une pièce.' }).waitFor();
  await assertAccessible(page, 'pieces asked without naming one');
  await send(page, { RIB: true, 'Justificatif de ressources': true, 'Attendues avant le': inDays(30) });
  const pieces = section(page, 'Pièces demandées');
  const income = pieces.getByRole('row').filter({ hasText: 'Justificatif de ressources' });
  await income.getByText('Demandée').waitFor();
  await pieces.getByText(`Relance prévue le ${shown(inDays(21))}`).waitFor();
  await assertAccessible(page, 'rights, measures and pieces');
  await assertFits(page, 'rights, measures and pieces');
  await screenshot(page, 'benefits');

  await income.getByRole('button', { name: /^Pièce remise/ }).press('Enter');
  await income.getByRole('button', { name: /^Refuser/ }).press('Enter');
  // Neither without a reason nor without a new day.
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await screenshot(page, 'piece-refused');
  await send(page, { Motif: 'Illisible', 'Nouvelle date limite': inDays(40) });
  await income.getByText('Illisible').waitFor();
  await income.getByText(shown(inDays(40))).waitFor();
  await income.getByRole('button', { name: /^Pièce remise/ }).press('Enter');
  await income.getByRole('button', { name: /^Accepter/ }).press('Enter');
  await income.getByText('Acceptée').waitFor();

  await allowance.getByRole('button', { name: /^Renouveler/ }).press('Enter');
  await send(page, { 'Nouvelle fin': inDays(750) });
  await allowance.getByText(shown(inDays(750))).waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  await assertFits(page, 'rights at 320');
  await assertAccessible(page, 'rights at 320');
  await screenshot(page, 'benefits-320');
  assert.deepEqual(faults, []);
  await context.close();
});

test('rights that end are listed soonest first and narrowed by how soon; pieces awaited beside them', async () => {
  const person = await quietPerson(5);
  const { page, context, faults } = await open(browser, { path: '/droits' });
  await signInAs(page, 'coordinator');
  await page.getByRole('heading', { level: 1, name: 'Droits à échéance' }).waitFor();
  const awaited = section(page, 'Pièces attendues');
  await awaited.getByRole('row').filter({ hasText: person.name }).getByText('1 attendue').waitFor();
  await page.getByLabel('Échéance', { exact: true }).selectOption('365');
  await page.getByRole('status').filter({ hasText: /personne/ }).first().waitFor();
  await assertAccessible(page, 'rights that end');
  await assertFits(page, 'rights that end');
  await screenshot(page, 'rights-ending');
  await page.setViewportSize({ width: 320, height: 640 });
  await assertFits(page, 'rights that end at 320');
  await awaited.getByLabel('En retard seulement').check();
  await awaited.getByText('Aucune pièce n’est attendue.').waitFor();
  await page.setViewportSize({ width: 1280, height: 720 });
  await awaited.getByLabel('En retard seulement').uncheck();
  await awaited.getByRole('link', { name: new RegExp(person.name) }).press('Enter');
  await page.getByRole('heading', { name: 'Droits et prestations' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a judicial representative reads rights and hands in pieces, and is shown nothing else', async () => {
  const { careRecords } = await ask('guardian', '{ careRecords(first: 10) { nodes { id } } }');
  assert.ok(careRecords.nodes.length > 0);
  const { id } = careRecords.nodes[0];
  const request = { recordId: id, pieces: ['IDENTITY'], due: inDays(30) };
  const asked = await ask('coordinator', 'mutation($input: RequestPiecesInput!) { requestPieces(input: $input) { errors { ... on Error { code } } } }', { input: request });
  assert.deepEqual(asked.requestPieces.errors ?? [], []);
  const { page, context, faults } = await open(browser, { path: tab(id) });
  await signInAs(page, 'guardian');
  await page.getByRole('heading', { name: 'Droits et prestations' }).waitFor();
  const menu = await page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link').allTextContents();
  assert.deepEqual(menu.map((name) => name.trim()), ['Personnes suivies', 'Droits à échéance']);
  for (const name of ['Suivi', 'Plan personnalisé', 'Parcours', 'Évaluation', 'Documents'])
    assert.equal(await page.getByRole('link', { name, exact: true }).count(), 0, name);
  for (const name of [/Enregistrer/, /Modifier/, /Renouveler/, /Accepter/, /^Demander/]) assert.equal(await page.getByRole('button', { name }).count(), 0, String(name));
  const piece = section(page, 'Pièces demandées').getByRole('row').filter({ hasText: 'Pièce d' });
  await piece.getByRole('button', { name: /^Pièce remise/ }).first().press('Enter');
  await piece.getByText(/Reçue|À examiner/).first().waitFor();
  await assertAccessible(page, 'the rights of a protected person');
  await assertFits(page, 'the rights of a protected person');
  await screenshot(page, 'guardian');
  // The other parts have addresses too: none of them shows anything.
  for (const path of ['evaluation', 'plan', 'documents', 'suivi', 'parcours']) {
    await page.goto(new URL(`/personnes/${encodeURIComponent(id)}/${path}`, page.url()).href);
    await page.locator('main h1').first().waitFor();
    assert.equal(await page.getByRole('button', { name: /Nouvelle évaluation|Déposer|Consigner|Nouvelle tâche/ }).count(), 0, path);
  }
  await page.goto(new URL(`/personnes/${encodeURIComponent(id)}`, page.url()).href);
  await page.locator('main h1').first().waitFor();
  await screenshot(page, 'guardian-synthesis');
  assert.deepEqual(faults, []);
  await context.close();
});
