// A record leaves for the neighbouring territory: taken over once, refused once, told on both sides.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';
import { does } from './territory.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Somebody of the coordinator's own, registered for this test: nothing stands in the way of a closure. */
async function registered(birthName, birthDate) {
  const { person } = await does('coordinator', 'registerPerson', 'person { id }', {
    identity: { birthName, givenNames: ['Madeleine'], sex: 'FEMALE', birthDate, commune: '47001' },
    acknowledged: [],
    openRecord: true,
    commandId: crypto.randomUUID(),
  });
  return person.id;
}

async function send(page, name) {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function transfer(page, person) {
  await page.goto(new URL(`/personnes/${encodeURIComponent(person)}`, page.url()).href);
  await page.getByRole('button', { name: 'Transférer vers un autre territoire' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Transférer vers un autre territoire' }).click();
  await dialog.getByRole('alert').getByText('Choisissez le territoire destinataire.').waitFor();
  await dialog.getByLabel('Territoire destinataire').selectOption({ label: 'DAC Gironde (démonstration)' });
  await dialog.getByLabel(/ne s’y oppose pas/).check();
  await assertAccessible(page, 'the dialog of a transfer');
  await screenshot(page, 'transfer-dialog');
  await send(page, 'Transférer vers un autre territoire');
  await page.getByText('Transféré à DAC Gironde (démonstration) : réponse attendue.').waitFor();
}

test('a record is transferred, taken over by the neighbouring territory and refused another time; both sides tell it', async () => {
  const taken = await registered('AUROUXTRANSFERT', '12/03/1941');
  const refused = await registered('BRISSACTRANSFERT', '02/07/1938');
  const here = await open(browser);
  await signInAs(here.page, 'coordinator');
  await transfer(here.page, taken);

  const there = await open(browser, { path: '/transferts' });
  await signInAs(there.page, 'neighbour');
  const awaiting = there.page.getByRole('region', { name: 'À traiter' });
  await awaiting.getByText(/AUROUXTRANSFERT/).waitFor();
  await assertAccessible(there.page, 'the transfers that arrived');
  await assertFits(there.page, 'the transfers that arrived');
  await screenshot(there.page, 'transfers-received');

  // The second one arrives while the page is open.
  await transfer(here.page, refused);
  await awaiting.getByText(/BRISSACTRANSFERT/).waitFor();

  const row = (name) => awaiting.getByRole('listitem').filter({ hasText: name });
  await row('AUROUXTRANSFERT').getByRole('button', { name: 'Accepter' }).click();
  await there.page.getByRole('dialog').getByLabel('Commune de résidence (code INSEE)').fill('33063');
  await assertAccessible(there.page, 'the dialog that takes a transfer over');
  await send(there.page, 'Accepter');
  await row('BRISSACTRANSFERT').getByRole('button', { name: 'Refuser' }).click();
  await there.page.getByRole('dialog').getByLabel('Motif du refus').selectOption('NOT_REACHED');
  await send(there.page, 'Refuser');
  await there.page.getByText('Aucun transfert reçu.').waitFor();

  await there.page.getByRole('region', { name: 'Acceptés' }).getByRole('link', { name: 'Ouvrir le dossier' }).first().click();
  await there.page.getByText(/Dossier venu de DAC Lot-et-Garonne/).waitFor();
  await screenshot(there.page, 'transfer-taken-over');

  await here.page.getByText(/Transfert à DAC Gironde \(démonstration\) refusé le .* : personne injoignable\./).waitFor();
  await here.page.getByRole('button', { name: 'Rouvrir le dossier' }).waitFor();
  await here.page.goto(new URL(`/personnes/${encodeURIComponent(taken)}`, here.page.url()).href);
  await here.page.getByText(/Transféré à DAC Gironde \(démonstration\), accepté le/).waitFor();
  assert.equal(await here.page.getByRole('button', { name: 'Rouvrir le dossier' }).count(), 0);
  await screenshot(here.page, 'transfer-archive');
  assert.deepEqual([...here.faults, ...there.faults], []);
  await here.context.close();
  await there.context.close();
});
