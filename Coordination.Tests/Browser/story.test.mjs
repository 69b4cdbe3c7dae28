// The first story, lived as its people live it: a hospital announces, the coordinators see, one takes charge, the hospital withdraws.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';

const hl7 = fileURLToPath(new URL('../../ops/hl7', import.meta.url));
const title = /Sortie prévue .* – besoins du retour non évalués/;
let browser;

before(async () => (browser = await launch()));
after(() => browser?.close());

/** Plays the hospital: makes messages about a demo person and sends them over MLLP; each is accepted. */
function hospital(person, ...triggers) {
  for (const [trigger, ...options] of triggers) {
    const message = execFileSync(hl7, ['example', trigger, '--person', String(person), ...options]);
    const answer = execFileSync(hl7, ['send', '-'], { input: message }).toString();
    assert.match(answer, /^AA /);
  }
}

async function coordinator(options) {
  const session = await open(browser, options);
  await signInAs(session.page, 'coordinator');
  await session.page.getByText('En direct').waitFor();
  return session;
}

test('a discharge announced by the hospital reaches every coordinator, who sees why and takes charge', async () => {
  const a = await coordinator();
  const b = await coordinator();
  await assertAccessible(a.page, 'empty inbox');
  hospital(1, ['a01'], ['a16']);

  // Without reload, on both screens.
  const row = (page) => page.getByRole('row').filter({ hasText: 'LALANNE' }).filter({ hasText: title });
  await row(a.page).waitFor();
  await row(b.page).waitFor();
  await a.page.getByRole('row').filter({ hasText: title }).first().waitFor();

  // The keyboard alone: to the grid, to the alert, and why it was raised.
  await a.page.getByRole('grid').focus();
  await a.page.keyboard.press('Home');
  const preview = a.page.getByRole('complementary', { name: /alerte/i }).or(a.page.locator('.preview')).first();
  await preview.getByText('Pourquoi cette alerte').waitFor();
  await preview.getByText(/Règle AL47/).waitFor();
  await preview.getByText(/Sortie annoncée pour/).first().waitFor();
  await assertAccessible(a.page, 'inbox with an alert chosen');
  await assertFits(a.page, 'inbox at 1280');
  await screenshot(a.page, 'inbox');

  await a.page.keyboard.press('e');
  await row(a.page).getByText(/Prise en charge par/).or(a.page.getByText(/Prise en charge par Claire/)).first().waitFor();
  await b.page.getByText(/Prise en charge par Claire Demoncourt/).first().waitFor();
  await screenshot(b.page, 'taken-elsewhere');

  // What the hospital takes back resolves itself, on every screen.
  hospital(1, ['a25']);
  await preview.getByText('Résolue').first().waitFor();
  await b.page.getByRole('link', { name: /Closes/ }).click();
  await row(b.page).getByText('Résolue').first().waitFor();
  await screenshot(b.page, 'closed');
  assert.deepEqual([...a.faults, ...b.faults], []);
});

test('the discharge behind an alert shows its history, and its state at a past date', async () => {
  const { page, faults } = await coordinator();
  hospital(2, ['a01'], ['a16', '--in', '40']);
  await page.getByRole('row').filter({ hasText: title }).first().waitFor();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Sortie/ }).waitFor();
  await page.getByText('Entrée à l’hôpital').or(page.getByText("Entrée à l'hôpital")).first().waitFor();
  await page.getByText(/Sortie annoncée pour/).first().waitFor();
  await assertAccessible(page, 'discharge');
  await screenshot(page, 'discharge');
  // Long before: nothing was known of it, which the page says; the way back leads to today.
  await page.getByLabel('Vu au').fill('2026-01-15T09:30');
  await page.getByRole('button', { name: 'Afficher', exact: true }).press('Enter');
  await page.getByText('État connu au 15 janvier 2026 à 09:30. Lecture seule.').waitFor();
  await page.getByText('Cette sortie n’était pas connue à cet instant.').waitFor();
  await assertAccessible(page, 'discharge before it was known');
  await page.getByRole('button', { name: 'Revenir à aujourd’hui' }).press('Enter');
  await page.getByText(/Sortie annoncée pour/).first().waitFor();
  // Back in the inbox, where the alert still waits.
  await page.getByRole('button', { name: 'Retour' }).press('Enter');
  await page.getByRole('row').filter({ hasText: title }).first().waitFor();
  assert.doesNotMatch(page.url(), /LACOSTE|Lacoste/i);
  assert.deepEqual(faults, []);
});

test('closing without action asks for a reason and keeps it', async () => {
  const { page } = await coordinator();
  hospital(3, ['a01'], ['a16', '--in', '12']);
  await page.getByText('Urgente').first().waitFor();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await assertAccessible(page, 'closing dialog');
  await page.keyboard.type('La famille a déjà tout organisé');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /Closes/ }).click();
  await page.getByRole('row').filter({ hasText: /sans suite/i }).first().waitFor();
});

test('on a narrow screen nothing is lost and nothing scrolls sideways', async () => {
  const { page } = await coordinator({ width: 320, height: 640 });
  await page.getByRole('row').nth(1).or(page.getByRole('row').first()).first().waitFor();
  await assertFits(page, 'inbox at 320');
  await assertAccessible(page, 'inbox at 320');
  await screenshot(page, 'inbox-320');
});

for (const [role, heading] of [
  ['socialWorker', /Sorties|Patients|séjours/i],
  ['analyst', /./],
]) {
  test(`the page of the ${role} is accessible and within bounds`, async () => {
    const { page, faults } = await open(browser);
    await signInAs(page, role);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await assertAccessible(page, role);
    await assertFits(page, role);
    await screenshot(page, role);
    assert.deepEqual(faults, []);
  });
}
