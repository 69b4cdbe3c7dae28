// What comes due by itself: a step of a pathway, a plan's agreement, seen in one place and led to; and what the team did, for who leads it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';
import { ask, does, inHours, quietPerson } from './territory.mjs';

const day = (days) => inHours(24 * days).slice(0, 10);

let browser;
let person;
before(async () => {
  browser = await launch();
  person = await quietPerson(7);
  await does('coordinator', 'applyPathway', 'record { id }', {
    recordId: person.id,
    template: 'CARER_EXHAUSTION',
    enteredOn: day(-40),
    conditions: [],
  });
});
after(() => browser?.close());

test('a step that is due is listed with who is to do it, leads to the pathway, and is gone once it is done', async () => {
  const { page, context, faults } = await open(browser, { path: '/a-suivre' });
  await signInAs(page, 'coordinator');
  const views = page.getByRole('navigation', { name: 'Listes à suivre' });
  await views.getByRole('link', { name: /Étapes de parcours/ }).click();
  const list = page.getByRole('group', { name: 'Étapes de parcours' });
  const row = list.getByRole('row').filter({ hasText: person.name }).filter({ hasText: 'Épuisement de l' });
  await row.getByText(/Entretien avec l.aidant, prévue le/).waitFor();
  await assertAccessible(page, 'worklist of steps');
  await screenshot(page, 'worklist-steps');

  await row.getByRole('link', { name: person.name, exact: false }).click();
  await page.waitForURL(/\/personnes\/.+\/parcours$/);
  await page.getByRole('heading', { name: /Épuisement de l.aidant/ }).waitFor();
  await page.goBack();
  await row.waitFor();

  // Somebody else does it, and what follows it is due later: the list follows by itself.
  await does('coordinator', 'completePathwayStep', 'record { id }', { ...(await pathway()), step: 'CARER_CALL', on: day(0) });
  await row.waitFor({ state: 'hidden' });
  assert.deepEqual(faults, []);
  await context.close();
});

test('an empty list says so, and the choice of whose records stays in the address', async () => {
  const { page, context, faults } = await open(browser, { path: '/a-suivre?vue=plans', width: 390, height: 800 });
  await signInAs(page, 'coordinator');
  await page.getByRole('heading', { name: 'À suivre' }).waitFor();
  await page.getByLabel('Dossiers').selectOption({ label: 'Toute l’équipe' });
  await page.waitForURL(/dossiers=team/);
  await page.getByRole('status').or(page.getByText('Aucun plan à réviser dans les 30 jours.')).first().waitFor();
  await assertFits(page, 'worklist on a phone');
  await screenshot(page, 'worklist-plans-phone');
  assert.deepEqual(faults, []);
  await context.close();
});

test('who leads the team sees what was done, by professional and kind', async () => {
  await does('coordinator', 'recordContact', 'record { id }', {
    recordId: person.id,
    channel: 'HOME_VISIT',
    with: 'CARER',
    outcome: 'REACHED',
    at: new Date(Date.now() - 3_600_000).toISOString(),
    minutes: 75,
  });
  const { page, context, faults } = await open(browser, { path: '/supervision' });
  await signInAs(page, 'manager');
  await page.getByRole('heading', { name: 'Activité de l’équipe' }).waitFor();
  const contacts = page.getByRole('group', { name: 'Contacts consignés' });
  const { me } = await ask('coordinator', '{ me { displayName } }');
  const row = contacts.getByRole('row').filter({ has: page.getByRole('rowheader', { name: me.displayName }) });
  const cells = await row.getByRole('cell').allInnerTexts();
  assert.ok(Number(cells[1]) >= 1, `a home visit in ${cells}`);
  await assertAccessible(page, 'activity of the team');
  await screenshot(page, 'supervision-activity');
  assert.deepEqual(faults, []);
  await context.close();
});

async function pathway() {
  const { careRecord } = await ask('coordinator', 'query($id: ID!) { careRecord(id: $id) { pathways { id template } } }', { id: person.id });
  return { recordId: person.id, pathwayId: careRecord.pathways.find((one) => one.template === 'CARER_EXHAUSTION').id };
}
