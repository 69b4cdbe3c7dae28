// Requests for support from the call to the decision: recorded by keyboard, found, triaged in one key and a reason, taken back, seen live by the team.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs, tabTo } from './browser.mjs';
import { ask, does } from './territory.mjs';

let browser;
const made = [];
before(async () => (browser = await launch()));
after(() => browser?.close());
// Requests left open would be in the way of whoever counts them.
after(async () => {
  for (const id of made) {
    const { request } = await ask('coordinator', 'query($id: ID!) { request(id: $id) { status assignee { displayName } } }', { id });
    const who = request.assignee?.displayName === 'Marc Lestrade' ? 'colleague' : 'coordinator';
    if (['RECEIVED', 'TAKEN'].includes(request.status)) await does(who, 'closeRequest', 'request { id }', { id, reason: 'NEED_GONE' });
  }
});

async function signedIn(role, path = '/demandes', options) {
  const session = await open(browser, { path, ...options });
  await signInAs(session.page, role);
  await session.page.getByText('En direct').waitFor();
  return session;
}
const row = (page, text) => page.getByRole('grid').getByRole('row').filter({ hasText: text });
const selected = (page) => page.locator('[aria-selected="true"]');
const preview = (page) => page.getByRole('complementary', { name: 'Demande sélectionnée' });
const seconds = (since) => (performance.now() - since) / 1000;

/** Somebody new of a name, born on a day that no other run gave. */
async function register(birthName, givenName = 'Essai') {
  const birthDate = new Date(Date.UTC(1915, 0, 1) + Math.floor(Math.random() * 9000) * 86_400_000).toLocaleDateString('fr-FR', { timeZone: 'UTC' });
  const identity = { birthName, givenNames: [givenName], sex: 'FEMALE', birthDate, commune: '47001' };
  const { person } = await does('coordinator', 'registerPerson', 'person { id }', { identity, acknowledged: [], openRecord: false });
  return { id: person.id, name: birthName, birthDate };
}

async function request(person, part = {}) {
  const { submitted } = await does('coordinator', 'submitRequest', 'submitted { request { id version } }', {
    person: person?.id,
    commune: '47001',
    origin: 'CARER',
    channel: 'PHONE',
    reason: 'CARER_EXHAUSTION',
    urgency: 'URGENT',
    information: person ? 'INFORMED' : 'NOT_COLLECTED',
    narrative: 'Ne dort plus depuis un mois.',
    ...part,
  });
  made.push(submitted.request.id);
  return submitted.request;
}

const historyOf = async (id) =>
  (await ask('coordinator', 'query($id: ID!) { request(id: $id) { status history { type author } } }', { id })).request;

/** Selects the row of a person by the arrows, and waits for its preview. */
async function choose(page, text) {
  await row(page, text).first().waitFor();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 80; step++) {
    if ((await selected(page).allTextContents()).join().includes(text)) {
      await preview(page).getByRole('heading', { level: 2 }).filter({ hasText: text }).waitFor();
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`no row of ${text}`);
}

