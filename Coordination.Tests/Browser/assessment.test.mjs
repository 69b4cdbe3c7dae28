// Assessments from the portal: AGGIR filled by digits alone, its group explained, a second one compared with the first, a correction that hides nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';
import { ask, quietPerson } from './territory.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const tab = (person) => `/personnes/${encodeURIComponent(person.id)}/evaluation`;
const focusedQuestion = (page) => page.evaluate(() => document.activeElement?.closest('fieldset[data-question]')?.dataset.question);

async function start(page, on) {
  await page.getByRole('button', { name: 'Nouvelle évaluation' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Nouvelle évaluation' });
  await dialog.getByLabel('Grille').selectOption('AGGIR');
  await dialog.getByLabel('Date de l’évaluation').fill(on);
  await dialog.getByRole('button', { name: 'Commencer' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Reprendre : AGGIR/ }).first().press('Enter');
  await page.getByRole('heading', { name: /^Page 1 sur/ }).waitFor();
}

/** Answers every question of every page by its digit; what moves on from page to page is Enter. */
async function fill(page, digitOf) {
  let digits = 0;
  for (let at = 1; ; at++) {
    await page.getByRole('heading', { name: new RegExp(`^Page ${at} sur`) }).waitFor();
    const questions = page.locator('fieldset[data-question]');
    const count = await questions.count();
    for (let i = 0; i < count; i++) {
      const code = await questions.nth(i).getAttribute('data-question');
      assert.equal(await focusedQuestion(page), code, 'the digit before moved on to this question');
      await page.keyboard.press(digitOf(code));
      digits++;
    }
    const label = await page.evaluate(() => document.activeElement?.textContent);
    if (label === 'Valider') return digits;
    assert.equal(label, 'Page suivante');
    await page.keyboard.press('Enter');
  }
}

async function validate(page) {
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Valider l’évaluation' });
  await dialog.waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Résultat' }).waitFor();
}

test('an AGGIR is filled by digits alone, its group explained, and the next one compared with it', async (t) => {
  const person = await quietPerson(4);
  const { page, context, faults } = await open(browser, { path: tab(person) });
  await signInAs(page, 'coordinator');
  await page.getByText('Aucune évaluation n’est enregistrée').waitFor();
  await assertAccessible(page, 'no assessment');

  await start(page, '2026-10-05');
  const started = performance.now();
  const digits = await fill(page, () => '1');
  await validate(page);
  t.diagnostic(`an AGGIR of ${digits} answers filled and validated in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  await page.locator('.assessment-score').filter({ hasText: 'GIR 6' }).waitFor();
  await page.getByRole('button', { name: 'Revenir à la liste' }).press('Enter');
  await page.getByText('GIR 6, le 05/10/2026').waitFor();

  await start(page, '2026-11-20');
  await page.locator('.grid-before').filter({ hasText: 'Le 05/10/2026' }).first().waitFor();
  await assertAccessible(page, 'a page of AGGIR');
  await assertFits(page, 'a page of AGGIR');
  await screenshot(page, 'assessment-page');
  // Washing, dressing and getting up are done by somebody else now.
  await fill(page, (code) => (/^(WASHING|DRESSING|TRANSFERS)/.test(code) ? '3' : '1'));
  await validate(page);
  const score = await page.locator('.assessment-score').innerText();
  assert.match(score, /GIR [1-5]/);
  await page.getByText(/moins bien depuis le 05\/10\/2026/).waitFor();
  await page.getByText('Comment ce résultat est obtenu').click();
  const explained = await page.locator('details[open] li').allTextContents();
  assert.ok(explained.length > 0);
  await page.getByText(/Source :/).waitFor();
  assert.ok((await page.locator('tr.assessment-differs').count()) > 0);
  await assertAccessible(page, 'an assessment explained');
  await assertFits(page, 'an assessment explained');
  await screenshot(page, 'assessment-explained');

  await page.getByRole('button', { name: 'Revenir à la liste' }).press('Enter');
  const boxes = page.getByRole('checkbox', { name: /^Comparer/ });
  await boxes.nth(1).waitFor();
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await assertAccessible(page, 'the list of assessments');
  await screenshot(page, 'assessments');
  await page.getByRole('button', { name: 'Comparer les deux évaluations choisies' }).press('Enter');
  const comparison = page.getByRole('dialog', { name: 'Comparaison' });
  await comparison.getByRole('row').filter({ hasText: 'Résultat' }).filter({ hasText: 'GIR 6' }).waitFor();
  await comparison.getByRole('row').filter({ hasText: 'Toilette' }).first().waitFor();
  await assertAccessible(page, 'two assessments compared');
  await screenshot(page, 'assessment-compared');
  await page.keyboard.press('Escape');
  await comparison.waitFor({ state: 'detached' });

  const { careRecord } = await ask('coordinator', 'query($id: ID!) { careRecord(id: $id) { assessments(first: 5) { nodes { on status score { label } } } autonomy { estimated { gir on } notified { gir } } } }', { id: person.id });
  assert.deepEqual(careRecord.assessments.nodes.map((one) => [one.on, one.status]), [['2026-11-20', 'VALIDATED'], ['2026-10-05', 'VALIDATED']]);
  assert.equal(careRecord.autonomy.estimated.on, '2026-11-20');
  assert.equal(careRecord.autonomy.notified, null);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a partial assessment is valid and marked so; a correction keeps the first answer readable; nothing is lost on a narrow screen', async () => {
  const person = await quietPerson(4);
  const { page, context, faults } = await open(browser, { path: tab(person) });
  await signInAs(page, 'coordinator');
  await start(page, '2026-11-22');
  await page.keyboard.press('2');
  await page.getByRole('button', { name: 'Valider' }).press('Enter');
  await page.getByRole('dialog').getByText(/sera marquée incomplète/).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText(/Validée, incomplète/).waitFor();
  await page.locator('.assessment-score').filter({ hasText: 'sans résultat' }).waitFor();

  await page.getByRole('button', { name: 'Corriger' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Corriger une réponse' });
  await dialog.getByRole('group', { name: 'Réponse exacte' }).getByRole('radio', { name: /C – / }).check();
  await dialog.getByLabel('Motif').fill('Mal entendu au téléphone');
  await assertAccessible(page, 'a correction');
  await screenshot(page, 'assessment-correction');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/Mal entendu au téléphone/).waitFor();

  await page.setViewportSize({ width: 320, height: 640 });
  await assertFits(page, 'an assessment at 320');
  await page.getByRole('button', { name: 'Revenir à la liste' }).press('Enter');
  await page.getByRole('button', { name: /^Ouvrir : AGGIR/ }).first().waitFor();
  await assertFits(page, 'assessments at 320');
  await assertAccessible(page, 'assessments at 320');
  await screenshot(page, 'assessments-320');
  assert.deepEqual(faults, []);
  await context.close();
});

test('a group notified by the Département is told apart from the estimate', async () => {
  const person = await quietPerson(4);
  const { page, context, faults } = await open(browser, { path: tab(person) });
  await signInAs(page, 'coordinator');
  await page.getByRole('button', { name: 'Enregistrer le GIR notifié' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('GIR', { exact: true }).selectOption('4');
  await dialog.getByLabel('Date de la décision').fill('2026-11-02');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('GIR 4, le 02/11/2026').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
