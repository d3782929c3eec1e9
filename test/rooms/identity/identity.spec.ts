import { Installation, type Json, type Person } from '../../support/installation.js';

let app: Installation;
let admin: Person;

beforeAll(async () => {
  app = await Installation.open();
  admin = await app.as('admin', 'it');
});
afterAll(() => app.close());

test('nobody is let in without signing in', async () => {
  expect(await app.nobody.get('/users')).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
});

test('a role that is not named is refused, and nothing changes', async () => {
  const rep = await app.as('rep', 'sales');
  const before = await app.sql('SELECT count(*) FROM app_user');
  const answer = await rep.post('/users', { email: 'x@y.example', name: 'X', department: 'it', roles: ['admin'] });
  expect(answer).toMatchObject({ status: 403, body: { code: 'role_not_allowed' } });
  expect(await app.sql('SELECT count(*) FROM app_user')).toEqual(before);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await app.nobody.post('/tokens', { email: 'person1@overture.test', password: 'not the password' });
  const unknown = await app.nobody.post('/tokens', { email: 'nobody@overture.test', password: 'not the password' });
  expect(wrong.status).toBe(401);
  expect(unknown.body).toEqual(wrong.body);
});

test('every field that is wrong is named, and unknown fields are refused', async () => {
  const { status, body } = await admin.post('/users', {
    email: 'nope',
    name: '',
    department: 'it',
    roles: ['king'],
    shoeSize: 43,
  });
  expect(status).toBe(422);
  expect(new Set(body.errors.map((error: { field: string }) => error.field))).toEqual(
    new Set(['email', 'name', 'roles', 'shoeSize']),
  );
});

test('a repeated Idempotency-Key makes one user and gets the first answer; another body with it is refused', async () => {
  const facts = { email: 'once@overture.test', name: 'Once', department: 'it', roles: ['rep'] };
  const key = { 'idempotency-key': 'make-once' };
  const answers = await Promise.all([
    admin.post('/users', facts, key),
    admin.post('/users', facts, key),
    admin.post('/users', facts, key),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  expect((await admin.post('/users', { ...facts, name: 'Other' }, key)).body.code).toBe('idempotency_key_reused');
});

test('the later of two edits sees what changed instead of undoing the earlier', async () => {
  const rep = await app.as('rep', 'sales');
  expect((await admin.patch(`/users/${rep.id}`, { name: 'First' })).status).toBe(428);
  expect((await admin.patch(`/users/${rep.id}`, { name: 'First' }, { 'if-match': '"1"' })).body).toMatchObject({
    name: 'First',
    revision: 2,
  });
  expect(await admin.patch(`/users/${rep.id}`, { name: 'Second' }, { 'if-match': '"1"' })).toMatchObject({
    status: 409,
    body: { code: 'stale_edit', current: { name: 'First' } },
  });
});

test('the last administrator cannot be disabled', async () => {
  expect((await admin.patch(`/users/${admin.id}`, { state: 'disabled' }, { 'if-match': '"1"' })).body.code).toBe(
    'last_administrator',
  );
  expect((await admin.get('/sessions/current')).status).toBe(200);
});

test('the audit trail tells who changed what, before and after, and cannot be altered', async () => {
  const rep = await app.as('rep', 'sales');
  await admin.patch(`/users/${rep.id}`, { department: 'finance' }, { 'if-match': '"1"' });
  const { body } = await admin.get(`/audit-entries?entity=app_user&entityId=${rep.id}&action=update`);
  expect(body.items.filter((entry: Json) => entry.actor === admin.id)).toMatchObject([
    { before: { department: 'sales' }, after: { department: 'finance' } },
  ]);
  await expect(app.sql('DELETE FROM audit_entry')).rejects.toThrow('permission denied');
  await expect(app.asOwner('DELETE FROM audit_entry')).rejects.toThrow('append-only');
});

test('a listing pages through everything once, in either direction, and refuses what it does not know', async () => {
  for (const direction of ['', '-']) {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await admin.get(`/users?limit=2&sort=${direction}name${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map((user: { id: string }) => user.id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(Number((await app.sql('SELECT count(*) FROM app_user'))[0].count));
  }
  for (const bad of ['sort=name;drop table app_user', 'limit=0', 'cursor=xyz', 'shoeSize=43', "state=' OR 1=1"])
    expect((await admin.get(`/users?${encodeURI(bad)}`)).status).toBe(422);
});

test('a body nested ten thousand deep gets one clear answer', async () => {
  const deep = `{"email":"x@y.example","name":"X","department":"it","roles":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
  expect(await admin.post('/users', deep)).toMatchObject({ status: 422, body: { code: 'too_deep' } });
});

test('malformed JSON, an unknown path and a wrong id are problems, each with its code', async () => {
  expect(await admin.post('/users', '{"name": ')).toMatchObject({ status: 400, body: { code: 'bad_request' } });
  expect(await admin.get('/nowhere')).toMatchObject({
    status: 404,
    body: { code: 'not_found' },
    headers: { 'content-type': expect.stringContaining('application/problem+json') },
  });
  expect((await admin.get("/users/' OR 1=1")).status).toBe(404);
});

test('a view of a list is one’s own or everybody’s, and forgotten by its owner or an administrator', async () => {
  const [one, other, admin] = await Promise.all([app.as('rep'), app.as('rep'), app.as('admin')]);
  const view = { list: 'organizations', name: 'Berlin', filters: { city: 'Berlin' } };
  const own = await one.post('/saved-views', view);
  expect(own).toMatchObject({ status: 201, body: { shared: false, filters: { city: 'Berlin' } } });
  const names = async (who: Person) =>
    (await who.get('/saved-views/organizations')).body.items.map((each: Json) => each.name);
  expect([await names(one), await names(other)]).toEqual([['Berlin'], []]);
  expect((await other.delete(`/saved-views/${own.body.id}`)).status).toBe(404);
  // the same name again is the same view
  const again = await one.post('/saved-views', { ...view, filters: { city: 'Bonn' }, shared: true });
  expect(again.body).toMatchObject({ id: own.body.id, filters: { city: 'Bonn' } });
  expect(await names(other)).toEqual(['Berlin']);
  expect((await other.delete(`/saved-views/${own.body.id}`)).body.code).toBe('not_your_view');
  expect((await admin.delete(`/saved-views/${own.body.id}`)).status).toBe(204);
  expect(await names(one)).toEqual([]);
  expect((await one.post('/saved-views', { ...view, filters: { city: 7 } })).status).toBe(422);
});
