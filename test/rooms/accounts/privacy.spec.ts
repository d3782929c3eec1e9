import { Importer, Imports, PersonalData, SUPPRESSED_SQL } from '../../../src/accounts/index.js';
import { Mails } from '../../../src/campaigns/index.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { OutboxWorker } from '../../../src/channels/email/outbox-worker.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { wordsInTables } from './words-in-tables.js';
import { CALL, EMAIL, world } from '../../support/world.js';

let app: Installation;
let admin: Person;
let ops: Person;
let rep: Person;

beforeAll(async () => {
  app = await Installation.open();
  admin = await app.as('admin', 'it');
  ops = await app.as('sales_ops', 'sales');
  rep = await app.as('rep', 'sales');
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.sql("UPDATE campaign SET state = 'completed'");
  await app.asOwner('TRUNCATE suppression CASCADE');
});

const CSV = { 'content-type': 'text/csv' };
const list = async (text: string, query = ''): Promise<Json> =>
  (await ops.post(`/suppressions/import${query}`, text, CSV)).body;
const suppressed = async (id: string): Promise<boolean> =>
  (
    await app.sql(
      `SELECT ${SUPPRESSED_SQL} AS yes FROM contact c LEFT JOIN employment e ON e.contact_id = c.id LEFT JOIN organization o ON o.id = e.organization_id WHERE c.id = $1`,
      [id],
    )
  )[0].yes;
const person = async (facts: Json): Promise<string> =>
  (await ops.post('/contacts', { name: 'Maria Anders', ...facts })).body.id;

describe('suppression', () => {
  test.each([
    ['acme.example', 'x@acme.example', true],
    ['acme.example', 'x@mail.acme.example', true],
    ['acme.example', 'x@a.b.c.d.e.f.acme.example', true],
    ['b.c.d.e.acme.example', 'x@a.b.c.d.e.acme.example', true],
    ['acme.example', 'x@notacme.example', false],
    ['mail.acme.example', 'x@acme.example', false],
    ['bücher.example', 'x@BÜCHER.example', true],
    ['bücher.example', 'x@shop.xn--bcher-kva.example', true],
    ['acme.example', '"a@b"@acme.example', true],
  ])('of the domain %s: %s is %s', async (value, email, yes) => {
    expect((await ops.post('/suppressions', { kind: 'domain', value, reason: 'competitor' })).status).toBe(201);
    await app.sql("DELETE FROM contact WHERE name = 'Domain'");
    const [{ id }] = await app.sql("INSERT INTO contact (name, name_key) VALUES ('Domain', 'd') RETURNING id");
    const { emailKey } = await import('../../../src/accounts/index.js');
    await app.sql('UPDATE contact SET email = $2, email_key = $3 WHERE id = $1', [id, email, emailKey(email)]);
    expect(await suppressed(id)).toBe(yes);
  });

  test('a list goes in line by line; what cannot be read is named; the same list again adds nothing', async () => {
    const id = await person({ email: 'list@acme.example' });
    const text = [
      'maria@acme.example',
      'Ann Lee <ann@acme.example>,,unsubscribe,asked',
      'acme.example,domain,competitor',
      'https://www.other.example/x',
      '+49 30 901820,,do_not_call',
      id,
      'nonsense',
      'a@b.example,king',
      'a@b.example,,because',
      '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b',
      'MARIA@acme.example',
      '030 12345',
      '"unclosed',
    ].join('\n');
    const first = await list(text);
    expect(first).toMatchObject({ rows: 13, added: 6, present: 1, refused: 6 });
    expect(first.errors.map(({ line, code }: Json) => `${line} ${code}`)).toEqual([
      '7 value',
      '8 kind',
      '9 reason',
      '12 value',
      '13 unreadable',
      '10 value',
    ]);
    expect(await list(text)).toMatchObject({ rows: 13, added: 0, present: 7, refused: 6 });
    expect(await app.sql('SELECT kind, value, reason, note, created_by FROM suppression ORDER BY id')).toMatchObject(
      expect.arrayContaining([
        { kind: 'address', value: 'ann@acme.example', reason: 'unsubscribe', note: 'asked', created_by: ops.id },
        { kind: 'phone', value: '+4930901820', reason: 'do_not_call', note: null, created_by: ops.id },
        { kind: 'contact', value: id, reason: 'manual', note: null, created_by: ops.id },
        { kind: 'domain', value: 'other.example', reason: 'manual', note: null, created_by: ops.id },
      ] as never),
    );
  });

  test('what went out as a file comes in again; spreadsheets’ files too; a reason for all may be told', async () => {
    await list('x@y.example\n+49 30 901820\n', '?reason=legal');
    const file = (await ops.send<string>('GET', '/suppressions?format=csv&liftedAt=none')).body;
    await app.asOwner('TRUNCATE suppression');
    expect(await list(file)).toMatchObject({ rows: 2, added: 2, refused: 0 });
    expect(await app.sql('SELECT reason FROM suppression')).toEqual([{ reason: 'legal' }, { reason: 'legal' }]);
    expect(await list('\uFEFFE-Mail;Grund\r\nz@y.example;x\r\n')).toMatchObject({ rows: 1, added: 1 });
    expect((await rep.post('/suppressions/import', 'a@b.example', CSV)).status).toBe(403);
    expect((await ops.post('/suppressions/import', { a: 1 })).status).toBe(422);
    expect((await ops.post('/suppressions/import?reason=x', 'a@b.example', CSV)).status).toBe(422);
  });

  test('a long list comes in as a stream, and twice at once is once', async () => {
    const text = Array.from({ length: 5_000 }, (_, n) => `p${n}@many.example`).join('\n');
    const both = await Promise.all([list(text), list(text)]);
    expect(both.map(({ added }) => added).reduce((one, two) => one + two)).toBe(5_000);
  });
});

