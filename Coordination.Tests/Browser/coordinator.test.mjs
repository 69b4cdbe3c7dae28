// The coordinator's part of a return home: she confirms by keyboard, everybody sees it at once, and nothing that is late passes for done.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs, tabTo } from './browser.mjs';
import { admitted, announces, ask, confirms, does, hospital, inHours, nurse, until } from './territory.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());
// What is left would be in the way of the other stories of this platform.
after(async () => {
  const { alerts } = await ask('coordinator', '{ alerts(first: 100, where: { status: [RAISED, TAKEN] }) { nodes { id } } }');
  for (const { id } of alerts.nodes)
    await does('coordinator', 'acknowledgeAlert', 'alert { id }', { id, reason: 'Fin de l’essai' });
});

async function signedIn(role, path = '/alerts', options) {
  const session = await open(browser, { path, ...options });
  await signInAs(session.page, role);
  await session.page.getByText('En direct').waitFor();
  return session;
}
const row = (page, name, title) => page.getByRole('row').filter({ hasText: name }).filter({ hasText: title });

/** Moves down the list by keyboard until the row is the selected one, and waits for its preview. */
async function choose(page, name, title) {
  await row(page, name, title).first().waitFor();
  await page.getByRole('grid').focus();
  const selected = page.locator('[aria-selected="true"]');
  await page.keyboard.press('Escape');
  for (let step = 0; step < 60; step++) {
    // A list that was just read again may have nothing selected.
    await page.keyboard.press((await selected.count()) === 0 ? 'Home' : 'ArrowDown');
    const text = (await selected.allTextContents()).join();
    if (!text.includes(name) || !title.test(text)) continue;
    await page.locator('.preview h2').filter({ hasText: title }).waitFor();
    return;
  }
  assert.fail(`no row of ${name}`);
}

const nursingMissing = /soins infirmiers non confirmés/;

test('a nursing visit is confirmed by keyboard alone, and the alert leaves every open screen', async () => {
  const stay = await admitted(21);
  const a = await signedIn('coordinator');
  const b = await signedIn('coordinator');
  await announces(stay.id, 30, ['NURSING']);
  await row(b.page, stay.name, nursingMissing).waitFor();
  await choose(a.page, stay.name, nursingMissing);
  await assertAccessible(a.page, 'alert of a nursing visit');
  await screenshot(a.page, 'alert-nursing');

  const provider = await nurse();
  await a.page.keyboard.press('c');
  const dialog = a.page.getByRole('dialog', { name: 'Confirmer une aide' });
  await dialog.waitFor();
  assert.equal(await dialog.getByLabel('Aide', { exact: true }).inputValue(), 'NURSING');
  // Sent empty, each field says what it lacks, and the first one has the focus.
  await a.page.keyboard.press('Control+Enter');
  await dialog.getByText('Ce champ est obligatoire.').waitFor();
  await assertAccessible(a.page, 'confirmation with errors');
  await screenshot(a.page, 'confirm-errors');
  await a.page.keyboard.type(provider.name);
  await a.page.getByRole('option', { name: new RegExp(provider.name) }).first().waitFor();
  await a.page.keyboard.press('ArrowDown');
  await a.page.keyboard.press('Enter');
  await tabTo(a.page, /^$/, 1);
  await a.page.keyboard.type('Elle-même');
  await tabTo(a.page, /soir de la sortie|Ce soir|lendemain|Demain/i, 4);
  await a.page.keyboard.press('Enter');
  await assertAccessible(a.page, 'confirmation');
  await screenshot(a.page, 'confirm');
  await a.page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });

  await a.page.locator('.preview').getByText('Résolue').first().waitFor();
  await row(b.page, stay.name, nursingMissing).waitFor({ state: 'detached' });
  // What was before her eyes for a second is seen, says the hospital's side.
  const receipt = await until(async () => {
    const { discharge } = await ask(
      'social-worker',
      'query($id: ID!) { discharge(id: $id) { covered receipt { seenBy { displayName } coveredAt } } }',
      { id: stay.id },
    );
    return discharge.receipt.seenBy && discharge;
  }, 'Vue par');
  assert.equal(receipt.covered, true);
  assert.equal(receipt.receipt.seenBy.displayName, 'Claire Demoncourt');
  assert.deepEqual([...a.faults, ...b.faults], []);
});

test('a first visit that is too late is said before sending, and the alert stays, saying so', async () => {
  const stay = await admitted(22);
  const { page, faults } = await signedIn('coordinator');
  await announces(stay.id, 20, ['NURSING', 'MEALS']);
  await choose(page, stay.name, nursingMissing);
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Confirmer une aide' });
  await dialog.getByRole('combobox', { name: /Intervenant/ }).fill((await nurse()).number);
  await dialog.getByLabel(/Confirmé par/).fill('Secrétariat');
  const visit = new Date(Date.now() + 70 * 3_600_000).toISOString().slice(0, 16);
  await dialog.locator('input[type="datetime-local"]').fill(visit);
  await dialog.getByText(/restera ouverte avec « confirmé trop tard »/).waitFor();
  await assertAccessible(page, 'late confirmation');
  await screenshot(page, 'confirm-late');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await row(page, stay.name, /confirmés trop tard/).waitFor();
  await page.locator('.preview').getByText(/confirmé trop tard/).first().waitFor();
  assert.deepEqual(faults, []);
});

