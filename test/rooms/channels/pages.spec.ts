import { Links } from '../../../src/channels/pages/links.js';
import { PAGE_LANGUAGES } from '../../../src/channels/pages/html/reader.js';
import { CHOICES } from '../../../src/channels/pages/response.entity.js';
import { Clock } from '../../../src/platform/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { everything } from '../../support/everything.js';
import { FRENCH, furnish, GERMAN, offer, TEXT, type Offer } from '../../support/offer.js';

const DAY = 86_400_000;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_PLEASE = { accept: 'application/json' };
const HOSTILE = `<script>alert(1)</script><img src=x onerror="alert(2)">"'&{{7*7}}`;

let app: Installation;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
});
afterAll(() => app.close());

async function linkOf({ enrolmentId }: Offer, purpose: 'respond' | 'stop' = 'respond'): Promise<string> {
  const url = app.get(Links).url(purpose, enrolmentId, await app.get(Clock).now());
  return `//r/${url.split('/r/')[1]!}`;
}
const answer = async (made: Offer, body: object, query = '') =>
  app.nobody.post<Json>(`${await linkOf(made)}${query}`, body, JSON_PLEASE);
const read = (path: string, headers: Record<string, string> = {}) =>
  app.nobody.send<string>('GET', path, undefined, headers);
const enrolment = async ({ enrolmentId }: Offer) =>
  (await app.sql<Json>('SELECT * FROM enrolment WHERE id = $1', [enrolmentId]))[0];
const said = ({ enrolmentId }: Offer) =>
  app.sql<Json>('SELECT * FROM conversation WHERE enrolment_id = $1 ORDER BY recorded_at, id', [enrolmentId]);
const tasks = ({ organizationId }: Offer) =>
  app.sql<Json>('SELECT kind, state, title, rep_id FROM task WHERE organization_id = $1 ORDER BY created_at, id', [
    organizationId,
  ]);
const own = (made: Offer, rep: Person) =>
  app.sql('INSERT INTO ownership (organization_id, rep_id) VALUES ($1, $2)', [made.organizationId, rep.id]);

describe('the catalogue of words', () => {
  const leaves = (of: object, path = ''): [string, unknown][] =>
    Object.entries(of).flatMap(([name, value]): [string, unknown][] =>
      value !== null && typeof value === 'object' ? leaves(value as object, `${path}${name}.`) : [[path + name, value]],
    );
  test.each(['de', 'fr'] as const)(
    'has in %s every key of the English one, with as many blanks, and no empty text',
    (tongue) => {
      const english = new Map(leaves(PAGE_LANGUAGES.en));
      const other = new Map(leaves(PAGE_LANGUAGES[tongue]));
      expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [key, value] of other) {
        const twin = english.get(key);
        expect([key, typeof value]).toEqual([key, typeof twin]);
        if (typeof value === 'function') expect([key, value.length]).toEqual([key, (twin as () => string).length]);
        else expect([key, String(value).trim()]).not.toEqual([key, '']);
      }
    },
  );
});

