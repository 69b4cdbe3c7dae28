// Indicators: what an analyst reads, what is masked, and a manager's figures that move by themselves.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs, tabTo } from './browser.mjs';
import { ask, hospital } from './territory.mjs';

let browser;

before(async () => (browser = await launch()));
after(() => browser?.close());

test('the analyst reads figures with their definition, and what is masked in words', async () => {
  for (const width of [1280, 320]) {
    const { page, faults } = await open(browser, { width });
    await signInAs(page, 'analyst');
    await page.getByRole('heading', { level: 1, name: 'Indicateurs' }).waitFor();
    for (const name of ['Sorties annoncées', 'Sorties non préparées', 'Alertes'])
      await page.getByRole('heading', { level: 2, name }).waitFor();
    await page.getByText('n < 11, masqué').first().waitFor();
    await page.getByText(/Arrêté au \d/).first().waitFor();
    assert.match(await page.locator('[data-measure=UNPREPARED]').innerText(), /^\d+(,\d)?\s% \(\d+\/\d+\)$/);
    await tabTo(page, /Définition, source et limites/);
    await page.keyboard.press('Enter');
    await page.getByText('Aucune définition officielle.').first().waitFor();
    await assertAccessible(page, `indicators at ${width}`);
    await assertFits(page, `indicators at ${width}`);
    await screenshot(page, `indicators-${width}`);
    assert.deepEqual(faults, []);
  }
});

test('the period stands in the address', async () => {
  const { page } = await open(browser);
  await signInAs(page, 'analyst');
  await page.getByRole('link', { name: 'Cette année' }).click();
  await page.waitForURL(/period=year/);
  await page.getByText(/^du 1 janvier/).first().waitFor();
  await page.goto(new URL('/indicateurs?period=month', page.url()).href);
  assert.equal(await page.getByRole('link', { name: 'Ce mois-ci' }).getAttribute('aria-current'), 'page');
});

test('the manager sees a discharge announced meanwhile, without reload', async () => {
  const { page } = await open(browser);
  await signInAs(page, 'manager');
  await page.getByRole('link', { name: 'Indicateurs' }).click();
  const figure = page.locator('[data-measure=ANNOUNCED]');
  await figure.waitFor();
  await page.getByText('En direct').waitFor();
  const before = Number(await figure.innerText());
  hospital(38, ['a01'], ['a16', '--in', '30']);
  await page.waitForFunction((n) => Number(document.querySelector('[data-measure=ANNOUNCED]').textContent) === n, before + 1);
  const { indicator } = await ask('manager', '{ indicator(code: "33", period: "2026") { measures { masked } } }');
  assert.equal(indicator.measures.some((measure) => measure.masked), false);
});
