// Half a coordinator's day: a call recorded with what is next, tasks done by keyboard, put off, handed over, awaited.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';
import { quietPerson } from './territory.mjs';

// About twenty words a minute: somebody who types slowly. No time to think is counted.
const secondsPerKey = 0.5;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function send(page, name) {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

test('a call is recorded from the record with what is next, by keyboard alone, and the next step is a task', async (t) => {
  const person = await quietPerson(3);
  const { page, context, faults } = await open(browser, { path: `/personnes/${encodeURIComponent(person.id)}/suivi` });
  await signInAs(page, 'coordinator');
  const record = page.getByRole('button', { name: 'Consigner un appel' });
  await record.waitFor();

  // Every key is counted: a script types at once, a person does not.
  let keys = 0;
  const press = async (key) => {
    keys++;
    await page.keyboard.press(key);
  };
  const type = async (text) => {
    keys += text.length;
    await page.keyboard.type(text);
  };
  const reach = async (label) => {
    for (let tries = 0; tries < 30; tries++) {
      const focused = await page.evaluate(() => document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? '');
      if (focused.trim() === label) return;
      await press('Tab');
    }
    assert.fail(`${label} is not reached by Tab`);
  };
  const started = performance.now();
  await record.focus();
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  await reach('Ce qui a été dit');
  await type('La personne se sent mieux, le portage des repas commence lundi.');
  await reach('Prévoir une suite');
  await press('Space');
  await reach('À faire ensuite');
  await type('Vérifier le premier portage des repas');
  await press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('La personne se sent mieux').waitFor();
  const machine = (performance.now() - started) / 1000;
  const seconds = machine + keys * secondsPerKey;
  t.diagnostic(`a call recorded with ${keys} keys: ${machine.toFixed(1)} s of the portal's own; ${seconds.toFixed(0)} s for somebody at ${secondsPerKey} s a key`);
  assert.ok(seconds < 90);
  await page.getByRole('region', { name: 'Tâches', exact: true }).getByText('Vérifier le premier portage des repas').waitFor();
  await assertAccessible(page, 'follow-up');
  await assertFits(page, 'follow-up');
  await screenshot(page, 'follow-up');

  await page.getByRole('button', { name: /Corriger :/ }).click();
  await page.getByLabel('Durée en minutes').fill('25');
  await send(page, 'Corriger');
  await page.getByText(/25 min/).waitFor();
  await page.getByText('corrigé 1 fois').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('tasks are done, put off, awaited and handed over from the list; what a colleague does is seen live', async () => {
  const { page, context, faults } = await open(browser, { path: '/taches' });
  await signInAs(page, 'coordinator');
  await page.getByRole('heading', { level: 1, name: 'Tâches et rappels' }).waitFor();
  for (const title of ['Rappeler la pharmacie', 'Envoyer le compte rendu', 'Préparer la concertation']) {
    await page.getByRole('button', { name: 'Nouvelle tâche' }).click();
    await page.getByLabel('À faire').fill(title);
    await page.getByLabel('Échéance (jour)').fill('2026-12-15');
    await send(page, 'Créer la tâche');
    await page.getByRole('button', { name: title, exact: true }).waitFor();
  }
  await screenshot(page, 'tasks');
  await assertAccessible(page, 'tasks');
  await assertFits(page, 'tasks');

  // By keyboard: to the task, e, Enter.
  await page.getByRole('button', { name: 'Rappeler la pharmacie', exact: true }).focus();
  await page.keyboard.press('e');
  await page.getByRole('dialog', { name: /Rappeler la pharmacie/ }).waitFor();
  await page.getByLabel('Note').fill('Livraison mardi');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.locator('.task-gone').getByText('Rappeler la pharmacie').waitFor();
  await page.locator('.task-gone').waitFor({ state: 'detached', timeout: 15_000 });

  // Awaited, it leaves the list and waits in its own.
  await page.getByRole('button', { name: 'Envoyer le compte rendu', exact: true }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Attendre une réponse' }).click();
  await page.getByRole('textbox', { name: 'De qui' }).fill('Service de gériatrie');
  await page.getByLabel('Jusqu’au').fill('2026-12-20');
  await send(page, 'Attendre une réponse');
  await page.getByRole('link', { name: /Attendues d’un autre/ }).click();
  await page.getByText(/attend Service de gériatrie/).waitFor();

  // Handed over, it is in the colleague's list at once, and what he does is seen here.
  const other = await open(browser, { path: '/taches' });
  await signInAs(other.page, 'colleague');
  await other.page.getByRole('heading', { level: 1, name: 'Tâches et rappels' }).waitFor();
  await page.getByRole('link', { name: /Mes tâches/ }).click();
  await page.getByRole('button', { name: 'Préparer la concertation', exact: true }).focus();
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('combobox').selectOption({ label: 'Marc Lestrade' });
  await send(page, 'Confier');
  await other.page.getByRole('button', { name: 'Préparer la concertation', exact: true }).waitFor();
  await page.getByRole('link', { name: /Équipe/ }).click();
  await page.getByRole('button', { name: 'Préparer la concertation', exact: true }).waitFor();
  await other.page.getByRole('button', { name: 'Préparer la concertation', exact: true }).focus();
  await other.page.keyboard.press('e');
  await send(other.page, 'Marquer comme faite');
  await page.locator('.task-gone').getByText('Préparer la concertation').waitFor();
  assert.deepEqual([...faults, ...other.faults], []);
  await other.context.close();
  await context.close();
});