test('a date that moves asks to confirm again, in one key where the visit still fits', async () => {
  const stay = await admitted(23);
  await announces(stay.id, 60, ['NURSING']);
  await confirms(stay.id, 'NURSING', (await nurse()).number, 75);
  const { page, faults } = await signedIn('coordinator', `/discharges/${encodeURIComponent(stay.id)}`);
  await page.getByText('Toutes les aides demandées sont confirmées.').waitFor();
  await announces(stay.id, 66, ['NURSING']);
  const again = page.getByRole('button', { name: 'Reconfirmer : Soins infirmiers' });
  await again.waitFor();
  await page.getByText('La date a changé : des aides sont à reconfirmer.').waitFor();
  await assertAccessible(page, 'discharge whose date moved');
  await assertFits(page, 'discharge whose date moved');
  await screenshot(page, 'discharge-moved');
  await again.press('Enter');
  await again.waitFor({ state: 'detached' });
  await page.locator('.alert-cards li').filter({ hasText: 'Date de sortie déplacée' }).getByText('Résolue').waitFor();
  // Moved past the visit, it cannot be confirmed as it was: the first visit is asked for.
  await announces(stay.id, 110, ['NURSING']);
  await again.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Confirmer une aide' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual(faults, []);
});

test('who left without what she needs is critical, and the alert cites those before it', async () => {
  const stay = await admitted(24);
  const { page, faults } = await signedIn('coordinator');
  await announces(stay.id, 5, ['NURSING', 'MEALS']);
  await row(page, stay.name, nursingMissing).waitFor();
  hospital(24, ['a03']);
  await choose(page, stay.name, /aides non confirmées/);
  await page.getByRole('heading', { name: 'Alertes déjà signalées sur cette sortie' }).waitFor();
  await page.locator('.why').getByText(nursingMissing).first().waitFor();
  await assertAccessible(page, 'critical alert');
  await screenshot(page, 'alert-left-unprepared');
  assert.deepEqual(faults, []);
});

test('needs are assessed where the alert asks for it, and it goes', async () => {
  const stay = await admitted(25);
  hospital(25, ['a16', '--in', '90']);
  const { page, faults } = await signedIn('coordinator');
  await choose(page, stay.name, /besoins du retour non évalués/);
  await page.keyboard.press('b');
  const dialog = page.getByRole('dialog', { name: 'Besoins du retour à domicile' });
  await dialog.waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').waitFor();
  await page.keyboard.press('Space');
  await assertAccessible(page, 'needs');
  await screenshot(page, 'needs');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.preview').getByText('Résolue').first().waitFor();
  // The stay that is left: what is known of it, and who takes care of it.
  await page.getByRole('link', { name: 'Ouvrir la sortie' }).press('Enter');
  await page.getByText('Personne n’a encore dit où la personne sortira.').waitFor();
  await page.getByRole('button', { name: 'Prendre en charge la sortie' }).press('Enter');
  await page.getByText('Prise en charge par Claire Demoncourt').first().waitFor();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).press('Enter');
  await page.getByText('Personne n’a encore dit où la personne sortira.').waitFor({ state: 'detached' });
  await screenshot(page, 'discharge-preparation');
  assert.deepEqual(faults, []);
});

test('a request for support comes by itself, named or not, is taken once, and opens no record', async () => {
  const { requests } = await ask('coordinator', '{ requests(first: 100, where: { status: [RECEIVED] }) { nodes { id } } }');
  for (const { id } of requests.nodes) await does('coordinator', 'takeRequest', 'request { id }', { id });
  const a = await signedIn('coordinator', '/demandes');
  await a.page.getByRole('heading', { level: 1, name: 'Demandes d’appui' }).waitFor();
  await a.page.getByText('Aucune demande à traiter.').waitFor();
  await assertAccessible(a.page, 'no request');
  const asks = (part, hours) =>
    does('social-worker', 'announceDischarge', 'receipt { request { id } }', {
      patient: { birthName: 'MARSAN', givenNames: ['Odette'], birthDate: '1938-04-02', sex: 'FEMALE', ipp: `4799${Date.now() % 10_000}` },
      commune: '47001',
      expectedAt: inHours(hours),
      dateReliability: 'PROBABLE',
      destination: 'HOME',
      needs: ['NURSING', 'MEALS'],
      information: 'INFORMED',
      ...part,
    });
  const { receipt } = await asks({}, 20);
  await row(a.page, 'MARSAN', /./).waitFor();
  await asks({ information: 'OPPOSED' }, 100);
  await row(a.page, 'Anonyme (opposition de la personne)', /./).waitFor();
  await a.page.getByRole('link', { name: /Demandes d’appui.*2 à traiter/ }).waitFor();

  const b = await signedIn('coordinator', '/demandes');
  await row(b.page, 'MARSAN', /./).waitFor();
  await a.page.getByRole('grid').focus();
  await a.page.keyboard.press('Home');
  await a.page.locator('.preview').getByRole('heading', { name: /MARSAN/ }).waitFor();
  await a.page.getByText(/Aucun dossier n’est ouvert/).waitFor();
  await assertAccessible(a.page, 'requests');
  await assertFits(a.page, 'requests');
  await screenshot(a.page, 'requests');
  await a.page.keyboard.press('e');
  await a.page.locator('.preview').getByText('Prise en charge par Claire Demoncourt').first().waitFor();
  await row(b.page, 'MARSAN', /./).waitFor({ state: 'detached' });
  const state = await until(async () => {
    const { request } = await ask('social-worker', 'query($id: ID!) { request(id: $id) { status receipt { seenAt takenBy { displayName } } } }', {
      id: receipt.request.id,
    });
    return request.receipt.seenAt && request;
  }, 'seen request');
  assert.equal(state.status, 'TAKEN');
  await a.page.keyboard.press('ArrowDown');
  await a.page.locator('.preview').getByText(/s’oppose à la transmission de son identité/).waitFor();
  await screenshot(a.page, 'request-anonymous');
  assert.deepEqual([...a.faults, ...b.faults], []);
});

