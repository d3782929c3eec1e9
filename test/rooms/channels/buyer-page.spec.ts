import { MailServer } from '../../support/mail-server.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { furnish, GERMAN, offer, TEXT, type Offer } from '../../support/offer.js';
import { ExpertMail } from '../../../src/channels/email/expert-mail.js';
import { SmtpTransport, smtpServerOf } from '../../../src/channels/email/smtp.transport.js';
import { Transport } from '../../../src/channels/email/transport.js';
import { Peers } from '../../../src/propositions/index.js';
import { Clock, Config, Shutdown, SessionLocks } from '../../../src/platform/index.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_PLEASE = { accept: 'application/json' };
const PERSON = {
  'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'accept-language': 'de-DE,de;q=0.9',
};
const HOSTILE = `<script>alert(1)</script><img src=x onerror="alert(2)">"'&`;

let app: Installation;
let ops: Person;
let rep: Person;
let visitors = 0;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  rep = await app.as('rep', 'sales');
});
afterAll(() => app.close());

/** The limits are by address; each visitor of a test has one of their own, as behind our proxy. */
const visitor = () => ({ 'x-forwarded-for': `198.51.100.${++visitors}` });
const show = async (made: Offer, query = '') => (await app.nobody.get<string>(`//p/${made.slug}${query}`)).body;
const uuid = (n: number) => `0199a1b2-3c4d-7e5f-8a6b-${String(n).padStart(12, '0')}`;
const pick = (made: Offer, peerId: string, once: string, headers: object = visitor()) =>
  app.nobody.post<Json>(`//p/${made.slug}/peers/${peerId}`, { once }, { ...JSON_PLEASE, ...headers });
const ask = (made: Offer, body: object, headers: object = visitor()) =>
  app.nobody.post<Json>(`//p/${made.slug}/questions`, body, { ...JSON_PLEASE, ...headers });
const setState = (made: Offer, state: string) =>
  app.sql('UPDATE proposition_version SET state = $2, ended_at = app_now() WHERE id = $1', [made.versionId, state]);