test('a call is recorded by keyboard alone in less than 90 s, and arrives at a colleague without moving her selection', async (t) => {
  const person = await register('VALDEROC');
  const first = await register('DELASERRE');
  await request(first);
  const b = await signedIn('colleague');
  await choose(b.page, 'DELASERRE');
  const { page, faults } = await signedIn('coordinator');
  let keys = 0;
  // As fast as somebody types who types well.
  const type = async (text) => {
    keys += text.length;
    await page.keyboard.type(text, { delay: 80 });
  };
  const press = async (key) => {
    keys++;
    await page.keyboard.press(key, { delay: 80 });
  };
  const on = (text) => page.getByRole('heading', { name: new RegExp(`Temps . sur 5 : ${text}`) }).waitFor();

  const started = performance.now();
  await tabTo(page, /Nouvelle demande/);
  await press('Enter');
  await on('Demandeur');
  await press('Tab');
  await type('Un proche');
  await press('Tab');
  await type('Mme Essai, sa fille');
  await press('Tab');
  await type('0553000000');
  await press('Enter');
  await on('Personne');
  await press('Tab');
  await press('Tab');
  await type(person.birthDate);
  await page.getByRole('button', { name: 'Choisir VALDEROC Essai' }).waitFor();
  await page.getByRole('complementary', { name: 'Ce que l’on sait déjà' }).getByText('Aucune autre demande ni dossier.').waitFor();
  await assertAccessible(page, 'a person found while a call is recorded');
  await screenshot(page, 'call-person');
  await tabTo(page, /^Choisir VALDEROC/, 8);
  await press('Enter');
  await page.getByText('Personne choisie').waitFor();
  assert.equal(await page.getByRole('combobox', { name: 'Commune de résidence' }).inputValue(), 'Agen');
  await tabTo(page, /^Suite$/, 30);
  await press('Enter');
  await on('Motif');
  await press('Tab');
  await type('Loge');
  await press('Tab');
  await type('U');
  await press('Tab');
  await type('Sa fille ne dort plus depuis un mois et craint de ne plus tenir.');
  await tabTo(page, /^Suite$/, 12);
  await press('Enter');
  await on('Information');
  await press('Tab');
  await type('Personne i');
  await tabTo(page, /^Suite$/, 14);
  await press('Enter');
  await on('Vérification');
  await page.getByText('Logement', { exact: true }).waitFor();
  await assertAccessible(page, 'the call before it is sent');
  await assertFits(page, 'the call before it is sent');
  await screenshot(page, 'call-check');
  await tabTo(page, /^Enregistrer la demande$/, 6);
  await press('Enter');
  await page.getByRole('main').getByText(/Demande enregistrée. Première réponse attendue/).waitFor();
  const spent = seconds(started);
  t.diagnostic(`a call recorded in ${spent.toFixed(1)} s at 80 ms a key: ${keys} keys and the Tabs between them`);
  assert.ok(spent < 90, `${spent} s`);

  const { requests } = await ask('coordinator', 'query($p: ID!) { requests(first: 5, where: { person: $p }) { nodes { id reason urgency information origin requesterName } } }', { p: person.id });
  assert.equal(requests.nodes.length, 1);
  const [{ id, ...said }] = requests.nodes;
  made.push(id);
  assert.deepEqual(said, { reason: 'HOUSING', urgency: 'URGENT', information: 'INFORMED', origin: 'CARER', requesterName: 'Mme Essai, sa fille' });

  const news = b.page.getByRole('button', { name: /nouveauté.* — Actualiser/ });
  await news.waitFor();
  assert.match((await selected(b.page).allTextContents()).join(), /DELASERRE/);
  await b.page.keyboard.press('r');
  await row(b.page, 'VALDEROC').waitFor();
  await b.page.locator('[aria-selected="true"]').filter({ hasText: 'DELASERRE' }).waitFor();
  assert.deepEqual([...faults, ...b.faults], []);
});

test('anybody is found in 5 s: by birth date, by a few letters of the name, with or without accents', async (t) => {
  const person = await register('QUERCYNOIS');
  await request(await register('MOREALT'));
  await request(await register('MÓRANDEL'));
  await request(await register('SAINTELOI'));
  const { page, faults } = await signedIn('coordinator', '/personnes');
  let started = performance.now();
  await page.getByLabel('Date de naissance').focus();
  await page.keyboard.type(person.birthDate, { delay: 80 });
  await page.keyboard.press('Enter');
  await page.getByRole('row').filter({ hasText: 'QUERCYNOIS' }).waitFor();
  let spent = seconds(started);
  t.diagnostic(`a person found by her birth date in ${spent.toFixed(1)} s, typing included`);
  assert.ok(spent < 5, `${spent} s`);

  await page.goto(new URL('/demandes', page.url()).href);
  await row(page, 'SAINTELOI').waitFor();
  started = performance.now();
  await page.getByLabel('Nom', { exact: true }).focus();
  await page.keyboard.type('mor', { delay: 80 });
  await row(page, 'SAINTELOI').waitFor({ state: 'detached' });
  await row(page, /M[OÓ]RANDEL/).waitFor();
  await row(page, 'MOREALT').waitFor();
  spent = seconds(started);
  t.diagnostic(`requests narrowed by three letters in ${spent.toFixed(1)} s`);
  assert.ok(spent < 5, `${spent} s`);
  await page.getByRole('status').filter({ hasText: /\d+ demandes trouvées/ }).waitFor();
  assert.doesNotMatch(page.url(), /mor/);
  await assertAccessible(page, 'requests narrowed by a name');

  // A view and its filters are the address: shared or reloaded they come back.
  await page.getByRole('button', { name: 'Effacer les filtres' }).click();
  await page.getByLabel('Motif', { exact: true }).selectOption('END_OF_LIFE');
  await page.getByText('Aucune demande ne répond à ces filtres.').waitFor();
  await screenshot(page, 'requests-filtered-empty');
  await page.reload();
  await page.getByText('Aucune demande ne répond à ces filtres.').waitFor();
  assert.equal(await page.getByLabel('Motif', { exact: true }).inputValue(), 'END_OF_LIFE');
  assert.deepEqual(faults, []);
});