describe('consent', () => {
  test('where it is the basis, the latest word decides; nothing is ever changed', async () => {
    const id = await person({ email: 'consent@acme.example', lawfulBasis: 'consent' });
    expect(await suppressed(id)).toBe(true);
    const say = (change: string, more: Json = {}) =>
      ops.post(`/contacts/${id}/consents`, { change, source: 'form', evidence: 'card 4711', ...more });
    expect((await say('given', { at: '2026-01-01T00:00:00Z' })).status).toBe(201);
    expect(await suppressed(id)).toBe(false);
    await say('withdrawn');
    expect(await suppressed(id)).toBe(true);
    // an older word that is found later changes nothing
    await say('given', { at: '2025-01-01T00:00:00Z' });
    expect(await suppressed(id)).toBe(true);
    await say('given');
    expect(await suppressed(id)).toBe(false);
    expect((await say('given', { at: '2126-01-01T00:00:00Z' })).status).toBe(422);
    expect((await ops.get(`/contacts/${id}/consents`)).body.items).toHaveLength(4);
    await expect(app.sql('UPDATE consent SET evidence = $1', ['forged'])).rejects.toThrow('append-only');
    await expect(app.sql('DELETE FROM consent')).rejects.toThrow('append-only');
  });

  test('driver and preview obey it', async () => {
    const { campaignId } = await world(app, { organizations: 1, steps: [EMAIL('intro')] });
    await app.sql(
      "UPDATE contact SET lawful_basis = 'consent' WHERE id IN (SELECT contact_id FROM snapshot_contact p JOIN campaign k ON k.snapshot_id = p.snapshot_id WHERE k.id = $1)",
      [campaignId],
    );
    await ops.post(`/campaigns/${campaignId}/launch`, {});
    await app.get(Launch).run(campaignId);
    for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
    expect(await app.sql('SELECT state, reason FROM enrolment WHERE campaign_id = $1', [campaignId])).toEqual([
      { state: 'excluded', reason: 'suppressed' },
    ]);
  });
});

