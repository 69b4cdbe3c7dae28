// A care pathway from the portal: begun from a template, its steps carried out, put off and left out; a rupture reported and followed until it is over.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';
import { quietPerson } from './territory.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** On a phone too. */
async function assertFitsPhone(page, where) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await assertFits(page, `${where}, on a phone`);
  await page.setViewportSize(size);
}

async function send(page, name) {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

test('a pathway is begun, carried out step by step, and ended', async () => {
  const person = await quietPerson(2);
  const { page, context, faults } = await open(browser, { path: `/personnes/${encodeURIComponent(person.id)}/parcours` });
  await signInAs(page, 'coordinator');
  await page.getByText('Aucun parcours n’est engagé.').waitFor();

  await page.getByRole('button', { name: 'Engager un parcours' }).click();
  await page.getByLabel('Modèle').selectOption({ label: "Retour à domicile d'une personne âgée" });
  await page.getByLabel('La personne vit seule').check();
  await send(page, 'Engager un parcours');
  const steps = page.getByRole('table', { name: /Étapes/ });
  const step = (name) => steps.getByRole('row', { name });
  await step(/Visite à domicile/).getByText('Prévue').waitFor();
  await step(/Vérifier le premier passage infirmier/).getByText('Sans objet').waitFor();
  await screenshot(page, 'pathway');
  await assertAccessible(page, 'pathway');
  await assertFits(page, 'pathway');
  await assertFitsPhone(page, 'pathway');

  await step(/Appeler la personne/).getByRole('button').click();
  await send(page, 'Enregistrer');
  await step(/Appeler la personne/).getByText('Faite').waitFor();
  await step(/Visite à domicile/).getByRole('button').click();
  await page.getByLabel('Ce qui est à enregistrer').selectOption({ label: 'L’écarter, avec un motif' });
  await page.getByLabel('Motif').selectOption({ label: 'Refus de la personne' });
  await assertAccessible(page, 'a step');
  await send(page, 'Enregistrer');
  await step(/Visite à domicile/).getByText(/Écartée le .* : Refus de la personne/).waitFor();
  await step(/Conciliation/).getByRole('button').click();
  await page.getByLabel('Ce qui est à enregistrer').selectOption({ label: 'Changer le jour' });
  await page.getByLabel('Jour', { exact: true }).fill('2026-12-24');
  await send(page, 'Enregistrer');
  await step(/Conciliation/).getByText('24/12/2026').waitFor();

  await step(/Conciliation/).getByRole('button').click();
  await page.getByLabel('Ce qui est à enregistrer').selectOption({ label: 'Dire qui la fait' });
  await page.getByRole('dialog').getByLabel('Qui', { exact: true }).selectOption({ label: 'Marc Lestrade' });
  await send(page, 'Enregistrer');
  await step(/Conciliation/).getByText('Marc Lestrade').waitFor();

  await page.getByRole('button', { name: 'Changer ce qui vaut pour la personne' }).click();
  await page.getByLabel('Soins infirmiers à domicile nécessaires').check();
  await send(page, 'Enregistrer');
  await step(/Vérifier le premier passage infirmier/).getByRole('button', { name: /Traiter/ }).waitFor();
  await page.getByRole('button', { name: 'Ajouter une étape' }).click();
  await page.getByLabel('Étape', { exact: true }).fill('Passage du kinésithérapeute');
  await page.getByLabel('Échéance').fill('2026-12-20');
  await send(page, 'Enregistrer');
  await step(/Passage du kinésithérapeute/).waitFor();

  await page.getByRole('button', { name: 'Terminer le parcours' }).click();
  await page.getByLabel('Motif').selectOption({ label: 'Souhait de la personne' });
  await send(page, 'Terminer le parcours');
  await page.getByText('Parcours terminés').click();
  await page.getByText(/Souhait de la personne, le/).waitFor();
  await step(/Consultation du médecin traitant/).getByText('Non faite').waitFor();
  await screenshot(page, 'pathway-ended');
  assert.deepEqual(faults, []);
  await context.close();
});

test('a rupture is reported, qualified, answered and closed', async () => {
  const person = await quietPerson(2);
  const { page, context, faults } = await open(browser, { path: `/personnes/${encodeURIComponent(person.id)}/parcours` });
  await signInAs(page, 'coordinator');
  const part = page.getByRole('region', { name: 'Ruptures et besoins non couverts' });
  await part.getByText('Rien n’est signalé.').waitFor();

  await part.getByRole('button', { name: 'Signaler' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Signaler' }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await page.getByLabel('Type').selectOption({ label: 'Isolement' });
  await page.getByLabel('Précisions').fill('Plus de visite depuis trois semaines.');
  await send(page, 'Signaler');
  await part.getByText('Signalé', { exact: true }).waitFor();
  await part.getByRole('button', { name: 'Qualifier : Isolement' }).click();
  await page.getByLabel('Ce qui manque').selectOption({ label: 'Aide à domicile' });
  await send(page, 'Qualifier');
  await part.getByText('Qualifié par le DAC').waitFor();
  await screenshot(page, 'disruption');
  await assertAccessible(page, 'disruptions');
  await part.getByRole('button', { name: /Persiste toujours/ }).click();
  await send(page, 'Persiste');
  await part.getByText('Persiste, sans réponse').waitFor();
  await part.getByRole('button', { name: 'Réponse trouvée : Isolement' }).click();
  await page.getByLabel('Quelle réponse').fill('Visites d’une association');
  await send(page, 'Enregistrer');
  await part.getByText('Réponse trouvée : Visites d’une association').waitFor();
  await part.getByRole('button', { name: 'Clore : Isolement' }).click();
  await send(page, 'Clore');
  await part.getByText('Résolu').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('the administrator changes the words; who reports has them at once, and what is retired is offered no more', async () => {
  const { page, context, faults } = await open(browser, { path: '/administration/typologie' });
  await signInAs(page, 'admin');
  const types = page.getByRole('table', { name: 'Types', exact: true });
  await types.getByRole('row', { name: /Isolement/ }).getByText('d’origine').waitFor();

  await page.getByRole('button', { name: 'Ajouter un mot' }).click();
  await page.getByLabel('Mot affiché').fill('Isolement');
  await page.getByRole('textbox', { name: 'Code' }).fill('ISOLATION');
  await page.getByRole('dialog').getByRole('button', { name: 'Ajouter un mot' }).click();
  await page.getByRole('alert').getByText(/déjà celui de « Isolement »/).waitFor();
  await page.getByRole('textbox', { name: 'Code' }).fill('SANS_TRANSPORT_ADAPTE');
  await page.getByLabel('Mot affiché').fill('Sans transport adapté');
  await assertAccessible(page, 'a word');
  await send(page, 'Ajouter un mot');
  await types.getByRole('row', { name: /Sans transport adapté/ }).getByText('du territoire').waitFor();
  await page.getByText('Type : « Sans transport adapté » proposé (SANS_TRANSPORT_ADAPTE)').first().waitFor();
  await assertAccessible(page, 'typology');
  await assertFits(page, 'typology');
  await assertFitsPhone(page, 'typology');
  await screenshot(page, 'typology');

  const person = await quietPerson(2);
  const other = await open(browser, { path: `/personnes/${encodeURIComponent(person.id)}/parcours` });
  await signInAs(other.page, 'coordinator');
  const offered = async () => {
    await other.page.getByRole('button', { name: 'Signaler', exact: true }).click();
    const list = other.page.getByRole('dialog').getByLabel('Type');
    await list.getByRole('option', { name: 'Isolement' }).waitFor({ state: 'attached' });
    const words = await list.getByRole('option').allTextContents();
    await other.page.keyboard.press('Escape');
    await other.page.getByRole('dialog').waitFor({ state: 'hidden' });
    return words;
  };
  assert.ok((await offered()).includes('Sans transport adapté'));

  await types.getByRole('button', { name: 'Retirer : Sans transport adapté' }).click();
  await send(page, 'Retirer');
  await types.getByRole('row', { name: /Sans transport adapté/ }).getByText('retiré').waitFor();
  await other.page.reload();
  assert.ok(!(await offered()).includes('Sans transport adapté'));
  assert.deepEqual([...faults, ...other.faults], []);
  await other.context.close();
  await context.close();
});
