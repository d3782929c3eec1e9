import { AuditSealer } from '../../../src/operations/audit/audit-sealer.js';
import { verifySeals } from '../../../src/operations/audit/verify-seals.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { mail } from '../../support/mails-in.js';
import { wordsInTables } from './words-in-tables.js';
import { world } from '../../support/world.js';

const WORDS = [
  'Xanthippe',
  'xanthippe',
  'xa@trail.example',
  'before@trail.example',
  '+493066612345',
  '+493066698765',
  'own words',
];
const MAIL = { 'content-type': 'message/rfc822' };

let app: Installation;
let admin: Person;
let ops: Person;
let contactId: string;

beforeAll(async () => {
  app = await Installation.open();
  admin = await app.as('admin', 'it');
  ops = await app.as('sales_ops', 'sales');
});
afterAll(() => app.close());

const change = async (facts: Json): Promise<void> => {
  const { revision } = (await ops.get<Json>(`/contacts/${contactId}`)).body;
  expect((await ops.patch(`/contacts/${contactId}`, facts, { 'if-match': `"${revision}"` })).status).toBe(200);
};
async function suppress(kind: string, value: string): Promise<void> {
  const { body, status } = await ops.post<Json>('/suppressions', {
    kind,
    value,
    reason: 'manual',
    note: 'own words of Xanthippe',
  });
  expect(status).toBe(201);
  const lifted = await ops.post(`/suppressions/${body.id}/lifting`, { reason: 'own words' });
  expect(lifted.status).toBe(200);
}
async function dismissedMail(headers: Record<string, string>): Promise<void> {
  const raw = mail({ Subject: 'own words', ...headers }, 'own words');
  const { body } = await ops.post<Json>('/inbound-mails', raw, MAIL);
  const dismissal = await ops.post(`/inbound-mails/${body.id}/dismissal`, { reason: 'own words of Xanthippe' });
  expect(dismissal.status).toBe(200);
}

test('an erasure leaves no address, number or name of the person in any table, and the trail still fits its seals', async () => {
  const made = await ops.post<Json>('/contacts', {
    name: 'Xanthippe Quell',
    email: 'before@trail.example',
    phone: '+49 30 66698765',
  });
  contactId = made.body.id;
  await suppress('phone', '+49 30 66698765');
  await suppress('address', 'before@trail.example');
  await change({ email: 'xa@trail.example', phone: '+49 30 66612345' });
  for (const [kind, value] of Object.entries({
    contact: contactId,
    address: 'xa@trail.example',
    phone: '+49 30 66612345',
  })) {
    await suppress(kind, value);
    // a second one of the same kind, which stands
    const stands = await ops.post('/suppressions', { kind, value, reason: 'manual', note: 'own words' });
    expect(stands.status).toBe(201);
  }
  await dismissedMail({ From: 'Xanthippe <xa@trail.example>' });
  await dismissedMail({ From: 'Xanthippe <before@trail.example>' });
  await world(app, { organizations: 1 });
  const asked = await app.sql<Json>(
    `INSERT INTO expert_question (proposition_id, contact_id, question, name, reply_address, language, due_at)
     SELECT p.id, $1, 'own words?', 'Xanthippe', 'xa@trail.example', 'en', app_now() FROM proposition p LIMIT 1 RETURNING id`,
    [contactId],
  );
  expect(asked).toHaveLength(1);
  await app.sql(
    "UPDATE expert_question SET answered_at = app_now(), answered_by = $1, answer = 'Dear Xanthippe, own words'",
    [ops.id],
  );
  await app.get(AuditSealer).seal();
  expect(await wordsInTables(app, WORDS)).toContain('public.audit_entry: before@trail.example');

  expect((await admin.post(`/contacts/${contactId}/erasure`, { reason: 'asked' })).status).toBe(201);

  expect(await wordsInTables(app, WORDS)).toEqual([]);
  expect(await verifySeals(app.source, [], () => undefined)).toMatchObject({ problem: null });
  await app.get(AuditSealer).seal();
  expect(await verifySeals(app.source, [], () => undefined)).toMatchObject({ problem: null });
  // also the earlier address and number, which were suppressed once, are known again by its hash
  const hashes = "SELECT FROM suppression WHERE kind = 'address_hash' AND lifted_at IS NULL";
  expect(await app.sql(hashes)).toHaveLength(2);
  expect(await app.sql(hashes.replace('address', 'phone'))).toHaveLength(2);
});

test('an address that another contact has now is not taken from that contact', async () => {
  const first = await ops.post<Json>('/contacts', { name: 'First', email: 'desk@trail.example' });
  contactId = first.body.id;
  await change({ email: 'first@trail.example' });
  await ops.post('/contacts', { name: 'Second', email: 'desk@trail.example' });
  const { body } = await ops.post<Json>('/suppressions', {
    kind: 'address',
    value: 'desk@trail.example',
    reason: 'manual',
  });
  expect((await admin.post(`/contacts/${contactId}/erasure`, { reason: 'asked' })).status).toBe(201);
  expect((await ops.get<Json>(`/suppressions/${body.id}`)).body).toMatchObject({ value: 'desk@trail.example' });
});
