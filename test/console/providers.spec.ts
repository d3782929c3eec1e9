import { Console } from '../support/console.js';
import type { Person } from '../support/http.js';
import { until, type Credentials } from '../support/programs.js';
import { fromPostmark, SECRET } from '../support/providers/events.js';

let app: Console;
let admin: Person & Credentials;

beforeAll(async () => {
  app = await Console.open();
  admin = await app.programs.as('admin', 'it');
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

test('a provider is connected, tells an event that names nothing, and is paused', async () => {
  const visit = await app.visit(admin, { height: 1000 });
  const { page } = visit;
  const panel = page.getByRole('dialog');
  await visit.go('/admin/providers');
  await page.getByRole('heading', { name: 'No providers yet' }).waitFor();
  await page.keyboard.press('c');
  await panel.getByRole('combobox', { name: 'Provider' }).click();
  await page.getByRole('option', { name: 'Postmark' }).click();
  await panel.getByLabel('Name').fill('Postmark, outbound');
  await panel.getByLabel('Key or secret').fill('short');
  await page.keyboard.press('Control+Enter');
  // what is wrong is said at its field
  await panel.getByText('The secret needs at least 20 characters.').first().waitFor();
  await panel.getByLabel('Key or secret').fill(SECRET);
  await page.keyboard.press('Control+Enter');
  await panel.getByText(/X-Overture-Secret/).waitFor();
  await visit.shot('admin-provider');
  expect(await visit.barriers()).toEqual([]);

  const { body } = await admin.get('/provider-connections');
  const [{ id }] = body.items;
  const event = {
    RecordType: 'Bounce',
    ID: 1,
    Type: 'HardBounce',
    Email: 'x@vmi.example',
    Details: 'smtp;550 5.1.1 x',
  };
  const answer = await fetch(`${app.programs.origin}/api/v1/provider-events/${id}`, {
    method: 'POST',
    ...fromPostmark(event),
  });
  expect(answer.status).toBe(200);
  await until('the worker has looked at the event', async () => {
    const [kept] = await app.programs.sql<{ state: string }>('SELECT state FROM provider_event');
    return kept!.state === 'unmatched';
  });
  await visit.go(`/admin/providers?open=${id}`);
  await page.getByRole('link', { name: /Show unmatched events/ }).click();
  await page.getByText('It names no message of ours.').waitFor();
  expect(await visit.barriers()).toEqual([]);

  await visit.go(`/admin/providers?open=${id}`);
  await panel.getByRole('button', { name: 'Pause' }).click();
  await panel.getByText('Paused').waitFor();
});

test('the screens fit a phone, in German', async () => {
  const made = await admin.post('/provider-connections', {
    provider: 'ses',
    name: 'Amazon SES, Irland',
    topic: 'arn:aws:sns:eu-west-1:123456789012:overture',
  });
  const visit = await app.visit(admin, { width: 360, height: 760 });
  await visit.page.evaluate("localStorage.setItem('overture.language', '\"de\"')");
  for (const path of ['/admin/providers', `/admin/providers?open=${made.body.id}`, '/admin/providers/events']) {
    await visit.go(path);
    await visit.page.getByRole('tab', { name: 'Versanddienste' }).waitFor({ state: 'attached' });
    if (path.includes('open')) await visit.page.getByText(/Raw Message Delivery/).waitFor();
    const wide = await visit.page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    expect([path, wide]).toEqual([path, false]);
    expect(await visit.barriers()).toEqual([]);
  }
  await visit.shot('admin-provider-phone');
});
