// The hospital's side: a discharge announced with the keyboard alone, followed live, and what never leaves the hospital.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';
import { admitted, announces, ask, confirms, does, inHours, nurse } from './territory.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

async function socialWorker(options) {
  const session = await open(browser, options);
  await signInAs(session.page, 'socialWorker');
  await session.page.getByRole('heading', { level: 1, name: 'Mes sorties' }).waitFor();
  await session.page.getByText('En direct').waitFor();
  return session;
}

/** Counts the keys that are not text: what somebody types has to be typed anyway. */
function counting(page) {
  let keys = 0;
  return {
    count: () => keys,
    press: async (key, times = 1) => {
      for (let turn = 0; turn < times; turn++) {
        keys += key.split('+').length;
        await page.keyboard.press(key);
      }
    },
    type: (text) => page.keyboard.type(text),
  };
}
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('name'));
const inTheMiddle = (page) => page.getByRole('heading', { level: 1, name: 'Suivi de la sortie' });
const mutationsOf = (page, name) => {
  const seen = [];
  page.on('request', (request) => request.postData()?.includes(`mutation ${name}`) && seen.push(request.postDataJSON()));
  return seen;
};
const idOf = (page) => decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1));

/** Fills the form for somebody whom no stay is known of. */
async function fillsUnknown(page, { name, information = 'Oui, informé' }) {
  await page.getByRole('combobox', { name: /Rechercher parmi mes patients/ }).fill(name);
  await page.getByRole('option', { name: 'Saisir un autre patient' }).click();
  assert.equal(await page.getByLabel('Nom de naissance').inputValue(), name);
  await page.getByLabel('Prénom(s)').fill('Odette');
  await page.getByLabel('Date de naissance').fill('3/5/1941');
  await page.getByLabel('Femme').check();
  await page.getByRole('combobox', { name: 'Commune' }).fill('Agen');
  await page.getByRole('option', { name: /^Agen/ }).first().click();
  await page.getByLabel(information).check();
  await page.getByLabel('Date et heure de sortie').fill('demain 14h');
  await page.getByLabel('Destination').selectOption('HOME');
  await page.getByLabel('Soins infirmiers').check();
}

test('a discharge is announced with the keyboard alone, in 25 keys at most beyond what is typed', async () => {
  const stay = await admitted(11);
  const { page, faults } = await socialWorker();
  await page.getByRole('link', { name: stay.name }).first().waitFor();
  await assertAccessible(page, 'list of the hospital');
  await assertFits(page, 'list of the hospital');
  await screenshot(page, 'hospital-list');
  const keys = counting(page);
  await keys.press('a');
  await page.getByRole('heading', { level: 1, name: 'Annoncer une sortie' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'patient');
  await assertAccessible(page, 'empty announcement');
  await keys.type(stay.name);
  await page.getByRole('option', { name: stay.name }).first().waitFor();
  await screenshot(page, 'announce-search');
  await keys.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'information');
  await page.getByText('Permanence du DAC').waitFor();
  await keys.press('Space');
  await keys.press('Tab');
  assert.equal(await focused(page), 'expectedAt');
  await keys.type('demain 14h');
  await keys.press('Tab', 3);
  assert.equal(await focused(page), 'destination');
  await keys.press('ArrowDown');
  await keys.press('Tab');
  assert.equal(await focused(page), 'needs');
  await keys.press('Space');
  await keys.press('Tab', 11);
  assert.equal(await focused(page), 'serviceContact');
  await keys.type('Médecine A, poste 4312');
  await keys.press('Tab');
  await keys.type('Fille, 02 43 00 00 00');
  await assertAccessible(page, 'filled announcement');
  await assertFits(page, 'filled announcement');
  const send = await page.getByRole('button', { name: /Envoyer l’annonce/ }).boundingBox();
  assert.ok(send.y + send.height <= 720, `the main action ends at ${send.y + send.height} px`);
  await screenshot(page, 'announce-filled');
  await keys.press('Control+Enter');
  await inTheMiddle(page).waitFor();
  assert.ok(keys.count() <= 25, `${keys.count()} keys`);
  await page.getByText(/^Envoyée par/).waitFor();
  await page.getByText('Médecine A, poste 4312').waitFor();
  await page.getByText('Non confirmé', { exact: true }).waitFor();
  await assertAccessible(page, 'receipt');
  await screenshot(page, 'receipt');
  assert.equal(idOf(page), stay.id);
  assert.doesNotMatch(page.url(), new RegExp(stay.name, 'i'));
  assert.deepEqual(faults, []);
});