describe('the page', () => {
  test('has an address that is readable, made once and not to be guessed', async () => {
    const { body: first } = await ops.post('/propositions', { title: 'Größe für Gärtner: ½ Preis!' });
    const { body: second } = await ops.post('/propositions', { title: '库存管理' });
    expect(first.slug).toMatch(/^grosse-fur-gartner-1-2-preis-[0-9a-f]{8}$/);
    expect(second.slug).toMatch(/^[0-9a-f]{8}$/);
    await app.sql("UPDATE proposition SET title = 'Another', slug = 'mine' WHERE id = $1", [first.id]);
    expect((await ops.get(`/propositions/${first.id}`)).body).toMatchObject({ title: 'Another', slug: first.slug });
  });

  test('shows everything to everybody who has its address, and no form before it', async () => {
    const made = await offer(app, ops);
    await furnish(ops, made);
    const page = await show(made);
    for (const text of [TEXT.title, TEXT.promise, TEXT.versusCompetitors, TEXT.versusNothing])
      expect(page).toContain(text);
    for (const text of ['What does stock cost us?', 'Week two: we refill.', 'Thomas Hardy', 'Andrew Fuller'])
      expect(page).toContain(text);
    expect(page).toContain('href="mailto:andrew.fuller@northwind.example"');
    expect(page).toContain('href="tel:+49300074321"');
    // how to reach a peer is a second click away
    expect(page).not.toContain('@customer.example');
  });

  test('speaks to a role that is asked for, offers those that a reader would name, and calls nobody a blocker', async () => {
    const made = await offer(app, ops);
    await furnish(ops, made);
    const everybody = await show(made);
    expect(everybody).toContain('role=economic_buyer');
    expect(everybody).not.toMatch(/blocker/);
    expect(everybody).toContain('What our interface reads');
    const finance = await show(made, '?role=economic_buyer');
    expect(finance).toContain(TEXT.lenses.economic_buyer);
    expect(finance).not.toContain('What our interface reads');
    expect(finance).toContain('What does stock cost us?');
    expect(await show(made, '?role=nonsense')).toContain(TEXT.title);
  });

  test('of an unknown address, or of what never was live, is a kind 404', async () => {
    const { body } = await ops.post('/propositions', { title: 'Still a draft' });
    for (const path of ['nothing-here', body.slug, '%00', 'a'.repeat(400), "x' OR 1=1"]) {
      const reply = await app.nobody.get<string>(`//p/${path}`);
      expect([path, reply.status]).toEqual([path, 404]);
      expect(reply.body).toContain('This page does not exist.');
    }
    expect((await app.nobody.post(`//p/${body.slug}/questions`, { question: 'x', email: 'a@b.example' })).status).toBe(
      404,
    );
  });

  test('of what was withdrawn says so, promises nothing and still lets people ask', async () => {
    const made = await offer(app, ops);
    const { peerIds } = await furnish(ops, made);
    await setState(made, 'retired');
    const page = await show(made);
    expect(page).toContain('We do not offer this any more');
    for (const text of [TEXT.promise, TEXT.narrative, 'Thomas Hardy', 'What does stock cost us?'])
      expect(page).not.toContain(text);
    expect(page).toContain('Andrew Fuller');
    expect((await ask(made, { question: 'What instead?', email: 'a@app.example' })).status).toBe(200);
    expect((await pick(made, peerIds[0]!, uuid(1))).status).toBe(404);
  });

  test('shows the live version; an earlier one, by its number, says that it is over and leads on', async () => {
    const made = await offer(app, ops);
    await setState(made, 'superseded');
    await app.sql(
      `INSERT INTO proposition_version (proposition_id, number, state, narrative, promise, created_by, live_at) VALUES ($1, 2, 'live', 'Second thoughts.', 'Better.', $2, app_now())`,
      [made.propositionId, made.userId],
    );
    expect(await show(made)).toContain('Second thoughts.');
    const first = await show(made, '?version=1');
    expect(first).toContain(TEXT.promise);
    expect(first).toContain('There is a newer version of this page');
    expect(first).toContain(`href="/p/${made.slug}"`);
    expect((await app.nobody.get(`//p/${made.slug}?version=9`)).status).toBe(404);
  });

  test('of a form, opened as an address, leads back to the page', async () => {
    const made = await offer(app, ops);
    for (const path of ['questions', `peers/${uuid(1)}`]) {
      const { status, headers } = await app.nobody.get(`//p/${made.slug}/${path}?lang=de`);
      expect(status).toBe(303);
      expect(headers.location).toBe(`/p/${made.slug}?lang=de`);
    }
  });

  test('contains no tag that somebody wrote into any of its fields', async () => {
    const made = await offer(app, ops);
    const { peerIds } = await furnish(ops, made, { peers: 1 });
    await ops.post(`/propositions/${made.propositionId}/assets`, {
      title: HOSTILE,
      kind: 'guide',
      text: HOSTILE,
      reviewBy: '2099-01-01',
    });
    await ops.put(`/propositions/${made.propositionId}/expert`, {
      userId: ops.id,
      displayName: HOSTILE,
      title: HOSTILE,
      email: 'x@y.example',
    });
    await app.sql('UPDATE peer SET about = $2 WHERE id = $1', [peerIds[0], HOSTILE]);
    await app.sql('UPDATE contact SET name = $2 WHERE id = (SELECT contact_id FROM peer WHERE id = $1)', [
      peerIds[0],
      HOSTILE,
    ]);
    await app.sql('UPDATE proposition SET title = $2 WHERE id = $1', [made.propositionId, HOSTILE]);
    await ops.put(`/versions/${made.versionId}/translations/de`, {
      ...GERMAN,
      title: HOSTILE,
      narrative: HOSTILE,
      lenses: { economic_buyer: HOSTILE },
    });
    const form = (body: object) => new URLSearchParams(body as never).toString();
    const pages = [
      await show(made),
      await show(made, '?lang=de&role=economic_buyer'),
      (await app.nobody.post<string>(`//p/${made.slug}/peers/${peerIds[0]}`, '', { ...FORM, ...visitor() })).body,
      (
        await app.nobody.post<string>(
          `//p/${made.slug}/questions`,
          form({ question: HOSTILE, name: HOSTILE, email: 'a@b.example' }),
          {
            ...FORM,
            ...visitor(),
          },
        )
      ).body,
      (
        await app.nobody.post<string>(`//p/${made.slug}/questions`, form({ question: 'x', email: HOSTILE }), {
          ...FORM,
          ...visitor(),
        })
      ).body,
    ];
    for (const page of pages) {
      expect(page).toContain('</html>');
      expect(page).not.toMatch(/<script(?! src="view\.js")|<img/);
    }
    expect(pages[0]).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('a translation', () => {
  test('is written by authors and sales ops, leaves the version as it is, and is audited', async () => {
    const made = await offer(app, ops);
    const before = (await ops.get(`/versions/${made.versionId}`)).body;
    const path = `/versions/${made.versionId}/translations`;
    expect((await rep.put(`${path}/de`, GERMAN)).status).toBe(403);
    expect((await ops.put(`${path}/it`, { ...GERMAN, claims: ['More'] })).status).toBe(422);
    const { body } = await ops.put(`${path}/it`, GERMAN);
    expect(body).toMatchObject({ language: 'it', ...GERMAN, versusNothing: '', translatedBy: ops.id });
    expect((await ops.put(`${path}/it`, { ...GERMAN, title: 'Altro' })).body.id).toBe(body.id);
    expect((await rep.get(path)).body.items.map(({ language }: Json) => language)).toEqual(['de', 'fr', 'it']);
    expect((await ops.get(`/versions/${made.versionId}`)).body).toEqual(before);
    expect(await app.sql('SELECT action, actor FROM audit_entry WHERE entity_id = $1 ORDER BY id', [body.id])).toEqual([
      { action: 'insert', actor: ops.id },
      { action: 'update', actor: ops.id },
    ]);
    expect((await rep.delete(`${path}/it`)).status).toBe(403);
    expect((await ops.delete(`${path}/it`)).status).toBe(204);
    expect((await ops.delete(`${path}/it`)).status).toBe(404);
  });

  test.each([
    ['a language that is none', 'xx', GERMAN],
    ['a code that is none', 'german', GERMAN],
    ['the language it is written in', 'en', GERMAN],
    ['a lens for a role that is none', 'nl', { ...GERMAN, lenses: { king: 'x' } }],
    ['no title', 'nl', { ...GERMAN, title: ' ' }],
  ])('into %s is refused', async (_, language, body) => {
    const made = await offer(app, ops);
    expect((await ops.put(`/versions/${made.versionId}/translations/${language}`, body)).status).toBe(422);
  });
});

describe('an asset', () => {
  const guide = { title: 'Guide', kind: 'guide', url: 'https://example.com/a', reviewBy: '2099-01-01' };

  test('is kept by authors and sales ops, in an order, and nobody overwrites another’s edit', async () => {
    const made = await offer(app, ops);
    const path = `/propositions/${made.propositionId}/assets`;
    expect((await rep.post(path, guide)).status).toBe(403);
    const { status, body } = await ops.post(path, { ...guide, position: 2 });
    expect(status).toBe(201);
    await ops.post(path, { ...guide, title: 'First', position: 1 });
    expect((await rep.get(path)).body.items.map(({ title }: Json) => title)).toEqual(['First', 'Guide']);
    const changed = await ops.patch(`/assets/${body.id}`, { text: 'Read this.' }, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ url: null, text: 'Read this.', revision: 2 });
    expect((await ops.patch(`/assets/${body.id}`, { title: 'x' }, { 'if-match': '"1"' })).status).toBe(409);
    expect((await rep.delete(`/assets/${body.id}`)).status).toBe(403);
    expect((await ops.delete(`/assets/${body.id}`)).status).toBe(204);
  });

  test.each([
    ['http', { url: 'http://example.com/a' }],
    ['script', { url: 'javascript:alert(1)' }],
    ['data', { url: 'data:text/html,x' }],
    ['a user name in the address', { url: 'https://bank.example@evil.example/' }],
    ['no host', { url: 'https://localhost/x' }],
    ['neither link nor text', { url: null }],
    ['both', { text: 'x' }],
    ['a condition', { onlyAfter: 'meeting' }],
    ['a day that is none', { reviewBy: '2027-02-30' }],
  ])('with %s is refused', async (_, wrong) => {
    const made = await offer(app, ops);
    expect((await ops.post(`/propositions/${made.propositionId}/assets`, { ...guide, ...wrong })).status).toBe(422);
  });

  test('is shown up to its day of review and no longer', async () => {
    const made = await offer(app, ops);
    const [{ today, yesterday }] = (await app.sql<Json>(
      "SELECT (app_now() AT TIME ZONE 'UTC')::date::text AS today, ((app_now() AT TIME ZONE 'UTC')::date - 1)::text AS yesterday",
    )) as [Json];
    await ops.post(`/propositions/${made.propositionId}/assets`, { ...guide, title: 'Fresh', reviewBy: today });
    await ops.post(`/propositions/${made.propositionId}/assets`, { ...guide, title: 'Stale', reviewBy: yesterday });
    const page = await show(made);
    expect(page).toContain('Fresh');
    expect(page).not.toContain('Stale');
  });
});

describe('a peer', () => {
  const picksOf = async (id: string) => (await ops.get(`/peers/${id}`)).body.picksThisMonth as number;

  test('is reached by a second click, which counts; the same page clicked twice counts once', async () => {
    const made = await offer(app, ops);
    const { peerIds } = await furnish(ops, made, { peers: 1 });
    const [id] = peerIds as [string];
    const replies = await Promise.all([1, 2, 3].map(() => pick(made, id, uuid(1))));
    for (const { status, body } of replies) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ name: 'Thomas Hardy', email: expect.stringContaining('@customer.example') });
    }
    expect(await picksOf(id)).toBe(1);
  });

  test('at the last place of the month: of many at once one wins, and then nobody is offered', async () => {
    const made = await offer(app, ops);
    const { peerIds } = await furnish(ops, made, { peers: 1, monthlyCap: 3 });
    const [id] = peerIds as [string];
    await pick(made, id, uuid(1));
    await pick(made, id, uuid(2));
    const replies = await Promise.all(Array.from({ length: 8 }, (_, n) => pick(made, id, uuid(10 + n))));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toBe('peer_not_offered');
    expect(await picksOf(id)).toBe(3);
    expect(await show(made)).toContain('No one is available any more this month.');
    // who picked before still sees how to reach them
    expect((await pick(made, id, uuid(1))).status).toBe(200);
    await app.travel(24 * 32);
    expect(await show(made)).toContain('Thomas Hardy');
    await app.sql('DELETE FROM clock');
  });

  test('is one person with one month, whatever they speak for', async () => {
    const [one, two] = [await offer(app, ops), await offer(app, ops)];
    const { peerIds } = await furnish(ops, one, { peers: 1, monthlyCap: 1 });
    const { body: first } = await ops.get(`/peers/${peerIds[0]}`);
    const { about, reach, consentedOn, consentHow, consentUntil, monthlyCap, contactId } = first;
    const same = { about, reach, consentedOn, consentHow, consentUntil, monthlyCap, contactId };
    const { body: second } = await ops.post(`/propositions/${two.propositionId}/peers`, same);
    expect((await ops.post(`/propositions/${two.propositionId}/peers`, same)).status).toBe(409);
    const replies = await Promise.all([pick(one, first.id, uuid(1)), pick(two, second.id, uuid(2))]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('whose consent is withdrawn is given to nobody from that moment, also not to a visitor who has the page open', async () => {
    const made = await offer(app, ops);
    const { peerIds } = await furnish(ops, made, { peers: 1 });
    const { status, body } = await rep.post(`/peers/${peerIds[0]}/withdrawal`, { reason: 'Told me on the phone.' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ withdrawnBy: rep.id, withdrawalReason: 'Told me on the phone.' });
    expect((await pick(made, peerIds[0]!, uuid(1))).status).toBe(409);
    expect(await show(made)).not.toContain('Thomas Hardy');
  });

  test.each([
    ['consent has ended', "UPDATE peer SET consented_on = '2020-01-01', consent_until = '2020-02-01' WHERE id = $1"],
    ['consent is yet to begin', "UPDATE peer SET consented_on = '2090-01-01' WHERE id = $1"],
    [
      'data were erased',
      'UPDATE contact SET erased_at = app_now() WHERE id = (SELECT contact_id FROM peer WHERE id = $1)',
    ],
    [
      'job ended',
      'UPDATE employment SET until = current_date WHERE contact_id = (SELECT contact_id FROM peer WHERE id = $1)',
    ],
    [
      'organization is no customer any more',
      "UPDATE organization SET relationship = 'former_customer' WHERE id = (SELECT organization_id FROM peer WHERE id = $1)",
    ],
    [
      'person is suppressed',
      "INSERT INTO suppression (kind, value, reason, created_by) SELECT 'contact', contact_id, 'unsubscribe', 'test' FROM peer WHERE id = $1",
    ],
    [
      'domain is suppressed',
      "WITH it AS (SELECT $1::uuid AS id) UPDATE contact SET email = 'x@gone.example', email_key = 'x@gone.example' FROM it WHERE contact.id = (SELECT contact_id FROM peer WHERE id = it.id)",
    ],
  ])('whose %s is not offered and cannot be picked', async (_, change) => {
    const made = await offer(app, ops);
    const { peerIds } = await furnish(ops, made, { peers: 1 });
    await app.sql(
      "INSERT INTO suppression (kind, value, reason, created_by) VALUES ('domain', 'gone.example', 'legal', 'test') ON CONFLICT DO NOTHING",
    );
    await app.sql(change, [peerIds[0]]);
    expect(await show(made)).not.toContain('Thomas Hardy');
    expect((await pick(made, peerIds[0]!, uuid(1))).status).toBe(409);
  });

  test('is reached only by what they agreed to', async () => {
    const made = await offer(app, ops);
    const { peerIds } = await furnish(ops, made, { peers: 1, monthlyCap: 9 });
    await ops.patch(`/peers/${peerIds[0]}`, { reach: ['phone'] }, { 'if-match': '"1"' });
    expect((await pick(made, peerIds[0]!, uuid(1))).body).toMatchObject({ email: null, phone: '+442071234567' });
    await app.sql("UPDATE contact SET preference = 'no_calls' WHERE id = (SELECT contact_id FROM peer WHERE id = $1)", [
      peerIds[0],
    ]);
    expect(await show(made)).not.toContain('Thomas Hardy');
  });

  test('works at a customer, and consented', async () => {
    const made = await offer(app, ops);
    const path = `/propositions/${made.propositionId}/peers`;
    const facts = {
      about: 'x',
      reach: ['email'],
      consentedOn: '2026-01-01',
      consentHow: 'mail',
      consentUntil: '2027-01-01',
      monthlyCap: 1,
    };
    expect((await ops.post(path, { ...facts, contactId: made.contactId })).body.code).toBe('peer_invalid');
    expect((await ops.post(path, { contactId: made.contactId, about: 'x', reach: ['email'] })).status).toBe(422);
    expect((await rep.post(path, { ...facts, contactId: made.contactId })).status).toBe(403);
  });

  test('of another proposition cannot be picked here', async () => {
    const [one, two] = [await offer(app, ops), await offer(app, ops)];
    const { peerIds } = await furnish(ops, one, { peers: 1 });
    await expect(
      app.transaction((manager) => app.get(Peers).pick(manager, two.propositionId, peerIds[0]!, uuid(1))),
    ).rejects.toThrow('cannot be asked');
    expect(await picksOf(peerIds[0]!)).toBe(0);
    expect((await pick(one, 'nonsense', uuid(1))).status).toBe(404);
  });
});

describe('a question to the expert', () => {
  let mail: MailServer;
  let smtp: SmtpTransport;
  beforeEach(async () => {
    await app.sql("UPDATE expert_question SET mail_state = 'sent', owner_key = NULL");
    mail = await MailServer.open();
    smtp = new SmtpTransport(smtpServerOf(mail.url));
  });
  afterEach(async () => {
    await smtp.close();
    await mail.close();
  });

  /** The sweep as another process would have it: with a lock of its own. */
  function sweep(transport: Transport = smtp) {
    const lock = new SessionLocks(app.get(Config));
    return {
      lock,
      mail: new ExpertMail(app.source, lock, transport, app.get(Clock), app.get(Config), app.get(Shutdown)),
    };
  }
  const states = async (made: Offer) =>
    (await ops.get(`/expert-questions?propositionId=${made.propositionId}&sort=askedAt`)).body.items.map(
      ({ mailState }: Json) => mailState,
    );

  test('is mailed once, with an address to answer to; the same page sent twice is one question', async () => {
    const made = await offer(app, ops);
    await furnish(ops, made, { peers: 0 });
    const body = { question: 'Who counts?\nAnd when?', email: 'buyer@app.example', name: 'A Buyer', once: uuid(1) };
    const replies = await Promise.all([1, 2, 3].map(() => ask(made, body)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(replies[0]!.body).toEqual({ expert: 'Andrew Fuller', replyWithinHours: 24 });
    const [one, two] = [sweep(), sweep()];
    await Promise.all([one.mail.send(), two.mail.send()]);
    await one.mail.send();
    expect(mail.accepted).toHaveLength(1);
    const [{ recipient, parsed }] = mail.accepted as [(typeof mail.accepted)[0]];
    expect(recipient).toBe('andrew.fuller@northwind.example');
    expect(parsed.replyTo!.value[0]!.address).toBe('buyer@app.example');
    expect(parsed.text).toContain('Who counts?\nAnd when?');
    expect(await states(made)).toEqual(['sent']);
    await Promise.all([one.lock.release(), two.lock.release()]);
  });

  test('is due by what the expert promised, listed as overdue after it, and answered once', async () => {
    const made = await offer(app, ops);
    await furnish(ops, made, { peers: 0 });
    await ask(made, { question: 'Who counts?', email: 'buyer@app.example' });
    const list = async (state: string) =>
      (await ops.get(`/expert-questions?state=${state}&propositionId=${made.propositionId}`)).body.items;
    const [open] = await list('open');
    expect(new Date(open.dueAt).getTime() - new Date(open.askedAt).getTime()).toBe(24 * 3_600_000);
    await app.travel(25);
    expect(await list('open')).toEqual([]);
    expect(await list('overdue')).toMatchObject([{ id: open.id, state: 'overdue' }]);
    const other = await app.as('manager', 'sales');
    const [first, second] = await Promise.all([
      ops.post(`/expert-questions/${open.id}/answer`, { answer: 'The driver does.' }),
      other.post(`/expert-questions/${open.id}/answer`, { answer: 'The driver does.' }),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body.answeredBy).toBe(second.body.answeredBy);
    expect(await list('open,overdue')).toEqual([]);
    await app.sql('DELETE FROM clock');
  });

  test('is seen by a rep only where the organization is theirs, or the question', async () => {
    const made = await offer(app, ops);
    await furnish(ops, made, { peers: 0 });
    await ask(made, { question: 'Who counts?', email: 'buyer@app.example' });
    const [{ id }] = (await ops.get(`/expert-questions?propositionId=${made.propositionId}`)).body.items;
    const path = `/expert-questions?propositionId=${made.propositionId}`;
    expect((await rep.get(path)).body.items).toEqual([]);
    expect((await rep.post(`/expert-questions/${id}/answer`, {})).status).toBe(403);
    await ops.put(`/propositions/${made.propositionId}/expert`, {
      userId: rep.id,
      displayName: 'R',
      title: 'Rep',
      email: 'r@n.example',
    });
    expect((await rep.get(path)).body.items).toMatchObject([{ id }]);
    expect((await rep.post(`/expert-questions/${id}/answer`, {})).status).toBe(200);
  });

  test('waits for an expert to be named, and for one who has left', async () => {
    const made = await offer(app, ops);
    expect((await ask(made, { question: 'Anybody?', email: 'a@app.example' })).body).toEqual({
      expert: null,
      replyWithinHours: 24,
    });
    const { mail: sender, lock } = sweep();
    await sender.send();
    expect(await states(made)).toEqual(['queued']);
    const leaver = await app.as('manager', 'sales');
    const named = { displayName: 'Leaver', title: 'x', email: 'leaver@n.example' };
    await ops.put(`/propositions/${made.propositionId}/expert`, { ...named, userId: leaver.id });
    await app.sql("UPDATE app_user SET state = 'disabled' WHERE id = $1", [leaver.id]);
    await sender.send();
    expect(await states(made)).toEqual(['queued']);
    expect(await show(made)).not.toContain('Leaver');
    await furnish(ops, made, { peers: 0 });
    await sender.send();
    expect(mail.accepted.map(({ recipient }) => recipient)).toEqual(['andrew.fuller@northwind.example']);
    await lock.release();
  });

  test('whose mail server is not there is mailed later; one that is refused is listed, mended and sent', async () => {
    const made = await offer(app, ops);
    await furnish(ops, made, { peers: 0 });
    await ask(made, { question: 'Who counts?', email: 'a@app.example' });
    const gone = new SmtpTransport(smtpServerOf('smtp://127.0.0.1:1'));
    const { mail: early, lock } = sweep(gone);
    await early.send();
    expect(await states(made)).toEqual(['queued']);
    await app.travel(1);
    mail.refuse = () => '550 no such user';
    const { mail: sender, lock: own } = sweep();
    await sender.send();
    expect(await states(made)).toEqual(['bounced']);
    mail.refuse = () => undefined;
    const [{ id }] = (await ops.get(`/expert-questions?propositionId=${made.propositionId}`)).body.items;
    expect((await rep.post(`/expert-questions/${id}/mail-settlement`, { result: 'not_sent' })).status).toBe(403);
    expect((await ops.post(`/expert-questions/${id}/mail-settlement`, { result: 'not_sent' })).status).toBe(200);
    await sender.send();
    expect(await states(made)).toEqual(['sent']);
    expect((await ops.post(`/expert-questions/${id}/mail-settlement`, { result: 'sent' })).status).toBe(409);
    await app.sql('DELETE FROM clock');
    await Promise.all([gone.close(), lock.release(), own.release()]);
  });

  test('whose mail server dies after the dot is unknown, and not mailed again before a person says so', async () => {
    const made = await offer(app, ops);
    await furnish(ops, made, { peers: 0 });
    await ask(made, { question: 'Who counts?', email: 'a@app.example' });
    mail.hangUp = () => true;
    const { mail: sender, lock } = sweep();
    await sender.send();
    expect(await states(made)).toEqual(['unknown']);
    mail.hangUp = () => false;
    await sender.send();
    expect(mail.accepted).toHaveLength(1);
    await lock.release();
  });

  test('whose sender dies in mid-send is unknown, once its lock is free and not before', async () => {
    const made = await offer(app, ops);
    await furnish(ops, made, { peers: 0 });
    await ask(made, { question: 'Who counts?', email: 'a@app.example' });
    mail.delay = 60_000;
    const dying = sweep();
    const sending = dying.mail.send().catch(() => undefined);
    while ((await states(made))[0] !== 'sending') await new Promise((resolve) => setTimeout(resolve, 10));
    const other = sweep();
    await other.mail.send();
    expect(await states(made)).toEqual(['sending']);
    // as a kill does: the lock goes with its connection, and nobody is left to report
    await app.sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'overture locks' AND datname = current_database() AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND (classid::bigint << 32 | objid::bigint) = (SELECT owner_key FROM expert_question WHERE proposition_id = $1))",
      [made.propositionId],
    );
    while ((await states(made))[0] === 'sending') await other.mail.send();
    expect(await states(made)).toEqual(['unknown']);
    await mail.close();
    await sending;
    // what the dead one believes does not count any more
    expect(await states(made)).toEqual(['unknown']);
    await Promise.all([dying.lock.release(), other.lock.release()]);
  });

  test('is refused where it is none, has no address or comes too often', async () => {
    const made = await offer(app, ops);
    expect((await ask(made, { email: 'a@app.example' })).body.code).toBe('question_missing');
    for (const body of [
      { question: 'x', email: 'nonsense' },
      { question: 'x' },
      { question: 'x'.repeat(2001), email: 'a@b.example' },
      { question: 'x', email: 'a@b.example', name: 'A\r\nBcc: x@y.example' },
      { question: 'x', email: 'a@b.example', propositionId: uuid(1) },
      { question: ['x'], email: 'a@b.example' },
    ])
      expect((await ask(made, body)).status).toBe(422);
    const one = visitor();
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++)
      statuses.push((await ask(made, { question: `${n}`, email: 'a@b.example' }, one)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
    expect((await ask(made, { question: 'x', email: 'a@b.example' })).status).toBe(200);
  });
});

describe('an expert', () => {
  test('is an active user, named by authors and sales ops, with a number that can be dialled', async () => {
    const made = await offer(app, ops);
    const path = `/propositions/${made.propositionId}/expert`;
    const named = { userId: ops.id, displayName: 'Andrew', title: 'Head', email: 'a@n.example' };
    expect((await ops.get(path)).status).toBe(404);
    expect((await rep.put(path, named)).status).toBe(403);
    expect((await ops.put(path, { ...named, phone: '12' })).status).toBe(422);
    expect((await ops.put(path, { ...named, userId: uuid(1) })).status).toBe(422);
    expect((await ops.put(path, { ...named, replyWithinHours: 48 })).body).toMatchObject({
      replyWithinHours: 48,
      namedBy: ops.id,
    });
    expect(await show(made)).toContain('Answers within 2 days.');
    expect((await ops.delete(path)).status).toBe(204);
    expect(await show(made)).not.toContain('Andrew');
  });
});

describe('views', () => {
  const beacon = (made: Offer, body: string, headers: object) =>
    app.nobody.post(`//p/${made.slug}/view`, body, { ...FORM, ...visitor(), ...headers } as never);
  const counted = async (made: Offer) =>
    (await ops.get(`/propositions/${made.propositionId}/page-views`)).body.items
      .map(({ role, kind, views }: Json) => `${kind} ${role} ${views}`)
      .sort();

  test('are counted by day, role and kind, and nothing is kept of who looked', async () => {
    const made = await offer(app, ops);
    await Promise.all(Array.from({ length: 5 }, () => beacon(made, 'role=economic_buyer&automated=', PERSON)));
    await beacon(made, 'role=', PERSON);
    await beacon(made, 'role=<script>', PERSON);
    expect(await counted(made)).toEqual(['person  2', 'person economic_buyer 5']);
    const columns = await app.sql<Json>(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'page_view' ORDER BY ordinal_position",
    );
    expect(columns.map(({ name }) => name)).toEqual(['id', 'proposition_id', 'day', 'role', 'kind', 'views']);
  });

  test.each([
    [
      'a crawler',
      { ...PERSON, 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
      '',
    ],
    [
      'a headless browser',
      {
        ...PERSON,
        'user-agent':
          'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/143.0.0.0 Safari/537.36',
      },
      '',
    ],
    ['a browser that says it is driven', PERSON, '1'],
    ['a browser that loads ahead', { ...PERSON, 'sec-purpose': 'prefetch;prerender' }, ''],
    ['a program', { 'user-agent': 'curl/8.5.0', 'accept-language': 'en' }, ''],
    ['who says nothing', { 'user-agent': '', 'accept-language': '' }, ''],
  ])('of %s are told apart from those of people', async (_, headers, automated) => {
    const made = await offer(app, ops);
    expect((await beacon(made, `role=&automated=${automated}`, headers)).status).toBe(204);
    expect(await counted(made)).toEqual(['scanner  1']);
  });

  test('of what is not there count nothing, and a flood of them is stopped', async () => {
    const made = await offer(app, ops);
    expect((await app.nobody.post('//p/nothing-here/view', 'role=', { ...FORM, ...PERSON, ...visitor() })).status).toBe(
      204,
    );
    const one = visitor();
    const statuses = new Set<number>();
    for (let n = 0; n < 70; n++) statuses.add((await beacon(made, 'role=', { ...PERSON, ...one })).status);
    expect(statuses).toEqual(new Set([204, 429]));
    expect(await counted(made)).toEqual(['person  60']);
  });
});
