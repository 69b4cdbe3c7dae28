// A record led through its life from the portal: intensity, closure with what stands in the way, reopening; the life line, its causes and corrections.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';
import { ask, quietPerson } from './territory.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function choose(page, button, title) {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog', { name: title ?? button }).waitFor();
}

test('a coordinator leads a record, closes it and takes it up again; every step is in the life line', async () => {
  const person = await quietPerson(0);
  const { page, context, faults } = await open(browser, { path: `/personnes/${encodeURIComponent(person.id)}` });
  await signInAs(page, 'coordinator');
  await page.getByRole('heading', { level: 1 }).filter({ hasText: person.name }).waitFor();
  await page.getByRole('heading', { name: 'Suivi', exact: true }).waitFor();

  await choose(page, 'Préciser l’intensité');
  await page.getByLabel('Intensité du suivi').selectOption('INTENSIVE');
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('alert').filter({ hasText: 'médecin traitant' }).waitFor();
  await assertAccessible(page, 'a refusal in a dialog');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  await choose(page, 'Sans médecin traitant');
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await page.getByText('Sans médecin traitant (constaté').waitFor();
  await choose(page, 'Préciser l’intensité');
  await page.getByLabel('Intensité du suivi').selectOption('INTENSIVE');
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Intensif', { exact: true }).waitFor();
  await assertAccessible(page, 'synthesis');
  await assertFits(page, 'synthesis');
  await screenshot(page, 'record-synthesis');

  await choose(page, 'Clore le dossier');
  await page.getByText('Rien n’empêche la clôture.').waitFor();
  await page.getByLabel('La personne, ou qui la représente, est informée').check();
  await screenshot(page, 'record-close');
  await page.getByRole('dialog').getByRole('button', { name: 'Clore le dossier' }).click();
  await page.getByText('objectifs atteints', { exact: false }).first().waitFor();
  await choose(page, 'Rouvrir le dossier');
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await page.getByRole('button', { name: 'Clore le dossier' }).waitFor();

  await page.getByRole('link', { name: 'Frise', exact: true }).click();
  const facts = page.locator('.facts > li');
  await facts.filter({ hasText: 'Dossier rouvert' }).waitFor();
  assert.match(await facts.nth(0).innerText(), /Dossier rouvert/);
  assert.match(await facts.nth(1).innerText(), /Dossier clos : objectifs atteints/);
  await assertAccessible(page, 'life line');
  await assertFits(page, 'life line');
  await screenshot(page, 'record-life-line');

  await page.getByRole('button', { name: 'Corriger : Dossier clos : objectifs atteints' }).click();
  await page.getByLabel('Ce qui est exact').fill('Clos par erreur');
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await facts.filter({ hasText: 'Dossier clos' }).getByText('Clos par erreur').waitFor();

  await page.getByRole('button', { name: /^Pourquoi \? Dossier clos/ }).click();
  await page.getByRole('dialog').getByText('Action de', { exact: false }).waitFor();
  await assertAccessible(page, 'causes');
  await screenshot(page, 'record-causes');
  await page.keyboard.press('Escape');

  await page.getByLabel('Vue au…').fill('2020-01-01');
  await page.getByText('Le dossier n’existait pas encore.').waitFor();
  await page.getByRole('button', { name: 'Revenir à aujourd’hui' }).click();
  await facts.filter({ hasText: 'Dossier rouvert' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('the manager sees who carries what, hands records over and takes it back', async () => {
  const { page, context, faults } = await open(browser, { path: '/supervision' });
  await signInAs(page, 'manager');
  await page.getByRole('heading', { name: 'Supervision de l’équipe' }).waitFor();
  await assertAccessible(page, 'supervision');
  await assertFits(page, 'supervision');
  const row = page.getByRole('row').filter({ hasText: 'Claire Demoncourt' });
  const carried = Number(await row.getByRole('cell').first().innerText());
  await row.getByRole('button', { name: /^Transférer/ }).click();
  await page.getByRole('dialog').getByRole('checkbox').nth(1).check();
  await page.getByText('1 dossier changera de référent.').waitFor();
  await page.getByRole('button', { name: 'Transférer 1 dossier' }).click();
  await page.getByRole('alert').filter({ hasText: 'Choisissez' }).waitFor();
  await page.getByLabel('Coordinateur').selectOption({ index: 1 });
  await assertAccessible(page, 'transfer');
  await screenshot(page, 'supervision-transfer');
  await page.getByRole('button', { name: 'Transférer 1 dossier' }).click();
  await page.getByRole('button', { name: 'Annuler le transfert' }).waitFor();
  await row.getByRole('cell', { name: String(carried - 1), exact: true }).first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Annuler le transfert' }).click();
  await row.getByRole('cell', { name: String(carried), exact: true }).first().waitFor();
  await screenshot(page, 'supervision');
  assert.deepEqual(faults, []);
  await context.close();
});
