// What surrounds every screen: keyboard, the state of the line, what is left behind, what a server in production does not offer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';

const production = process.env.COORDINATION_PROD_URL;
let browser;

before(async () => (browser = await launch()));
after(() => browser?.close());

async function coordinator(options) {
  const session = await open(browser, options);
  await signInAs(session.page, 'coordinator');
  await session.page.getByText('En direct').waitFor();
  return session;
}

test('the start page is accessible, wide and narrow', async () => {
  for (const width of [1280, 320]) {
    const { page, faults } = await open(browser, { width });
    await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
    await assertAccessible(page, `start page at ${width}`);
    await assertFits(page, `start page at ${width}`);
    await screenshot(page, `start-${width}`);
    assert.deepEqual(faults, []);
  }
});

test('the first stop of Tab leads past the header, and each page has a title of its own', async () => {
  const { page } = await coordinator();
  await page.goto(new URL('/alerts', page.url()).href);
  await page.getByRole('heading', { level: 1, name: 'Ma file' }).waitFor();
  assert.equal(await page.title(), 'Ma file – Coordination');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Aller au contenu');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
  await page.getByRole('link', { name: 'Sorties' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Sorties' }).waitFor();
  assert.equal(await page.title(), 'Sorties – Coordination');
});

test('the shortcuts are listed on « ? », not while typing, and Escape gives the focus back', async () => {
  const { page } = await coordinator();
  const search = page.getByRole('searchbox');
  await search.press('?');
  assert.equal(await search.inputValue(), '?');
  assert.equal(await page.getByRole('dialog').count(), 0);
  const link = page.getByRole('link', { name: 'Ma file' });
  await link.press('?');
  await page.getByRole('dialog', { name: 'Raccourcis clavier' }).waitFor();
  await assertAccessible(page, 'list of shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await link.evaluate((element) => element === document.activeElement), true);
});

test('a lost network is said in words, and the page is live again by itself', async () => {
  const { page, context } = await coordinator();
  await page.getByRole('heading', { level: 1, name: 'Ma file' }).waitFor();
  await context.setOffline(true);
  await page.getByText(/^Hors connexion : lecture seule \(données de \d\d:\d\d\)$/).waitFor();
  await assertAccessible(page, 'offline');
  await context.setOffline(false);
  await page.getByText('En direct').waitFor();
});

test('a screen that cannot be loaded says so and leaves the others within reach', async () => {
  const { page, context } = await coordinator();
  await page.getByRole('heading', { level: 1, name: 'Ma file' }).waitFor();
  await context.route(/\/assets\/DischargesPage/, (route) => route.abort());
  await page.getByRole('link', { name: 'Sorties' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Écran indisponible' }).waitFor();
  await assertAccessible(page, 'screen that failed');
  await page.getByRole('link', { name: 'Ma file' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ma file' }).waitFor();
  await context.unrouteAll();
});

test('what is searched for stays out of the address, the title and the storage', async () => {
  const { page, context } = await coordinator();
  // The page that opens takes the focus: only then is the key ours.
  await page.getByRole('heading', { level: 1, name: 'Ma file' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('ZWXQUY');
  await page.keyboard.press('Enter');
  await page.getByText('0 alerte pour « ZWXQUY »').first().waitFor();
  const kept = await page.evaluate(() =>
    JSON.stringify([location.href, document.title, history.state, { ...localStorage }, { ...sessionStorage }]),
  );
  assert.doesNotMatch(kept, /zwxquy/i);
  assert.doesNotMatch(JSON.stringify(await context.cookies()), /zwxquy/i);
});

test('a session that ended elsewhere gives way to the start page, at the same address', async () => {
  const { page, context } = await coordinator();
  await page.getByRole('link', { name: 'Sorties' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Sorties' }).waitFor();
  await context.clearCookies();
  await page.getByRole('link', { name: 'Ma file' }).press('Enter');
  await page.getByText('Votre session est terminée.', { exact: false }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/alerts');
  await signInAs(page, 'coordinator');
  await page.getByRole('heading', { level: 1, name: 'Ma file' }).waitFor();
});

test('after signing out nothing of the user is shown, even going back', async () => {
  const { page } = await coordinator();
  await page.getByRole('button', { name: 'Se déconnecter' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
  assert.equal(await page.getByRole('navigation').count(), 0);
});

if (production)
  test('outside development nobody is offered to enter as somebody', async () => {
    const { page } = await open(browser, { base: production });
    await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
    assert.equal(await page.getByText('Entrer comme').count(), 0);
    await assertAccessible(page, 'start page in production');
  });