test('the receipt goes live from sent to seen, taken and confirmed, without reload', async () => {
  const stay = await admitted(12);
  await announces(stay.id, 20, ['NURSING']);
  const { page, faults } = await socialWorker();
  await page.getByRole('link', { name: stay.name }).first().press('Enter');
  await inTheMiddle(page).waitFor();
  await page.getByText(/^Envoyée/).waitFor();
  await page.evaluate(() => {
    window.untouched = true;
  });
  await does('coordinator', 'markAnnouncementSeen', 'receipt { discharge { id } }', { id: stay.id });
  const said = (text) => page.locator('[role=status]', { hasText: text });
  await page.getByText('Vue par Claire Demoncourt').first().waitFor();
  await said('Vue par Claire Demoncourt').waitFor({ state: 'attached' });
  await does('coordinator', 'takeDischarge', 'discharge { id }', { dischargeId: stay.id });
  await page.getByText('Prise en charge par Claire Demoncourt').first().waitFor();
  await confirms(stay.id, 'NURSING', (await nurse()).number, 22);
  await page.getByText('Confirmé', { exact: true }).waitFor();
  await page.locator('.step-done', { hasText: 'Aides confirmées' }).waitFor();
  assert.equal(await page.evaluate(() => window.untouched), true);
  await assertAccessible(page, 'receipt, all confirmed');
  await screenshot(page, 'receipt-covered');
  await page.emulateMedia({ media: 'print' });
  await screenshot(page, 'receipt-print');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1, 'the receipt prints on one page');
  assert.deepEqual(faults, []);
});

test('what is missing is said beside its field, and the focus goes to the first', async () => {
  const { page } = await socialWorker();
  await page.getByRole('link', { name: 'Annoncer une sortie' }).press('Enter');
  await page.getByRole('combobox', { name: /Rechercher parmi mes patients/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('5 champs sont à corriger.').waitFor();
  await page.getByText('Cochez les besoins, ou « Aucun besoin ».').waitFor();
  assert.equal(await focused(page), 'patient');
  await assertAccessible(page, 'announcement with faults');
  await screenshot(page, 'announce-faults');
  // The server's own rule, at its own field.
  await fillsUnknown(page, { name: 'Deneige' });
  await page.getByLabel('INS (facultatif)').fill('241057218100199');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Matricule INS incomplet ou clé fausse/).waitFor();
  assert.equal(await focused(page), 'ins');
  await assertAccessible(page, 'announcement refused by the server');
});

test('a double click sends once, and what the network lost is sent again without a second effect', async () => {
  const { page, context } = await socialWorker();
  await page.getByRole('link', { name: 'Annoncer une sortie' }).press('Enter');
  await fillsUnknown(page, { name: 'Double' });
  const sent = mutationsOf(page, 'AnnounceDischarge');
  const button = page.getByRole('button', { name: /Envoyer l’annonce/ });
  // The server does it, its answer is lost.
  await context.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('mutation AnnounceDischarge')) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await button.dblclick();
  await page.getByText(/Votre saisie est gardée/).waitFor();
  assert.equal(sent.length, 1);
  assert.equal(await page.getByLabel('Nom de naissance').inputValue(), 'Double');
  await assertAccessible(page, 'announcement lost on the way');
  await context.unrouteAll();
  await button.click();
  await page.getByRole('heading', { level: 1, name: 'Suivi de la demande' }).waitFor();
  assert.equal(sent.length, 2);
  assert.equal(sent[0].variables.input.commandId, sent[1].variables.input.commandId);
  const { requests } = await ask('social-worker', '{ requests(first: 100) { nodes { id subject { birthName } } } }');
  assert.equal(requests.nodes.filter((request) => request.subject?.birthName === 'Double').length, 1);
  await assertAccessible(page, 'receipt of a request');
  await screenshot(page, 'request');
});