test('a request is triaged in one key and a reason, taken back by z; each key leaves one fact with its author', async (t) => {
  const person = await register('TERRASSON');
  const { id } = await request(person);
  const { page, faults } = await signedIn('coordinator');
  await choose(page, 'TERRASSON');
  await preview(page).getByText('Ne dort plus depuis un mois.').waitFor();
  await assertAccessible(page, 'a request selected');
  await assertFits(page, 'a request selected');
  await screenshot(page, 'request-selected');

  const started = performance.now();
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog', { name: 'Refuser' });
  await dialog.waitFor();
  // Without a reason nothing is refused.
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').filter({ hasText: 'Choisissez un motif.' }).waitFor();
  await assertAccessible(page, 'a refusal without a reason');
  await page.keyboard.type('Refus');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  t.diagnostic(`a request refused with its reason in ${seconds(started).toFixed(1)} s`);
  await preview(page).getByText('Refus de la personne').waitFor();
  await page.getByText('Demande refusée.').waitFor();
  await screenshot(page, 'request-refused');
  await page.getByRole('grid').focus();
  await page.keyboard.press('z');
  await preview(page).getByText('À traiter', { exact: true }).first().waitFor();
  assert.equal((await historyOf(id)).status, 'RECEIVED');

  await page.getByRole('grid').focus();
  await page.keyboard.press('h');
  await page.getByRole('dialog', { name: 'Reporter' }).getByLabel('En attente de').selectOption('PHYSICIAN');
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await preview(page).getByText(/attend le médecin jusqu’au/).first().waitFor();

  await page.getByRole('grid').focus();
  await page.keyboard.press('e');
  await preview(page).getByText('Prise en charge par Claire Demoncourt').first().waitFor();
  await request(person, { reason: 'HOUSING' });
  await page.getByRole('grid').focus();
  await page.keyboard.press('d');
  const duplicate = page.getByRole('dialog', { name: 'Doublon' });
  await duplicate.getByLabel('Doublon de').waitFor();
  await screenshot(page, 'request-duplicate');
  await duplicate.getByRole('button', { name: 'Enregistrer' }).press('Enter');
  await duplicate.waitFor({ state: 'detached' });
  await page.getByText('Doublon reconnu.').waitFor();
  assert.equal((await historyOf(id)).status, 'DUPLICATE');
  await page.getByRole('grid').focus();
  await page.keyboard.press('z');
  await page.locator('.preview-standing').getByText('Prise en charge par Claire Demoncourt').waitFor();

  await page.getByRole('grid').focus();
  await page.keyboard.press('a');
  const assign = page.getByRole('dialog', { name: 'Confier' });
  await assign.getByRole('combobox').selectOption({ label: 'Marc Lestrade' });
  await assign.getByRole('button', { name: 'Enregistrer' }).press('Enter');
  await assign.waitFor({ state: 'detached' });
  await preview(page).getByText('Prise en charge par Marc Lestrade').first().waitFor();
  const { history } = await historyOf(id);
  assert.deepEqual(
    history.map((fact) => fact.type),
    ['support_asked', 'support_refused', 'support_request_decision_undone', 'support_request_snoozed', 'support_request_taken', 'support_request_found_duplicate', 'support_request_decision_undone', 'support_request_assigned'],
  );
  assert.ok(history.every((fact) => fact.author === 'Claire Demoncourt'), JSON.stringify(history));
  assert.deepEqual(faults, []);
});

