// The whole first story at once: hospital, coordinator and manager, each in a browser of her own, nobody reloads anything.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, launch, open, screenshot, signInAs } from './browser.mjs';
import { admitted, ask, confirms, does, hospital, nurse, until } from './territory.mjs';

const browsers = {};
before(async () => {
  for (const role of ['socialWorker', 'coordinator', 'manager']) browsers[role] = await launch();
});
after(() => Promise.all(Object.values(browsers).map((browser) => browser.close())));
// What is left would be in the way of the other stories of this platform.
after(async () => {
  const { alerts } = await ask('coordinator', '{ alerts(first: 100, where: { status: [RAISED, TAKEN] }) { nodes { id } } }');
  for (const { id } of alerts.nodes)
    await does('coordinator', 'acknowledgeAlert', 'alert { id }', { id, reason: 'Fin de l’essai' });
});

async function signedIn(role, path) {
  const session = await open(browsers[role], { path });
  await signInAs(session.page, role);
  await session.page.getByText('En direct').waitFor();
  return session;
}

test('a Friday discharge, from the form to the return home, on three screens at once', async () => {
  const stay = await admitted(31);
  const [a, b, c] = await Promise.all([signedIn('socialWorker', '/sorties'), signedIn('coordinator', '/alerts'), signedIn('manager', '/alerts')]);
  const row = (page, title) => page.getByRole('row').filter({ hasText: stay.name }).filter({ hasText: title });

  // The feed announces: what is missing shows on the coordinator's and the manager's screens.
  hospital(31, ['a16', '--in', '46']);
  await Promise.all([b, c].map(({ page }) => row(page, /besoins du retour non évalués/).waitFor()));

  // The social worker completes it: needs, destination, whom to call.
  await a.page.locator(`a[href="/annoncer?sortie=${stay.id}"]`).click();
  await a.page.getByRole('heading', { level: 1 }).waitFor();
  await a.page.waitForFunction(() => document.querySelector('[name=expectedAt]')?.value);
  await a.page.getByRole('radio', { name: 'Oui, informé' }).check();
  await a.page.getByRole('radio', { name: 'Date sûre' }).check();
  await a.page.getByLabel('Destination').selectOption({ label: 'Domicile' });
  await a.page.getByRole('checkbox', { name: /Soins infirmiers/i }).check();
  await a.page.getByLabel('Contact au service').fill('Poste 4312');
  await screenshot(a.page, 'announcement');
  await a.page.keyboard.press('Control+Enter');
  await a.page.getByRole('heading', { level: 1, name: 'Suivi de la sortie' }).waitFor();
  await a.page.getByText(/^Envoyée/).waitFor();
  await Promise.all([b, c].map(({ page }) => row(page, /soins infirmiers non confirmés/).waitFor()));
  await row(b.page, /besoins du retour non évalués/).waitFor({ state: 'detached' });

  // The coordinator looks and takes charge: the hospital's receipt says by whom.
  await row(b.page, /soins infirmiers non confirmés/).click();
  await b.page.locator('.preview h2').filter({ hasText: /soins infirmiers non confirmés/ }).waitFor();
  await a.page.getByText(/par Claire Demoncourt/).first().waitFor();
  await b.page.getByRole('grid').focus();
  await b.page.keyboard.press('e');
  await until(async () => {
    const { discharge } = await ask('social-worker', 'query($id: ID!) { discharge(id: $id) { receipt { takenBy { displayName } } } }', { id: stay.id });
    return discharge.receipt.takenBy;
  }, 'who takes care');
  await assertAccessible(a.page, 'receipt');

  // A late first visit keeps the alert and says so; one in time takes it away everywhere.
  await b.page.getByRole('link', { name: /À moi/ }).click();
  await c.page.getByRole('link', { name: /Équipe/ }).click();
  const provider = await nurse();
  await confirms(stay.id, 'NURSING', provider.number, 46 + 30);
  await Promise.all([b, c].map(({ page }) => row(page, /confirmés trop tard/).waitFor()));
  await confirms(stay.id, 'NURSING', provider.number, 46 + 3);
  await Promise.all([b, c].map(({ page }) => row(page, /soins infirmiers/).waitFor({ state: 'detached' })));
  await a.page.getByText('Confirmé', { exact: true }).first().waitFor();
  await screenshot(a.page, 'receipt');

  // She leaves.
  hospital(31, ['a03']);
  await a.page.getByText('Sortie effectuée').first().waitFor();
  await screenshot(b.page, 'inbox-friday');
  assert.deepEqual([...a.faults, ...b.faults, ...c.faults], []);
});