test('a request taken meanwhile by somebody else says so and names her', async () => {
  const { page, context } = await signedIn('coordinator', '/demandes');
  await row(page, 'Anonyme (opposition de la personne)', /./).waitFor();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: /Prendre en charge/ }).waitFor();
  const refusal = {
    __typename: 'SupportRequestAlreadyTakenError',
    code: 'SUPPORT_REQUEST_ALREADY_TAKEN',
    message: 'Camille Roussel a déjà pris cette demande en charge.',
  };
  await context.route('**/graphql', (route) =>
    /mutation TakeRequest/.test(route.request().postData() ?? '')
      ? route.fulfill({ json: { data: { takeRequest: { __typename: 'TakeRequestPayload', request: null, errors: [refusal] } } } })
      : route.continue(),
  );
  await page.keyboard.press('e');
  await page.getByRole('dialog').getByText('Camille Roussel a déjà pris cette demande en charge.').waitFor();
  await assertAccessible(page, 'request already taken');
  await context.unrouteAll();
});

test('the manager reads what the team does, and is offered no action', async () => {
  const stay = await admitted(26);
  await announces(stay.id, 30, ['NURSING']);
  const { page, faults } = await signedIn('manager');
  await page.getByRole('heading', { level: 1, name: 'File de l’équipe' }).waitFor();
  await choose(page, stay.name, nursingMissing);
  await page.getByText(/Vous lisez cette file sans la traiter/).waitFor();
  for (const key of ['e', 'c', 'x']) await page.keyboard.press(key);
  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.equal(await page.getByRole('button', { name: /Prendre en charge|Confirmer|Clore/ }).count(), 0);
  await assertAccessible(page, 'alerts of the manager');
  await screenshot(page, 'manager');
  const links = await page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link').allTextContents();
  const names = links.map((name) => name.replace(/\s*\d.*$/, '').trim());
  for (const name of ['File de l’équipe', 'Sorties', 'Demandes d’appui', 'Supervision', 'Indicateurs', 'Réglages']) assert.ok(names.includes(name), name);
  for (const name of ['Annoncer une sortie', 'Messages en quarantaine', 'Journal des consultations', 'Identités à vérifier']) assert.ok(!names.includes(name), name);
  await page.goto(new URL(`/discharges/${encodeURIComponent(stay.id)}`, page.url()).href);
  await page.getByRole('heading', { name: 'Aides du retour' }).waitFor();
  assert.equal(await page.getByRole('button', { name: /Confirmer|Évaluer|Prendre en charge/ }).count(), 0);
  const { discharge } = await ask('manager', 'query($id: ID!) { discharge(id: $id) { receipt { seenAt } } }', { id: stay.id });
  assert.equal(discharge.receipt.seenAt, null);
  assert.deepEqual(faults, []);
});

test('on a narrow screen the return home and the requests lose nothing and scroll down only', async () => {
  const { page } = await signedIn('coordinator', '/demandes', { width: 320, height: 640 });
  await page.getByRole('heading', { level: 1, name: 'Demandes d’appui' }).waitFor();
  await assertFits(page, 'requests at 320');
  const { discharges } = await ask('coordinator', '{ discharges(first: 1, where: { status: [ANNOUNCED] }) { nodes { id } } }');
  await page.goto(new URL(`/discharges/${encodeURIComponent(discharges.nodes[0].id)}`, page.url()).href);
  await page.getByRole('heading', { name: 'Aides du retour' }).waitFor();
  await assertFits(page, 'discharge at 320');
  await assertAccessible(page, 'discharge at 320');
  await screenshot(page, 'discharge-320');
});