describe('a public page', () => {
  test('of any kind changes nothing when it is looked at, by GET and by HEAD', async () => {
    const made = await offer(app, ops);
    await furnish(ops, made);
    const respond = await linkOf(made);
    const paths = [
      respond,
      `${respond}?lang=de`,
      `${respond}?choice=stop`,
      await linkOf(made, 'stop'),
      `${respond}x`,
      `//p/${made.slug}`,
      `//p/${made.slug}?role=economic_buyer&lang=fr`,
      `//p/${made.slug}?version=1`,
      `//p/${made.slug}/questions`,
      `//p/${made.slug}/view`,
      '//p/view.js',
      '//p/nothing-here',
    ];
    const before = await everything(app);
    for (const method of ['GET', 'HEAD'])
      for (const path of paths) expect((await app.nobody.send(method, path)).status).toBeLessThan(500);
    expect(await everything(app)).toEqual(before);
  });

  test.each([
    ['asked for in the address', '?lang=de', 'fr', 'fr', 'de'],
    ['known of the person', '', 'de', 'fr', 'de'],
    ['of the browser', '', null, 'fr-CH, en;q=0.5', 'fr'],
    ['of a region', '', 'de-AT', 'en', 'de'],
    ['that nobody wrote', '', null, 'pl, nl;q=0.8', 'en'],
    ['that is nonsense', '?lang=%00%3Cscript%3E', '!!', ';;;,,,', 'en'],
  ])('speaks the language %s', async (_, query, ofContact, browser, tongue) => {
    const made = await offer(app, ops);
    await app.sql('UPDATE contact SET language = $2 WHERE id = $1', [made.contactId, ofContact]);
    const { body } = await read(`${await linkOf(made)}${query}`, { 'accept-language': browser });
    const title = { de: GERMAN.title, fr: FRENCH.title, en: TEXT.title }[tongue]!;
    expect(body).toContain(`<html lang="${tongue}">`);
    expect(body).toContain(`<h1>${title}</h1>`);
    expect(body).toContain(PAGE_LANGUAGES[tongue as 'de'].choices.question.replace("'", '&#39;'));
    expect(body).toMatch(/href="\?lang=en"/);
  });

  test('shows what is not translated as it was written, and says in which language', async () => {
    const made = await offer(app, ops);
    const { body } = await read(`//p/${made.slug}?lang=fr&role=economic_buyer`);
    expect(body).toContain('<html lang="fr">');
    expect(body).toContain(FRENCH.promise);
    expect(body).toMatch(new RegExp(`<div lang="en">\\s*<p>${TEXT.lenses.economic_buyer}`));
    expect(body).toMatch(new RegExp(`<div lang="en">\\s*<p>${TEXT.versusNothing}`));
  });

  test('speaks a language that only the translation knows', async () => {
    const made = await offer(app, ops);
    await ops.put(`/versions/${made.versionId}/translations/es`, { ...FRENCH, title: 'Llenamos su almacén' });
    const { body } = await read(`//p/${made.slug}?lang=es`, { 'accept-language': 'de' });
    expect(body).toContain('<html lang="de">');
    expect(body).toMatch(/<div lang="es">\s*<h1>Llenamos su almacén<\/h1>/);
    expect(body).toMatch(/lang="es"[^>]*>Español</);
  });

  test.each(['en', 'de', 'fr'] as const)('of every kind is there in %s', async (tongue) => {
    const made = await offer(app, ops);
    await furnish(ops, made);
    const words = PAGE_LANGUAGES[tongue];
    const shown = async (path: string) => (await read(`${path}?lang=${tongue}`)).body;
    const escaped = (text: string) => text.replaceAll("'", '&#39;');
    expect(await shown(await linkOf(made))).toContain(escaped(words.choices.stopCampaign));
    expect(await shown(await linkOf(made, 'stop'))).toContain(escaped(words.unsubscribe.text));
    expect(await shown(`${await linkOf(made)}x`)).toContain(escaped(words.problem.linkBroken));
    expect(await shown('//p/nowhere')).toContain(escaped(words.problem.gone));
    expect(await shown(`//p/${made.slug}`)).toContain(escaped(words.page.peersHint));
    for (const choice of CHOICES) {
      const day = new Date(Date.now() + 90 * DAY).toISOString().slice(0, 10);
      const body = `choice=${choice}&words=Warum&notBefore=${day}&name=Ana&email=ana%40app.example`;
      const reply = await app.nobody.post<string>(`${await linkOf(made)}?lang=${tongue}`, body, FORM);
      expect([choice, reply.status]).toEqual([choice, 200]);
      expect(reply.body).toContain(`<html lang="${tongue}">`);
      expect(reply.body).toContain('role="status"');
      expect(reply.body).not.toMatch(/undefined|NaN|Invalid|\[object/);
    }
  });

  test('may run nothing but itself, is kept by nobody and sets no cookie', async () => {
    const made = await offer(app, ops);
    for (const [path, script] of [
      [await linkOf(made), false],
      [`//p/${made.slug}`, true],
      ['//p/nowhere', false],
    ] as const) {
      const { headers, body } = await read(path);
      const policy = headers['content-security-policy']!;
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:;/);
      expect(policy).toContain("form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(policy.includes('script-src')).toBe(script);
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
      expect(headers['set-cookie']).toBeUndefined();
      expect(body).not.toMatch(/ on\w+=| style=|<script(?! src="view\.js")/);
    }
  });

  test('refuses what is too large to be a form', async () => {
    const made = await offer(app, ops);
    const large = `choice=interested&words=${'x'.repeat(70_000)}`;
    expect((await app.nobody.post(await linkOf(made), large, FORM)).status).toBe(413);
    expect((await app.nobody.post(`//p/${made.slug}/questions`, large, FORM)).status).toBe(413);
    expect((await app.nobody.post(`//p/${made.slug}/view`, large, FORM)).status).toBe(413);
  });
});

describe('an answer', () => {
  test('"I have a question" rests the play until it is due, is kept for the expert, and tells the rep who owns the organization', async () => {
    const made = await offer(app, ops);
    await furnish(ops, made, { peers: 0 });
    const rep = await app.as('rep', 'sales');
    await own(made, rep);
    const reply = await app.nobody.post<string>(
      await linkOf(made),
      'choice=ask_expert&words=Who+counts%3F&name=&email=',
      FORM,
    );
    expect(reply.body).toContain('Andrew Fuller answers you directly within 24 hours.');
    expect(await enrolment(made)).toMatchObject({ state: 'paused', reason: 'not_before', ended_at: null });
    const [record] = await said(made);
    expect(record).toMatchObject({ disposition: 'connected_callback', interest: 'curious', verbatim: 'Who counts?' });
    const { body } = await rep.get('/expert-questions?state=open');
    expect(body.items).toMatchObject([
      { question: 'Who counts?', enrolmentId: made.enrolmentId, conversationId: record.id, mailState: 'queued' },
    ]);
    expect(await tasks(made)).toEqual([
      { kind: 'notice', state: 'open', title: expect.stringContaining('asked Andrew Fuller'), rep_id: rep.id },
    ]);
    // nobody else's preference is touched by it
    expect(await app.sql('SELECT not_before FROM contact WHERE id = $1', [made.contactId])).toEqual([
      { not_before: null },
    ]);
  });

  test('a notice is closed by having seen it', async () => {
    const made = await offer(app, ops);
    await furnish(ops, made, { peers: 0 });
    const rep = await app.as('rep', 'sales');
    await own(made, rep);
    await answer(made, { choice: 'ask_expert', words: 'Who counts?' });
    const { body: claim } = await rep.post('/claims', {});
    expect(claim.kind).toBe('notice');
    const close = { taskId: claim.id, fence: claim.fence };
    expect((await rep.post('/task-resolutions', { ...close, resolution: 'resume' })).status).toBe(422);
    expect((await rep.post('/task-resolutions', { ...close, resolution: 'seen' })).status).toBe(201);
  });

  test('"I have a question" without one, or of an expert whom nobody named', async () => {
    const made = await offer(app, ops);
    expect(await answer(made, { choice: 'ask_expert' })).toMatchObject({
      status: 422,
      body: { code: 'question_missing' },
    });
    expect((await answer(made, { choice: 'ask_expert', words: 'Anybody there?' })).status).toBe(200);
    const { body } = await ops.get(`/expert-questions?propositionId=${made.propositionId}`);
    expect(body.items).toMatchObject([{ question: 'Anybody there?', mailState: 'queued', recipient: null }]);
    // somebody must notice
    expect(await tasks(made)).toMatchObject([{ kind: 'notice', title: expect.stringContaining('none is named') }]);
  });

  test('"interested" opens a task for whoever is to talk to them', async () => {
    const made = await offer(app, ops);
    await answer(made, { choice: 'interested' });
    expect(await tasks(made)).toMatchObject([{ kind: 'reply', state: 'open' }]);
  });

  test('and all that the person says later leave the decision on waiting colleagues with a rep', async () => {
    const made = await offer(app, ops, { peopleEach: 2 });
    await app.sql(
      `INSERT INTO enrolment (campaign_id, contact_id, organization_id, role, shard, state)
       SELECT $1, contact_id, organization_id, 'decision_maker', 0, 'active' FROM snapshot_contact WHERE snapshot_id = $2 AND contact_id <> $3`,
      [made.campaignId, made.snapshotId, made.contactId],
    );
    const open = async () =>
      (await tasks(made))
        .filter(({ state }) => state === 'open')
        .map(({ kind }) => kind)
        .sort();
    await answer(made, { choice: 'interested' });
    expect(await open()).toEqual(['colleague_replied', 'reply']);
    // to the buyer's own second thoughts …
    await answer(made, { choice: 'not_a_fit', words: 'No, after all.' });
    expect(await open()).toEqual(['colleague_replied']);
    await answer(made, { choice: 'interested' });
    // … and to the talk that a rep has with them
    const rep = await app.as('rep', 'sales');
    await own(made, rep);
    await app.sql("UPDATE task SET rep_id = $2 WHERE organization_id = $1 AND state = 'open'", [
      made.organizationId,
      rep.id,
    ]);
    const [reply] = await app.sql<Json>(
      "UPDATE task SET state = 'claimed', claimed_by = $2, fence = fence + 1, lease_until = clock_timestamp() + interval '1 hour' WHERE organization_id = $1 AND kind = 'reply' AND state = 'open' RETURNING id, fence",
      [made.organizationId, rep.id],
    );
    const record = { disposition: 'connected_meeting_set', sentiment: 'positive' };
    expect((await rep.post('/conversations', { taskId: reply.id, fence: reply.fence, ...record })).status).toBe(201);
    expect(await open()).toEqual(['colleague_replied']);
  });

  test('"not a fit" keeps the reasons that were ticked, and the words', async () => {
    const made = await offer(app, ops);
    const body = 'choice=not_a_fit&because=no_need&because=loss_of_control&because=no_need&words=We+sell+online.';
    expect((await app.nobody.post(await linkOf(made), body, FORM)).status).toBe(200);
    expect(await enrolment(made)).toMatchObject({ state: 'finished', reason: 'not_a_fit' });
    const [record] = await said(made);
    expect(record.verbatim).toBe('We sell online.');
    expect(
      await app.sql('SELECT code FROM objection WHERE conversation_id = $1 ORDER BY position, code', [record.id]),
    ).toEqual([{ code: 'no_need' }, { code: 'loss_of_control' }]);
    expect((await answer(made, { choice: 'not_a_fit', because: ['nonsense'] })).status).toBe(422);
  });

  test('one reason alone, as a form sends it', async () => {
    const made = await offer(app, ops);
    expect((await app.nobody.post(await linkOf(made), 'choice=not_a_fit&because=budget', FORM)).status).toBe(200);
    const [record] = await said(made);
    expect(await app.sql('SELECT code FROM objection WHERE conversation_id = $1', [record.id])).toEqual([
      { code: 'budget' },
    ]);
  });

  test('"no more about this" ends this campaign and nothing else, and no colleague waits for it', async () => {
    const made = await offer(app, ops, { peopleEach: 2 });
    await app.sql(
      `INSERT INTO enrolment (campaign_id, contact_id, organization_id, role, shard, state)
       SELECT $1, contact_id, organization_id, 'decision_maker', 0, 'active' FROM snapshot_contact WHERE snapshot_id = $2 AND contact_id <> $3`,
      [made.campaignId, made.snapshotId, made.contactId],
    );
    expect((await answer(made, { choice: 'stop_campaign' })).status).toBe(200);
    expect(await enrolment(made)).toMatchObject({ state: 'opted_out' });
    expect(await app.sql('SELECT FROM suppression WHERE value = $1', [made.contactId])).toEqual([]);
    expect(
      await app.sql('SELECT state FROM enrolment WHERE campaign_id = $1 AND id <> $2', [
        made.campaignId,
        made.enrolmentId,
      ]),
    ).toEqual([{ state: 'active' }]);
    // and then everything: the last word counts
    expect((await answer(made, { choice: 'stop' })).status).toBe(200);
    expect(await app.sql('SELECT reason FROM suppression WHERE value = $1', [made.contactId])).toEqual([
      { reason: 'unsubscribe' },
    ]);
  });

  test('"wrong person" with an address alone names them after it, and says so to the owner', async () => {
    const made = await offer(app, ops);
    const reply = await app.nobody.post<string>(
      await linkOf(made),
      'choice=wrong_person&name=&email=ana.trujillo%40app.example',
      FORM,
    );
    expect(reply.body).toContain('We ask Ana Trujillo instead');
    expect(
      await app.sql(
        'SELECT c.name, c.email FROM enrolment e JOIN contact c ON c.id = e.contact_id WHERE e.campaign_id = $1 AND late',
        [made.campaignId],
      ),
    ).toEqual([{ name: 'Ana Trujillo', email: 'ana.trujillo@app.example' }]);
    expect(await tasks(made)).toMatchObject([{ kind: 'notice', title: expect.stringContaining('named Ana Trujillo') }]);
  });

  test('"not before", taken back by another answer, binds nobody any more', async () => {
    const made = await offer(app, ops);
    const notBefore = new Date(Date.now() + 60 * DAY).toISOString().slice(0, 10);
    const wish = () => app.sql<Json>('SELECT not_before FROM contact WHERE id = $1', [made.contactId]);
    await answer(made, { choice: 'not_before', notBefore });
    expect((await wish())[0].not_before).toEqual(new Date(`${notBefore}T00:00:00Z`));
    await answer(made, { choice: 'interested' });
    expect((await wish())[0].not_before).toBeNull();
  });

  test('of two people who were forwarded the same page is two records; the last word counts', async () => {
    const made = await offer(app, ops);
    await furnish(ops, made, { peers: 0 });
    const both = await Promise.all([
      answer(made, { choice: 'interested', words: 'Yes, I am all for it.' }),
      answer(made, { choice: 'interested', words: 'So am I.' }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await answer(made, { choice: 'ask_expert', words: 'And I ask.', name: 'Ana', email: 'ana@app.example' });
    await answer(made, { choice: 'not_a_fit', words: 'I decide: no.' });
    const records = await said(made);
    expect(records.map(({ verbatim }) => verbatim).sort()).toEqual([
      'And I ask.',
      'I decide: no.',
      'So am I.',
      'Yes, I am all for it.',
    ]);
    expect(await enrolment(made)).toMatchObject({ state: 'finished', reason: 'not_a_fit' });
    const { body } = await ops.get(`/expert-questions?propositionId=${made.propositionId}`);
    expect(body.items).toMatchObject([{ name: 'Ana', replyAddress: 'ana@app.example' }]);
  });

  test('is possible on the page of a version that was withdrawn or replaced, which says so', async () => {
    const made = await offer(app, ops);
    await app.sql("UPDATE proposition_version SET state = 'retired', ended_at = app_now() WHERE id = $1", [
      made.versionId,
    ]);
    const { body } = await read(await linkOf(made));
    expect(body).toContain('We have withdrawn this since we wrote to you.');
    expect((await answer(made, { choice: 'not_now' })).status).toBe(200);
  });

  test('with hostile text in every field is shown and stored as text', async () => {
    const made = await offer(app, ops);
    const body = new URLSearchParams({ choice: 'wrong_person', name: HOSTILE, words: HOSTILE }).toString();
    const reply = await app.nobody.post<string>(
      `${await linkOf(made)}?lang=${encodeURIComponent(HOSTILE)}`,
      body,
      FORM,
    );
    expect(reply.status).toBe(200);
    expect(reply.body).not.toMatch(/<script|<img/);
    expect(reply.body).toContain('&lt;img src=x onerror=&quot;alert(2)&quot;&gt;');
  });
});