test.each([
  [
    'a suppression',
    "INSERT INTO suppression (kind, value, reason, created_by) SELECT 'contact', contact_id::text, 'unsubscribe', 'test' FROM enrolment WHERE campaign_id = $1",
    'excluded',
  ],
  [
    'a preference',
    "UPDATE contact SET preference = 'no_email' WHERE id IN (SELECT contact_id FROM enrolment WHERE campaign_id = $1)",
    'pending',
  ],
  [
    '"we contact you"',
    "UPDATE contact SET preference = 'we_contact_you' WHERE id IN (SELECT contact_id FROM enrolment WHERE campaign_id = $1)",
    'excluded',
  ],
  [
    'a "not before"',
    "UPDATE contact SET not_before = app_now() + interval '9 days' WHERE id IN (SELECT contact_id FROM enrolment WHERE campaign_id = $1)",
    'pending',
  ],
])('%s that is set while the mail waits wins', async (_, change, state) => {
  const { campaignId } = await world(app, { organizations: 1 });
  await ops.post(`/campaigns/${campaignId}/launch`, {});
  await app.get(Launch).run(campaignId);
  const drive = async () => {
    for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
  };
  await drive();
  await app.sql(change, [campaignId]);
  await app.get(OutboxWorker).drain();
  await drive();
  const [enrolment] = await app.sql('SELECT state, deferred FROM enrolment WHERE campaign_id = $1', [campaignId]);
  expect(state === 'pending' ? ['active', 'pending'] : [state]).toContain(enrolment.state);
  expect(await app.sql("SELECT FROM dispatch WHERE campaign_id = $1 AND state = 'sent'", [campaignId])).toEqual([]);
});

test('also one that is set between the claim and the handover', async () => {
  const { campaignId } = await world(app, { organizations: 2 });
  await ops.post(`/campaigns/${campaignId}/launch`, {});
  await app.get(Launch).run(campaignId);
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
  const mails = app.get(Mails);
  const make = mails.of.bind(mails);
  let chosen: string | undefined;
  // the last thing before the handover: by now both are claimed
  mails.of = async (claimed, links, senderName) => {
    chosen ??= claimed.id;
    if (claimed.id === chosen)
      await app.sql(
        "INSERT INTO suppression (kind, value, reason, created_by) VALUES ('contact', $1, 'unsubscribe', 'test') ON CONFLICT DO NOTHING",
        [claimed.contactId],
      );
    return make(claimed, links, senderName);
  };
  await app.get(OutboxWorker).drain();
  mails.of = make;
  await app.get(OutboxWorker).drain();
  const states = await app.sql('SELECT id, state FROM dispatch WHERE campaign_id = $1', [campaignId]);
  expect(states.find(({ id }) => id === chosen).state).toBe('suppressed');
  expect(states.find(({ id }) => id !== chosen).state).toBe('sent');
  expect(
    await app.sql('SELECT FROM captured_mail JOIN dispatch d USING (message_id) WHERE d.id = $1', [chosen]),
  ).toEqual([]);
});

