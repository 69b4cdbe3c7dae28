// What every browser test needs: a Chromium, a signed-in page, an axe check, a screenshot.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const portal = createRequire(new URL('../../Coordination.Api/Portal/package.json', import.meta.url));
const { chromium } = portal('playwright-core');
const axe = readFileSync(portal.resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = process.env.COORDINATION_SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'coordination-'));
mkdirSync(screenshots, { recursive: true });

export const url = process.env.COORDINATION_URL;
export const roles = {
  coordinator: 'coordinatrice DAC',
  colleague: 'coordinateur DAC, son collègue',
  socialWorker: 'assistante sociale hospitalière',
  analyst: 'analyste CPTS',
  manager: 'responsable du DAC',
  nurse: 'infirmière libérale',
  gp: 'médecin traitant',
  guardian: 'mandataire judiciaire',
  neighbour: 'coordinatrice du DAC voisin',
  admin: 'administrateur du territoire',
  identity: "cellule d'identitovigilance",
  auditor: 'auditeur',
};

/** Chromium headless; CHROMIUM_PATH names another binary. */
export function launch() {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  assert.ok(existsSync(executablePath), `No browser at ${executablePath}: set CHROMIUM_PATH.`);
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page in a session of its own; whatever it refuses (CSP) or throws is kept in `faults`. */
export async function open(browser, { path = '/', base = url, width = 1280, height = 720 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'fr-FR', timezoneId: 'America/Cayenne' });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => line.type() === 'error' && /Content Security Policy/.test(line.text()) && faults.push(line.text()));
  page.on('request', (request) => {
    // Sign-in is a navigation to the identity provider and back; nothing else leaves for another origin.
    const signsIn = request.isNavigationRequest() && /^\/(psc|structure)\//.test(new URL(request.url()).pathname);
    if (new URL(request.url()).origin !== new URL(base).origin && !request.url().startsWith('data:') && !signsIn)
      faults.push(`request to another origin: ${request.url()}`);
  });
  await page.goto(new URL(path, base).href);
  return { page, context, faults };
}

/** Moves the focus with Tab until it is on something whose text or name matches. */
export async function tabTo(page, name, limit = 40) {
  for (let step = 0; step < limit; step++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    if (name.test(focused)) return;
  }
  assert.fail(`Tab never reached ${name}`);
}

/** Signs in from the start page with the keyboard alone. */
export async function signInAs(page, role) {
  const name = new RegExp(`Entrer comme ${roles[role]}`);
  await page.getByRole('button', { name }).waitFor();
  await tabTo(page, name);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();
  // The first page takes the focus when it comes: a key pressed before would be lost.
  await page.locator('main h1').first().waitFor();
}

/** No fault of WCAG 2.1 A/AA nor of good practice on the page as it stands. */
export async function assertAccessible(page, where) {
  // Through the debugger, which the page's content policy does not bind.
  await page.evaluate(axe);
  const faults = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    });
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html} (${n.failureSummary})`).join(' | ')}`);
  });
  assert.deepEqual(faults, [], where);
}

/** The page is as wide as its window: nothing to scroll sideways. */
export async function assertFits(page, where) {
  const [content, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(content <= shown, `${where}: ${content} px wide in ${shown} px`);
}

export const screenshot = (page, name) => page.screenshot({ path: join(screenshots, `${name}.png`) });