test('a person who opposes leaves the hospital without a name, and the receipt says so', async () => {
  const { page, faults } = await socialWorker();
  await page.getByRole('link', { name: 'Annoncer une sortie' }).press('Enter');
  await fillsUnknown(page, { name: 'Taire', information: 'Il s’y oppose' });
  await page.getByText(/Ni le nom ni l’identité du patient ne quittent cette page/).waitFor();
  await screenshot(page, 'announce-opposed');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Suivi de la demande' }).waitFor();
  await page.getByText('Patient non nommé').waitFor();
  await page.getByText(/ni nom, ni date de naissance, ni identifiant n’ont été conservés ou transmis/).waitFor();
  assert.equal(await page.getByText(/Taire/i).count(), 0);
  await assertAccessible(page, 'receipt of an anonymous request');
  await screenshot(page, 'request-anonymous');
  const { request } = await ask('coordinator', 'query($id: ID!) { request(id: $id) { subject { id } information } }', { id: idOf(page) });
  assert.deepEqual(request, { subject: null, information: 'OPPOSED' });
  // Taking it back asks for a reason.
  await page.getByRole('button', { name: 'Retirer l’annonce' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await assertAccessible(page, 'withdrawing');
  await page.keyboard.type('Sortie reportée sans date');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('Retirée', { exact: true }).waitFor();
  assert.deepEqual(faults, []);
});

test('what the hospital has to say yet is answered in place, and a change comes prefilled', async () => {
  const stay = await admitted(13);
  await does('social-worker', 'announceDischarge', 'receipt { discharge { id } }', {
    dischargeId: stay.id,
    expectedAt: inHours(60),
    dateReliability: 'PROBABLE',
    destination: 'HOME',
    needs: ['MEALS'],
    information: 'INFORMED',
    relative: 'Voisine',
  });
  const { page, faults } = await socialWorker();
  const row = page.getByRole('row').filter({ hasText: stay.name });
  await row.getByText('À préciser').waitFor();
  await row.getByRole('link', { name: /Compléter/ }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Modifier l’annonce' }).waitFor();
  assert.equal(await page.getByLabel('Portage de repas').isChecked(), true);
  assert.equal(await page.getByLabel('Personne à prévenir').inputValue(), 'Voisine');
  assert.equal(await page.getByLabel('Date probable').isChecked(), true);
  await page.getByLabel('Date sûre').check();
  await page.getByLabel('Oui, informé').check();
  await page.keyboard.press('Control+Enter');
  await inTheMiddle(page).waitFor();
  await page.getByText('date sûre').waitFor();
  assert.equal(await page.getByRole('heading', { name: 'À préciser' }).count(), 0);
  assert.deepEqual(faults, []);
});

test('a form left half filled is there again, in memory and nowhere else', async () => {
  const { page } = await socialWorker();
  await page.getByRole('link', { name: 'Annoncer une sortie' }).press('Enter');
  await page.getByLabel('Contact au service').fill('ZWXQUY poste 12');
  await page.getByRole('link', { name: 'Mes sorties' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mes sorties' }).waitFor();
  const kept = await page.evaluate(() => JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }]));
  assert.doesNotMatch(kept, /ZWXQUY/);
  await page.getByRole('link', { name: 'Annoncer une sortie' }).press('Enter');
  await page.getByLabel('Contact au service').waitFor();
  assert.equal(await page.getByLabel('Contact au service').inputValue(), 'ZWXQUY poste 12');
});

test('on a narrow screen nothing of the hospital scrolls sideways', async () => {
  const { page } = await socialWorker({ width: 320, height: 640 });
  await assertFits(page, 'list at 320');
  await page.goto(new URL('/annoncer', page.url()).href);
  await page.getByRole('combobox', { name: /Rechercher parmi mes patients/ }).waitFor();
  await assertFits(page, 'announcement at 320');
  await assertAccessible(page, 'announcement at 320');
  await screenshot(page, 'announce-320');
});
