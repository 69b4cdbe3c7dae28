// Two plans of one person: an identity is merged into hers, the second plan is shown beside her own, what is kept is taken over, and parting them marks it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, launch, open, screenshot, signInAs } from './browser.mjs';
import { ask, does, inHours } from './territory.mjs';

const day = (days) => inHours(24 * days).slice(0, 10);
const identities = (verb, survivor, merged) => does('identity', verb, '__typename', { survivor, merged });

let browser;
let stays;
let goes;
before(async () => {
  browser = await launch();
  [stays, goes] = [await follow('1941-03-12', 'Odette'), await follow('1941-03-21', 'Odile')];
  await begin(stays, 'Vivre chez elle', 'Passer une fois par semaine');
  await begin(goes, 'Sortir seule au marché', "Poser des barres d'appui");
  await does('manager', 'closeRecord', 'record { id }', { recordId: goes, reason: 'MOVED', on: day(0), personInformed: true, withoutPlan: true });
  await identities('mergePersons', stays, goes);
});
after(() => browser?.close());

test('the second plan is compared and merged by keyboard, stays readable, and is marked when the identities part', async () => {
  const { page, context, faults } = await open(browser, { path: `/personnes/${encodeURIComponent(stays)}/plan` });
  await signInAs(page, 'coordinator');
  const notice = page.getByRole('region', { name: 'Un second plan existe pour cette personne' });
  await notice.getByRole('button', { name: 'Comparer et fusionner' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Plan actuel' }).waitFor();
  await dialog.getByText('Vivre chez elle').first().waitFor();
  await assertAccessible(page, 'two plans side by side');
  await screenshot(page, 'plan-merge');

  // The objective is left out: its action finds a place under one of the plan at hand.
  await dialog.getByRole('checkbox', { name: /Sortir seule au marché/ }).press('Space');
  await dialog.getByRole('combobox', { name: /barres d'appui/ }).selectOption({ label: 'Vivre chez elle' });
  await dialog.getByRole('button', { name: 'Fusionner', exact: true }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('repris du second plan').first().waitFor();
  await page.getByRole('textbox', { name: "Action : Poser des barres d'appui" }).waitFor();
  await page.getByRole('region', { name: 'Plan fusionné' }).waitFor();
  assert.equal(await page.locator('input[aria-label*="Sortir seule"]').count(), 0);
  await assertAccessible(page, 'a merged plan');
  await screenshot(page, 'plan-merged');

  await identities('unmergePersons', stays, goes);
  await page.reload();
  await page.getByText('à revoir : repris du plan d’une autre personne').first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

/** Somebody whose identity is provisional still: only then can it turn out to be another one's. */
async function follow(birthDate, given) {
  const identity = { birthName: 'DESTOUESSE', givenNames: [given], sex: 'FEMALE', birthDate, commune: '47001' };
  const { person } = await does('coordinator', 'registerPerson', 'person { id }', { identity, acknowledged: goes ? [goes] : [], openRecord: true });
  return person.id;
}

async function begin(recordId, objective, action) {
  await does('coordinator', 'draftCarePlan', 'record { id }', { recordId });
  await does('coordinator', 'setObjective', 'record { id }', { recordId, text: objective });
  const { careRecord } = await ask('coordinator', 'query($id: ID!) { careRecord(id: $id) { carePlan { items { id kind } } } }', { id: recordId });
  const under = careRecord.carePlan.items.find((item) => item.kind === 'OBJECTIVE').id;
  await does('coordinator', 'planAction', 'record { id }', {
    recordId,
    objective: under,
    text: action,
    recourse: 'PREVENTION',
    owner: { kind: 'PERSON' },
    due: day(30),
  });
}
