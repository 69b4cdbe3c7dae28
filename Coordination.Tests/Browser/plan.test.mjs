// The personal plan from the portal: written by keyboard, by two at once, agreed and validated, printed, revised and compared.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';
import { ask, does, quietPerson } from './territory.mjs';

let browser;
let person;
before(async () => {
  browser = await launch();
  person = await quietPerson(6);
});
after(() => browser?.close());

const path = (sheet) => `/personnes/${encodeURIComponent(person.id)}/plan?volet=${sheet}`;
const planOf = async () =>
  (await ask('coordinator', 'query($id: ID!) { careRecord(id: $id) { carePlan { version number items { id kind text } } } }', { id: person.id })).careRecord.carePlan;

test('problem, objective and action are written by keyboard; leaving what is not sent is asked first', async () => {
  const { page, context, faults } = await open(browser, { path: path('synthese') });
  await signInAs(page, 'coordinator');
  await page.getByRole('button', { name: 'Commencer le plan' }).press('Enter');
  const problem = page.getByLabel('Ajouter une problématique');
  await problem.focus();
  await page.keyboard.type('Chutes répétées');
  await page.keyboard.press('Enter');
  await page.getByLabel('Problématique : Chutes répétées').waitFor();
  await page.keyboard.type('Isolement');
  await page.keyboard.press('Enter');
  await page.getByLabel('Problématique : Isolement').waitFor();

  await page.getByRole('link', { name: 'Plan d’action' }).press('Enter');
  const objective = page.getByLabel('Ajouter un objectif pour « Chutes répétées »');
  await objective.focus();
  await page.keyboard.type('Sécuriser les déplacements');
  await page.keyboard.press('Enter');
  const action = page.getByRole('group', { name: 'Action pour « Sécuriser les déplacements »' });
  await action.getByLabel('Action', { exact: true }).focus();
  await page.keyboard.type('Séances d’équilibre');
  await action.getByLabel('Intervenant').selectOption({ label: 'La personne' });
  await action.getByLabel('Échéance').fill('2027-02-15');
  await action.getByLabel('Action', { exact: true }).press('Enter');
  await page.getByLabel('Action : Séances d’équilibre').waitFor();
  await assertAccessible(page, 'a plan');
  await assertFits(page, 'a plan');
  await screenshot(page, 'plan');

  // What is not sent stays in the page: leaving and reloading are asked first, and it is still there.
  await objective.fill('Reprendre la marche');
  await page.getByRole('link', { name: 'Suivi', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rester' }).click();
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => void setTimeout(() => window.location.reload(), 0));
  await (await asked).dismiss();
  assert.equal(await objective.inputValue(), 'Reprendre la marche');
  await objective.fill('');
  assert.equal((await planOf()).items.length, 4);
  assert.deepEqual(faults, []);
  await context.close();
});

test('two write at once: other lines merge, the same line asks which one stands, and nothing is lost', async () => {
  const { page, context, faults } = await open(browser, { path: path('actions') });
  await signInAs(page, 'coordinator');
  const line = page.getByLabel('Objectif : Sécuriser les déplacements');
  await line.fill('Sécuriser les déplacements dans la maison');
  const plan = await planOf();
  const item = (text) => plan.items.find((one) => one.text === text).id;
  const change = (id, text) => does('gp', 'changePlanItem', 'record { id }', { recordId: person.id, item: id, seenVersion: plan.version, text });
  await does('coordinator', 'joinCareTeam', 'record { id }', {
    recordId: person.id,
    professional: (await ask('gp', '{ me { id } }')).me.id,
    role: 'PRINCIPAL_PHYSICIAN',
    basis: 'RECOGNISED_BY_PERSON',
  });
  await change(item('Séances d’équilibre'), 'Deux séances d’équilibre');
  await page.getByLabel('Action : Deux séances d’équilibre').waitFor();
  assert.equal(await line.inputValue(), 'Sécuriser les déplacements dans la maison');
  await change(item('Sécuriser les déplacements'), 'Sortir chaque jour');
  await page.locator(`[data-item="${item('Sécuriser les déplacements')}"]`).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Modifié entre-temps' });
  await dialog.getByText('Sortir chaque jour').waitFor();
  await dialog.getByText('Sécuriser les déplacements dans la maison').waitFor();
  await assertAccessible(page, 'a conflict');
  await screenshot(page, 'plan-conflict');
  await dialog.getByRole('button', { name: 'Garder la mienne' }).click();
  await dialog.waitFor({ state: 'detached' });
  const texts = (await planOf()).items.map((one) => one.text);
  assert.ok(texts.includes('Sécuriser les déplacements dans la maison') && texts.includes('Deux séances d’équilibre'), texts.join(', '));
  assert.deepEqual(faults, []);
  await context.close();
});

test('a plan is proposed, agreed, validated, printed on two pages at most, revised and compared', async () => {
  const { page, context, faults } = await open(browser, { path: path('actions') });
  await signInAs(page, 'coordinator');
  await page.getByRole('button', { name: 'Proposer' }).click();
  await page.getByRole('button', { name: 'Valider' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Recueillir l’accord' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Valider' }).click();
  await page.getByRole('button', { name: 'Tenir la révision' }).waitFor();
  await page.evaluate(() => {
    window.print = () => {};
  });
  for (const [button, name] of [['Imprimer le plan', 'plan'], ['Imprimer la page pour la personne', 'person']]) {
    await page.getByRole('button', { name: button }).click();
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 1 && pages <= (name === 'plan' ? 2 : 1), `${name}: ${pages} pages`);
  }

  await page.getByRole('button', { name: 'Réviser', exact: true }).click();
  const line = page.getByLabel('Objectif : Sécuriser les déplacements dans la maison');
  await line.fill('Marcher sans aide');
  await line.press('Enter');
  await page.getByLabel('Objectif : Marcher sans aide').waitFor();
  await page.getByRole('button', { name: 'Comparer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Comparer deux versions' });
  await dialog.getByText('Marcher sans aide').first().waitFor();
  await dialog.getByText('Sécuriser les déplacements dans la maison').first().waitFor();
  await assertAccessible(page, 'two versions');
  await screenshot(page, 'plan-compare');
  assert.deepEqual(faults, []);
  await context.close();
});
