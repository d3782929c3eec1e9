import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { project } from '../../support/project.js';
import { Importer, Suppressions } from '../../../src/accounts/index.js';
import { Duplicates } from '../../../src/accounts/merging/duplicates.js';
import { Enrolments } from '../../../src/campaigns/index.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { EMAIL, world } from '../../support/world.js';

let app: Installation;
let ops: Person;
let admin: Person;
let organizationId: string;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  admin = await app.as('admin', 'management');
});
afterAll(() => app.close());
beforeEach(async () => {
  organizationId = (await ops.post<Json>('/organizations', { name: `Quay ${randomUUID()}` })).body.id;
});
afterEach(() => app.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'"));

const fresh = () => `${randomUUID()}@quay.example`;
async function made(facts: Json = {}): Promise<Json> {
  const answer = await ops.post<Json>('/contacts', { name: 'Ines Okafor', email: fresh(), organizationId, ...facts });
  expect(answer.status).toBe(201);
  return answer.body;
}
const get = async (id: string): Promise<Json> => (await ops.get<Json>(`/contacts/${id}`)).body;
const merge = (id: string, otherId: string, more: object = {}) =>
  ops.post<Json>(`/contacts/${id}/merges`, { otherId, ...more });
const undo = (id: string, mergeId: string) => ops.post<Json>(`/contacts/${id}/merges/${mergeId}/undo`);
const jobs = async (id: string): Promise<Json[]> => (await ops.get<Json>(`/contacts/${id}/employments`)).body.items;
const suppressed = (id: string) => app.transaction((manager) => app.get(Suppressions).stands(manager, id));

async function campaignOf(contactIds: string[]): Promise<{ campaignId: string; enrolments: Json[] }> {
  const { campaignId } = await world(app, { steps: [EMAIL('intro'), EMAIL('second')] });
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  for (const contactId of contactIds)
    await app.transaction((manager) =>
      app.get(Enrolments).addLate(manager, { campaignId, contactId, organizationId, role: 'decision_maker' }),
    );
  return { campaignId, enrolments: await enrolled(campaignId, contactIds) };
}
const enrolled = (campaignId: string, contactIds: string[]) =>
  app.sql<Json>(
    `SELECT id, contact_id, state, reason, merged_from FROM enrolment
      WHERE campaign_id = $1 AND contact_id = ANY($2) ORDER BY id`,
    [campaignId, contactIds],
  );

describe('a merge', () => {
  test('is shown before, moves all that there is, and keeps both names; old ids lead to the survivor', async () => {
    const one = await made({ externalId: `a-${randomUUID()}`, language: 'pt' });
    const elsewhere = (await ops.post<Json>('/organizations', { name: `Pier ${randomUUID()}` })).body.id;
    const other = await made({
      name: 'Okafor-Brandt, Ines',
      externalId: `b-${randomUUID()}`,
      phone: '+351 22 340 2000',
      preference: 'no_calls',
      organizationId: elsewhere,
    });
    await ops.post(`/organizations/${elsewhere}/buying-roles`, { contactId: other.id, role: 'champion' });
    await ops.post(`/contacts/${other.id}/consents`, { change: 'given', source: 'a fair', evidence: 'card' });
    const { campaignId } = await campaignOf([other.id]);
    const preview = await ops.post<Json>(`/contacts/${one.id}/merge-previews`, { otherId: other.id });
    expect(preview).toMatchObject({
      status: 200,
      body: {
        changes: { phone: '+351223402000', preference: 'no_calls' },
        moved: { employments: 1, buyingRoles: 1, consents: 1, enrolments: 1 },
      },
    });
    expect(preview.body.conflicts.map(({ field }: Json) => field)).toEqual(['name', 'email', 'externalId']);
    expect(await get(other.id)).toMatchObject({ id: other.id, mergedInto: null });

    const done = await merge(one.id, other.id);
    expect(done).toMatchObject({ status: 201, body: { survivorId: one.id, mergedId: other.id, undoneAt: null } });
    expect(await get(one.id)).toMatchObject({
      name: 'Ines Okafor',
      email: one.email,
      externalId: one.externalId,
      phone: '+351223402000',
      preference: 'no_calls',
      language: 'pt',
    });
    const redirect = await ops.get<Json>(`/contacts/${other.id}`);
    expect([redirect.status, redirect.body.id ?? redirect.headers.location]).toContainEqual(
      redirect.status === 302 ? `/api/v1/contacts/${one.id}` : one.id,
    );
    expect(await jobs(one.id)).toHaveLength(2);
    expect((await ops.get<Json>(`/contacts/${one.id}/consents`)).body.items).toHaveLength(1);
    expect((await ops.get<Json>(`/contacts/${one.id}/aliases`)).body.items).toMatchObject([
      { name: 'Okafor-Brandt, Ines', source: 'merge' },
    ]);
    expect(await enrolled(campaignId, [one.id, other.id])).toMatchObject([{ contact_id: one.id, state: 'pending' }]);
    expect((await ops.get<Json>(`/contacts?organizationId=${elsewhere}`)).body.items).toMatchObject([{ id: one.id }]);
    // by its id in the other system, and by its address, it is the survivor
    const sent = await ops.put<Json>(`/contacts/by-external-id/${other.externalId}`, {
      department: undefined,
      language: 'en',
    });
    expect(sent).toMatchObject({ status: 200, body: { id: one.id, externalId: one.externalId, language: 'en' } });
    const again = { name: 'Somebody', email: other.email };
    expect(await ops.post('/contacts', again)).toMatchObject({ status: 409, body: { contactId: one.id } });
    const audit = (await admin.get<Json>('/audit-entries?entity=contact_merge')).body.items;
    expect(audit[0]).toMatchObject({ action: 'insert', actor: ops.id });
  });

  test('an import attaches the address and the id of the merged record to the survivor', async () => {
    const [one, other] = [await made(), await made({ externalId: `x-${randomUUID()}` })];
    await merge(one.id, other.id);
    const file = `Contact ID,Name,Email\n,Ines O.,${other.email}\n${one.externalId ?? other.externalId},Ines Okafor,${one.email}\n`;
    const { body } = await ops.post<Json>('/imports?kind=contacts&filename=x.csv', Buffer.from(file), {
      'content-type': 'text/csv',
    });
    const mapping = Object.fromEntries(body.columns.map((column: Json) => [column.column, column.target]));
    await ops.put(`/imports/${body.id}/plan`, { mapping, key: 'email' });
    await ops.post(`/imports/${body.id}/run`);
    await app.get(Importer).work(body.id);
    expect((await ops.get<Json>(`/imports/${body.id}`)).body).toMatchObject({ created: 0, refused: 0 });
  });

  test('of two live enrolments of one campaign keeps the further one, and ends the other', async () => {
    const [one, other] = [await made(), await made()];
    const { campaignId, enrolments } = await campaignOf([one.id, other.id]);
    const further = enrolments.find(({ contact_id: id }) => id === other.id)!;
    await app.sql('UPDATE enrolment SET touches = 2 WHERE id = $1', [further.id]);
    const { body } = await merge(one.id, other.id);
    const after = await enrolled(campaignId, [one.id, other.id]);
    expect(after).toHaveLength(2);
    expect(after.find(({ id }) => id === further.id)).toMatchObject({ contact_id: one.id, reason: null });
    expect(after.find(({ id }) => id !== further.id)).toMatchObject({ state: 'excluded', reason: 'merged' });
    expect((await undo(one.id, body.id)).status).toBe(200);
    expect(await enrolled(campaignId, [one.id, other.id])).toMatchObject(
      enrolments.map(({ id, contact_id: contactId }) => ({
        id,
        contact_id: contactId,
        state: 'pending',
        merged_from: null,
      })),
    );
  });

  test('binds by every suppression and the stricter wish of either, also after it was undone', async () => {
    const [one, other] = [await made({ preference: 'no_email' }), await made({ preference: 'no_calls' })];
    await ops.post('/suppressions', { kind: 'contact', value: other.id, reason: 'competitor' });
    const { body } = await merge(one.id, other.id);
    expect(await suppressed(one.id)).toBe(true);
    expect(await get(one.id)).toMatchObject({ preference: 'we_contact_you' });
    await undo(one.id, body.id);
    expect([await suppressed(one.id), await suppressed(other.id)]).toEqual([true, true]);
    expect(await get(one.id)).toMatchObject({ preference: 'no_email' });
  });

  test('twice at once happens once, and of a circle one side', async () => {
    const [one, other] = [await made(), await made()];
    const before = await app.deadlocks();
    const answers = await Promise.all([merge(one.id, other.id), merge(one.id, other.id), merge(other.id, one.id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(await app.deadlocks()).toBe(before);
    expect((await merge(one.id, one.id)).status).toBe(422);
  });

  test('is for sales ops alone, and not with who was erased', async () => {
    const [one, other, gone] = [await made(), await made(), await made()];
    for (const role of ['rep', 'manager', 'executive', 'admin'])
      expect(
        (await (await app.as(role, 'sales')).post(`/contacts/${one.id}/merges`, { otherId: other.id })).status,
      ).toBe(403);
    await admin.post(`/contacts/${gone.id}/erasure`, { reason: 'Asked for it.' });
    expect((await merge(one.id, gone.id)).body).toMatchObject({ code: 'contact_erased' });
  });

  test('an erasure of the survivor erases the merged record, and what the merge kept of both', async () => {
    const [one, other] = [await made(), await made({ name: 'Zebedee Quill' })];
    const { body } = await merge(one.id, other.id, { take: ['name', 'email'] });
    expect((await admin.post(`/contacts/${one.id}/erasure`, { reason: 'Asked for it.' })).status).toBe(201);
    const [kept] = await app.sql<Json>('SELECT before, after FROM contact_merge WHERE id = $1', [body.id]);
    expect(kept).toEqual({ before: {}, after: {} });
    const left = await app.sql('SELECT name, email FROM contact WHERE id = ANY($1)', [[one.id, other.id]]);
    expect(left).toEqual([
      { name: 'Erased person', email: null },
      { name: 'Erased person', email: null },
    ]);
    expect((await undo(one.id, body.id)).status).toBe(409);
  });
});

describe('an undo', () => {
  test('gives back what moved, and leaves what changed since', async () => {
    const [one, other] = [await made(), await made({ phone: '+351 22 340 2111', language: 'pt' })];
    const { body } = await merge(one.id, other.id, { take: ['email'] });
    expect(await get(one.id)).toMatchObject({ email: other.email, phone: '+351223402111', language: 'pt' });
    const { revision } = await get(one.id);
    await ops.patch(`/contacts/${one.id}`, { language: 'en' }, { 'if-match': `"${revision}"` });
    // somebody else gets the address that was free
    await made({ name: 'Rui Costa', email: one.email });
    expect((await undo(one.id, body.id)).body.undoneAt).not.toBeNull();
    expect(await get(one.id)).toMatchObject({ phone: null, language: 'en' });
    expect(await get(other.id)).toMatchObject({ id: other.id, email: other.email, mergedInto: null });
    expect((await jobs(other.id)).filter(({ until }) => until === null)).toHaveLength(1);
    expect((await undo(one.id, body.id)).status).toBe(409);
  });

  test('of a merge whose survivor was merged in its turn comes after that one', async () => {
    const [one, two, three] = [await made(), await made(), await made()];
    const first = (await merge(two.id, one.id)).body;
    const second = (await merge(three.id, two.id)).body;
    expect((await app.sql<Json>('SELECT merged_into FROM contact WHERE id = $1', [one.id]))[0]!.merged_into).toBe(
      three.id,
    );
    expect((await undo(two.id, first.id)).status).toBe(409);
    expect((await undo(three.id, second.id)).status).toBe(200);
    expect((await undo(two.id, first.id)).status).toBe(200);
    expect(await get(one.id)).toMatchObject({ id: one.id, mergedInto: null });
  });

  test('is asked for at one of its two contacts', async () => {
    const [one, other, third] = [await made(), await made(), await made()];
    const { body } = await merge(one.id, other.id);
    expect(await undo(third.id, body.id)).toMatchObject({ status: 404, body: { code: 'contact_merge_not_found' } });
    expect((await get(one.id)).id).toBe(one.id);
    expect((await undo(other.id, body.id)).status).toBe(200);
  });

  test('is over after 30 days', async () => {
    const [one, other] = [await made(), await made()];
    const { body } = await merge(one.id, other.id);
    await app.sql("UPDATE contact_merge SET at = at - interval '31 days' WHERE id = $1", [body.id]);
    expect((await undo(one.id, body.id)).body).toMatchObject({ code: 'merge_not_undoable' });
  });
});

/** Columns that refer to a contact and stay with the merged record, and why. */
const STAYS: Record<string, string> = {
  'contact_duplicate.contact_id': 'a pair of records',
  'contact_duplicate.other_id': 'a pair of records',
  'contact_merge.merged_id': 'a pair of records',
  'contact_merge.survivor_id': 'a pair of records',
  'contact_pace.contact_id': 'the later one of the two is kept',
  'enrolment.merged_from': 'says which record it was of',
  'erasure.contact_id': 'an erased contact is not merged',
  'peer_pick.contact_id': 'counted for its month',
  'snapshot_contact.contact_id': 'frozen; a launch follows the merge',
  'verification_request.contact_id': 'the address is asked for anew',
};

test('whatever refers to a contact moves with a merge, or stays for a reason', async () => {
  const referring = await app.sql<{ column: string }>(
    `SELECT conrelid::regclass || '.' || a.attname AS column
       FROM pg_constraint JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1]
      WHERE contype = 'f' AND confrelid = 'contact'::regclass ORDER BY 1`,
  );
  const text = readdirSync(`${project}src`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(merge-\w+|moving\.sql)\.ts$/.test(file))
    .map((file) => readFileSync(`${project}src/${file}`, 'utf8'))
    .join('\n');
  const moves = (column: string): boolean => {
    const [table, name] = column.split('.');
    return new RegExp(`UPDATE ${table}(?: \\w+)?\\s+SET ${name} = \\$2\\s+WHERE ${name} = \\$1`).test(text);
  };
  const known = referring.map(({ column }) => column);
  expect(Object.keys(STAYS).filter((column) => !known.includes(column))).toEqual([]);
  expect(known.filter((column) => moves(column) === column in STAYS)).toEqual([]);
});

describe('likely duplicates', () => {
  const listed = async (ids: string[]): Promise<Json[]> => {
    await app.get(Duplicates).find(0);
    const found: Json[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: Json } = await ops.get<Json>(`/contact-duplicates${cursor ? `?cursor=${cursor}` : ''}`);
      found.push(...body.items);
      cursor = body.nextCursor;
    }
    return found.filter(({ contactId, otherId }) => ids.includes(contactId) && ids.includes(otherId));
  };

  test.each([
    [{ name: 'Jon Smith' }, { name: 'John Smith' }, 'like_name'],
    [{ name: 'Ines Okafor' }, { name: 'OKAFOR, Ines' }, 'like_name'],
    [{ name: 'Anna Müller', phone: '+49 30 5550101' }, { name: 'Mueller, Anna', phone: '+49305550101' }, 'same_phone'],
    [{ name: 'Anna Smith' }, { name: 'Bernd Smith' }, null],
    [
      { email: 'office@two.example' },
      { name: 'Rui Costa', email: 'office@two.example', sharedMailbox: true },
      'same_address',
    ],
  ])('%j and %j: %s', async (one, other, why) => {
    const ids = [(await made(one)).id, (await made(other)).id];
    const found = await listed(ids);
    expect(found.map((each) => each.why)).toEqual(why ? [why] : []);
  });

  test('the same number counts where the names are alike, also at two organizations', async () => {
    const elsewhere = (await ops.post<Json>('/organizations', { name: `Pier ${randomUUID()}` })).body.id;
    const one = await made({ name: 'Maya Lind', phone: '+46 8 555 010 77' });
    const other = await made({ name: 'Lind, M. Maya', phone: '+46855501077', organizationId: elsewhere });
    expect(await listed([one.id, other.id])).toMatchObject([{ why: 'same_phone' }]);
  });

  test('"not the same" is remembered, and what was merged or corrected is gone', async () => {
    const [one, other, third] = [await made(), await made(), await made()];
    const ids = [one.id, other.id, third.id];
    expect(await listed(ids)).toHaveLength(3);
    const dismissal = { contactId: other.id, otherId: one.id };
    expect((await ops.post('/contact-duplicates/dismissals', dismissal)).status).toBe(204);
    await app.sql('UPDATE contact SET updated_at = app_now() WHERE id = ANY($1)', [ids]);
    expect(await listed(ids)).toHaveLength(2);
    await merge(one.id, third.id);
    expect(await listed(ids)).toEqual([]);
    expect((await (await app.as('rep', 'sales')).get('/contact-duplicates')).status).toBe(403);
    expect((await ops.get('/contact-duplicates?cursor=x')).status).toBe(422);
  });
});