describe('erasure', () => {
  const WORDS = [
    'Zarathustra',
    'zarathustra',
    'zz@erase.example',
    '+493055512345',
    '55512345',
    'secret words',
    'Master of Pumps',
  ];

  async function loaded(text: string): Promise<string> {
    const imports = app.get(Imports);
    const { id } = await imports.fromStream([Buffer.from(text)] as never, {
      kind: 'contacts',
      filename: 'c.csv',
      by: ops.id,
    });
    await app.transaction(async (manager) => {
      await imports.plan(manager, id);
      await imports.start(manager, id, false);
    });
    await app.get(Importer).work(id);
    return id;
  }

  test('leaves nothing of the person anywhere, keeps what was counted, and no import brings the person back', async () => {
    const { campaignId } = await world(app, { organizations: 1, steps: [EMAIL('intro'), CALL('call')] });
    const [{ contact_id: id, organization_id: organizationId }] = await app.sql(
      'SELECT p.contact_id, p.organization_id FROM snapshot_contact p JOIN campaign k ON k.snapshot_id = p.snapshot_id WHERE k.id = $1',
      [campaignId],
    );
    const { revision } = (await ops.get(`/contacts/${id}`)).body;
    await ops.patch(
      `/contacts/${id}`,
      {
        name: 'Zarathustra Quux',
        givenName: 'Zarathustra',
        familyName: 'Quux',
        email: 'zz@erase.example',
        phone: '+49 30 55512345',
        attributes: { hobby: 'secret words' },
      },
      { 'if-match': `"${revision}"`, 'idempotency-key': 'k1' },
    );
    const job = (await ops.get(`/contacts/${id}/employments`)).body.items[0];
    await ops.patch(`/employments/${job.id}`, { title: 'Master of Pumps' });
    await ops.post(`/contacts/${id}/consents`, { change: 'given', source: 'secret words', evidence: 'secret words' });
    await ops.post('/suppressions', {
      kind: 'phone',
      value: '+49 30 55512345',
      reason: 'manual',
      note: 'secret words',
    });
    await ops.post(`/suppressions/${(await ops.get('/suppressions?kind=phone')).body.items[0].id}/lifting`, {
      reason: 'secret words',
    });
    await ops.post(`/campaigns/${campaignId}/launch`, {});
    await app.get(Launch).run(campaignId);
    const drive = async () => {
      for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
    };
    await drive();
    await app.get(OutboxWorker).drain();
    await app.travel(48);
    await drive();
    await app.sql(
      "UPDATE task SET state = 'cancelled', cancel_reason = 'of another test' WHERE campaign_id <> $1 AND state = 'open'",
      [campaignId],
    );
    expect((await rep.post('/claims', {})).status).toBe(201);
    const [task] = await app.sql("SELECT id, fence FROM task WHERE state = 'claimed'");
    const said = await rep.post('/conversations', {
      taskId: task.id,
      fence: task.fence,
      disposition: 'connected_callback',
      sentiment: 'neutral',
      verbatim: 'secret words of Zarathustra',
      wants: 'secret words',
      interest: 'curious',
      notBefore: new Date(Date.now() + 6 * 86_400_000).toISOString(),
    });
    expect([said.status, said.status === 201 ? null : said.body]).toEqual([201, null]);
    // what they wrote to us, matched and unmatched
    const [{ message_id: ours, enrolment_id: enrolmentId }] = await app.sql(
      'SELECT message_id, enrolment_id FROM dispatch WHERE contact_id = $1',
      [id],
    );
    for (const [n, thread] of [ours, '<nobody@knows.example>'].entries()) {
      const mail = `From: Zarathustra Quux <zz@erase.example>\r\nTo: us@ours.example\r\nMessage-ID: <${n}@erase.example>\r\nIn-Reply-To: ${thread}\r\nSubject: secret words\r\n\r\nsecret words ${n}\r\n`;
      expect((await ops.post('/inbound-mails', mail, { 'content-type': 'message/rfc822' })).status).toBeLessThan(300);
    }
    await app.sql(
      `INSERT INTO expert_question (proposition_id, enrolment_id, contact_id, question, name, reply_address, language, due_at)
       SELECT v.proposition_id, $1, $2, 'secret words?', 'Zarathustra', 'zz@erase.example', 'en', app_now()
         FROM enrolment e JOIN campaign k ON k.id = e.campaign_id JOIN proposition_version v ON v.id = k.version_id WHERE e.id = $1`,
      [enrolmentId, id],
    );
    // files: one that was refused in parts, one that nobody ran
    const rows =
      'name,email,organization\nZarathustra Quux,zz@erase.example,\nZarathustra Quux,"zz@erase.example ,nowhere","Nobody Ltd"\n';
    await ops.post('/imports?kind=contacts&filename=a.csv', rows, CSV);

    const ran = await loaded(rows);
    expect(await app.sql('SELECT FROM import_refusal WHERE import_id = $1', [ran])).not.toEqual([]);

    const told = (await admin.get(`/contacts/${id}/data`)).body;
    expect(Object.keys(told.data)).toEqual(
      expect.arrayContaining([
        'contact',
        'employments',
        'consents',
        'suppressions',
        'tasks',
        'enrolments',
        'messages',
        'conversations',
        'mails',
        'responses',
        'questions',
        'repliesAndBounces',
      ]),
    );
    for (const word of [
      'Zarathustra',
      'zz@erase.example',
      '+493055512345',
      'Master of Pumps',
      'secret words of Zarathustra',
    ])
      expect(JSON.stringify(told)).toContain(word);
    expect((await ops.get(`/contacts/${id}/data`)).status).toBe(403);
    expect((await ops.post(`/contacts/${id}/erasure`, { reason: 'x' })).status).toBe(403);

    const before = await app.sql('SELECT count(*)::int AS n, max(disposition) AS disposition FROM conversation');
    const answers = await Promise.all(
      [1, 2].map(() => admin.post(`/contacts/${id}/erasure`, { reason: 'Asked by letter.' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]!.body).toEqual(answers[1]!.body);

    expect(await wordsInTables(app, WORDS)).toEqual([]);
    expect(await app.sql('SELECT count(*)::int AS n, max(disposition) AS disposition FROM conversation')).toEqual(
      before,
    );
    expect(await app.sql('SELECT state, reason FROM enrolment WHERE campaign_id = $1', [campaignId])).toEqual([
      { state: 'excluded', reason: 'erased' },
    ]);
    expect(
      await app.sql("SELECT FROM task WHERE campaign_id = $1 AND state IN ('open', 'snoozed')", [campaignId]),
    ).toEqual([]);
    expect((await ops.get(`/contacts/${id}`)).body).toMatchObject({
      name: 'Erased person',
      email: null,
      erasedAt: expect.any(String),
    });
    expect((await admin.get(`/contacts/${id}/data`)).status).toBe(409);
    expect((await admin.get('/audit-entries?entity=erasure')).body.items).toMatchObject([
      { actor: admin.id, entityId: id },
    ]);
    await expect(app.asOwner("UPDATE audit_entry SET actor = 'me'")).rejects.toThrow('append-only');
    await expect(app.asOwner("UPDATE audit_entry SET before = '{}'")).rejects.toThrow('append-only');

    // back by an edit, and by an import: known again, and not reached
    const again = await person({ name: 'Zara', email: 'ZZ@erase.example', organizationId });
    expect(await suppressed(again)).toBe(true);
    await loaded(
      'name,email,phone\nNew One,zz@ERASE.example,\nNew Two,,+49 30 55512345\nNew Three,n3@erase.example,\n',
    );
    const back = await app.sql("SELECT id, name FROM contact WHERE name LIKE 'New %' ORDER BY name");
    const states = back.map(async ({ id: each, name }) => `${name} ${await suppressed(each)}`);
    // New One has Zara's address, and is Zara
    expect(await Promise.all(states)).toEqual(['New Three false', 'New Two true']);
    const other = await person({ name: 'Other', email: 'other@erase.example', organizationId });
    expect(await suppressed(other)).toBe(false);
  });

  test('a switchboard’s number stays everybody’s', async () => {
    const one = await person({ email: 'one@switch.example', phone: '+49 30 44400000' });
    const two = await person({ name: 'Two', email: 'two@switch.example', phone: '+49 30 44400000' });
    await admin.post(`/contacts/${one}/erasure`, { reason: 'asked' });
    expect(await suppressed(two)).toBe(false);
  });

  test('forgets what somebody kept to look for the person, and nobody else’s views', async () => {
    const id = await person({
      name: 'Quirina O’Vogel-Fink',
      email: 'quirina@views.example',
      phone: '+49 30 77712345',
    });
    const keep = async (name: string, filters: object, shared = false): Promise<void> => {
      const kept = await rep.post('/saved-views', { list: 'contacts', name, filters, shared });
      expect(kept.status).toBe(201);
    };
    await keep('by name', { q: 'quirina o’vogel-fink' });
    await keep('by a part of it', { q: ' Quirina ' }, true);
    await keep('by address', { q: 'quirina@views' });
    await keep('by number', { phone: '030 777 12345' });
    await keep('Calls of Quirina O’Vogel-Fink', { state: 'open' });
    await keep('a part in another sense', { q: 'Quiri' });
    await keep('many', { q: 'views', city: 'Berlin' });
    await keep('changed since', { q: 'Quirina' });
    await keep('changed since', { q: 'nobody' });
    expect((await admin.post(`/contacts/${id}/erasure`, { reason: 'asked' })).status).toBe(201);
    const left = (await rep.get('/saved-views/contacts')).body.items as Json[];
    expect(left.map(({ name }) => name)).toEqual(['a part in another sense', 'changed since', 'many']);
    const trail = await app.sql("SELECT before, after FROM audit_entry WHERE entity = 'saved_view'");
    expect(JSON.stringify(trail)).not.toMatch(/quirina/i);
    // of the others the trail says what it said
    expect(JSON.stringify(trail)).toContain('Berlin');
  });

  test('every room that holds people has its part', () => {
    const parts = (app.get(PersonalData) as unknown as { parts: Map<string, unknown> }).parts;
    expect([...parts.keys()].toSorted()).toEqual(['accounts', 'campaigns', 'channels', 'feedback', 'work']);
  });
});
