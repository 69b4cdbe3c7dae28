// Documents of a person from the portal: deposited by button and by dropping, refused with words, opened, replaced, taken back, and who opened them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, open, screenshot, signInAs } from './browser.mjs';
import { quietPerson } from './territory.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A page that says one line, as a hospital's printer would make it. */
function pdf(text) {
  const drawing = `BT /F1 18 Tf 60 760 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = body.length;
  body += `xref\n0 6\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${body}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`, 'latin1');
}

async function deposit(page, { title, file, kind }) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Intitulé').fill(title);
  if (kind) await dialog.getByLabel('Type').selectOption(kind);
  if (file) await dialog.getByLabel('Fichier').setInputFiles(file);
  await dialog.getByRole('button', { name: 'Déposer', exact: true }).click();
}

test('a document is deposited, opened, replaced and taken back; who opened it is shown', async () => {
  const person = await quietPerson(1);
  const { page, context, faults } = await open(browser, { path: `/personnes/${encodeURIComponent(person.id)}/documents` });
  await signInAs(page, 'coordinator');
  await page.getByText('Aucun document n’est déposé.').waitFor();

  await page.getByRole('button', { name: 'Déposer un document' }).click();
  await deposit(page, { title: 'Compte rendu', file: { name: 'ordonnance.pdf', mimeType: 'application/pdf', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) } });
  await page.getByRole('alert').waitFor();
  await screenshot(page, 'documents-refused');
  await assertAccessible(page, 'a refused deposit');
  await deposit(page, { title: 'Compte rendu de gériatrie', file: { name: 'cr.pdf', mimeType: 'application/pdf', buffer: pdf('Compte rendu') } });
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const row = page.getByRole('row', { name: /Compte rendu de gériatrie/ });
  await row.getByText('Personne').waitFor();

  // Dropped on the page, an ordonnance comes in its dialog with the file chosen.
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Trois fois par jour'], 'ordonnance.txt', { type: 'text/plain' }));
    return data;
  });
  await page.getByRole('region', { name: 'Documents' }).dispatchEvent('drop', { dataTransfer: transfer });
  await page.getByRole('dialog').getByText('ordonnance.txt').waitFor();
  await deposit(page, { title: 'Ordonnance de sortie', kind: 'PRESCRIPTION' });
  await page.getByRole('row', { name: /Ordonnance de sortie/ }).waitFor();
  await assertAccessible(page, 'documents');
  await assertFits(page, 'documents');
  await screenshot(page, 'documents');

  const opened = context.waitForEvent('page');
  await row.getByRole('link', { name: /Compte rendu de gériatrie/ }).click();
  const shown = await opened;
  await shown.waitForLoadState();
  const answer = await context.request.get(shown.url());
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()['content-type'], /application\/pdf/);
  assert.deepEqual(await answer.body(), pdf('Compte rendu'));
  await shown.close();
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await row.getByRole('button', { name: /1 personne/ }).click();
  await page.getByRole('dialog').getByText('Claire Demoncourt').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  await row.getByRole('button', { name: /Remplacer/ }).click();
  await deposit(page, { title: 'Compte rendu corrigé', file: { name: 'cr2.pdf', mimeType: 'application/pdf', buffer: pdf('Compte rendu corrigé') } });
  await page.getByRole('row', { name: /Compte rendu corrigé/ }).waitFor();
  await row.waitFor({ state: 'hidden' });
  await page.getByRole('row', { name: /Ordonnance de sortie/ }).getByRole('button', { name: /Retirer/ }).click();
  await page.getByLabel('Motif du retrait').fill('Déposée par erreur');
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click();
  await page.getByRole('row', { name: /Ordonnance de sortie/ }).waitFor({ state: 'hidden' });
  await page.getByLabel('Voir aussi les documents remplacés ou retirés').check();
  await row.getByText('Remplacé').waitFor();
  await page.getByText('Retiré : Déposée par erreur').waitFor();
  assert.equal(await page.getByRole('button', { name: /Remplacer/ }).count(), 1);
  await screenshot(page, 'documents-all');
  assert.deepEqual(faults, []);
  await context.close();
});