test('what one takes the other sees within a second, her selection unmoved; taking it too is refused with a name', async (t) => {
  const [taken, kept] = [await register('BEAUVALLON'), await register('CHANTEPIE')];
  await request(taken);
  await request(kept);
  const a = await signedIn('coordinator');
  const b = await signedIn('colleague');
  await choose(b.page, 'CHANTEPIE');
  await row(b.page, 'BEAUVALLON').waitFor();
  await choose(a.page, 'BEAUVALLON');
  const started = performance.now();
  await a.page.keyboard.press('e');
  await row(b.page, 'BEAUVALLON').filter({ hasText: 'Claire Demoncourt' }).waitFor();
  t.diagnostic(`a take seen by a colleague in ${(seconds(started) * 1000).toFixed(0)} ms`);
  assert.match((await selected(b.page).allTextContents()).join(), /CHANTEPIE/);
  await choose(b.page, 'BEAUVALLON');
  await b.page.keyboard.press('e');
  await b.page.getByRole('dialog').getByText('Claire Demoncourt a déjà pris cette demande en charge.').waitFor();
  await screenshot(b.page, 'request-taken-by-another');
  assert.deepEqual([...a.faults, ...b.faults], []);
});

test('several are chosen and given to a colleague: shown first, counted, and those that could not are named', async () => {
  const people = [];
  for (const name of ['LOTAPREMIER', 'LOTDEUXIEME', 'LOTROISIEME']) people.push(await register(name));
  const asked = [];
  for (const person of people) asked.push(await request(person, { urgency: 'CRITICAL' }));
  const { page, faults } = await signedIn('coordinator', '/demandes');
  await page.getByLabel('Nom', { exact: true }).fill('lot');
  await page.getByRole('status').filter({ hasText: '3 demandes trouvées' }).waitFor();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) {
    await selected(page).filter({ hasText: people[i].name }).waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
  }
  await page.getByText('3 demandes choisies').first().waitFor();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Confier 3 demandes' });
  await dialog.getByText('LOTDEUXIEME Essai').waitFor();
  await dialog.getByRole('combobox').selectOption({ label: 'Marc Lestrade' });
  await assertAccessible(page, 'several given at once');
  await screenshot(page, 'bulk-preview');
  // Meanwhile one of them is decided by somebody else.
  await does('colleague', 'closeRequest', 'request { id }', { id: asked[1].id, reason: 'NEED_GONE' });
  await dialog.getByRole('button', { name: 'Confier' }).press('Enter');
  await dialog.getByText('2 demandes confiées').waitFor();
  await dialog.getByText('1 demande n’a pas pu être confiée').waitFor();
  await dialog.getByText(/^LOTDEUXIEME Essai :/).waitFor();
  await screenshot(page, 'bulk-result');
  await dialog.getByRole('button', { name: 'Fermer' }).last().press('Enter');
  for (const [i, status] of ['TAKEN', 'CLOSED', 'TAKEN'].entries()) assert.equal((await historyOf(asked[i].id)).status, status);
  assert.deepEqual(faults, []);
});

test('a nurse asks, reads the answer and the clock; on a narrow screen nothing is lost', async () => {
  const { page, faults } = await open(browser, { path: '/mes-demandes', width: 400, height: 800 });
  await signInAs(page, 'nurse');
  await page.getByRole('link', { name: 'Demander un appui' }).click();
  await page.getByRole('heading', { name: /Temps 1 sur 4 : Personne/ }).waitFor();
  await page.getByLabel('Demande anonyme : ne nommer personne').check();
  await page.getByRole('combobox', { name: 'Commune de résidence' }).fill('Agen');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Suite' }).click();
  await page.getByLabel('Récit de la demande').fill('Un couple ne sort plus de chez lui.');
  await assertAccessible(page, 'a request by a professional');
  await assertFits(page, 'a request by a professional');
  await screenshot(page, 'request-nurse');
  await page.getByRole('button', { name: 'Enregistrer la demande' }).click();
  await page.getByRole('main').getByText(/Demande enregistrée/).waitFor();
  const mine = await ask('nurse', '{ myRequests(first: 1) { nodes { id } } }');
  const { requests } = await ask('coordinator', '{ requests(first: 100, where: { view: TO_TREAT }) { nodes { id narrative } } }');
  const found = requests.nodes.find((one) => one.narrative === 'Un couple ne sort plus de chez lui.');
  assert.ok(found && mine.myRequests.nodes.length === 1);
  await does('coordinator', 'answerRequest', 'request { id }', { id: found.id, answer: 'Le CLIC passera mardi.' });
  await page.getByRole('link', { name: 'Mes demandes au DAC' }).last().click();
  await page.getByText(/Le CLIC passera mardi/).waitFor();
  await assertAccessible(page, 'own requests');
  await assertFits(page, 'own requests');
  await screenshot(page, 'own-requests');
  assert.deepEqual(faults, []);
});
