import type { EntityManager } from 'typeorm';
import { openApi } from '../../src/platform/index.js';
import { Installation, type Json, type Person } from '../support/installation.js';
import { until } from '../support/programs.js';
import { world } from '../support/world.js';
import { attack } from './attack.js';

let app: Installation;
let ops: Person;
let owner: Person;
let stranger: Person;
let organizationId: string;
let contact: Json;
let taskId: string;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  owner = await app.as('rep', 'sales');
  stranger = await app.as('rep', 'sales');
  await world(app, { peopleEach: 1 });
  [{ id: organizationId }] = (await app.sql<Json>('SELECT id FROM organization LIMIT 1')) as [Json];
  [contact] = (await app.sql<Json>(
    'SELECT c.* FROM contact c JOIN employment e ON e.contact_id = c.id WHERE e.organization_id = $1',
    [organizationId],
  )) as [Json];
  await app.sql('INSERT INTO ownership (organization_id, rep_id) VALUES ($1, $2)', [organizationId, owner.id]);
  [{ id: taskId }] = (await app.sql<Json>(
    `INSERT INTO task (organization_id, contact_id, rep_id, kind, title, due_at)
     VALUES ($1, $2, $3, 'call', 'Call', app_now()) RETURNING id`,
    [organizationId, contact.id, owner.id],
  )) as [Json];
});
afterAll(() => app.close());

/** Every path of the API below the resource, with the method. */
function below(resource: string): { method: string; path: string }[] {
  const { paths } = openApi(app.application);
  return Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith(`/api/v1/${resource}/{id}`)
      ? Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path: path.replace('/api/v1', '') }))
      : [],
  );
}

describe('what belongs to a task of another rep', () => {
  test('is found by the test: a route below it is attacked as soon as it exists', () => {
    expect(below('tasks').map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/tasks/{id}', '/tasks/{id}/brief', '/tasks/{id}/lessons', '/tasks/{id}/snooze']),
    );
  });

  // the routes are those of the document, which is made once the application is there
  test('is refused on every path', async () => {
    const body = { until: new Date(Date.now() + 86_400_000).toISOString(), reason: 'not mine' };
    for (const { method, path } of below('tasks')) {
      const at = path.replace('{id}', taskId);
      const { status } = await stranger.send(method, at, method === 'GET' ? undefined : body);
      expect([method, path, status]).toEqual([method, path, 403]);
      if (method === 'GET') expect([path, (await owner.get(at)).status]).toEqual([path, 200]);
    }
  });

  attack('teaches nothing and is marked by nobody else', ['write', 'mark'], async (how) => {
    const lesson = (await ops.post<Json>('/lessons', { text: 'Ask first.' })).body;
    const { status } =
      how === 'write'
        ? await stranger.post('/lessons', { text: 'Not my task.', taskId })
        : await stranger.post(`/lessons/${lesson.id}/marks`, { taskId });
    expect(status).toBe(403);
  });
});

describe('an organization of another rep', () => {
  const unchanged = async (act: () => Promise<{ status: number }>) => {
    const state = () =>
      app.sql(
        `SELECT (SELECT count(*) FROM suppression) AS suppressions, (SELECT count(*) FROM consent) AS consents,
                (SELECT count(*) FROM employment) AS employments, (SELECT count(*) FROM buying_role) AS roles,
                (SELECT to_jsonb(c) FROM contact c WHERE id = $1) AS contact`,
        [contact.id],
      );
    const before = await state();
    expect((await act()).status).toBe(403);
    expect(await state()).toEqual(before);
  };

  attack(
    'is not changed by a rep',
    [
      'address',
      'consent',
      'role',
      'move',
      'job',
      'jobs end',
      'suppress',
      'suppress address',
      'suppress phone',
    ] as const,
    async (act) => {
      const [job] = (await app.sql<Json>('SELECT id FROM employment WHERE contact_id = $1', [contact.id])) as [Json];
      const acts: Record<typeof act, () => Promise<{ status: number }>> = {
        address: () => stranger.patch(`/contacts/${contact.id}`, { name: 'Mallory' }, { 'if-match': '"1"' }),
        consent: () =>
          stranger.post(`/contacts/${contact.id}/consents`, { change: 'withdrawn', source: 'x', evidence: 'y' }),
        role: () =>
          stranger.post(`/organizations/${organizationId}/buying-roles`, {
            contactId: contact.id,
            role: 'decision_maker',
          }),
        move: () => stranger.post(`/contacts/${contact.id}/employments`, { organizationId }),
        job: () => stranger.patch(`/employments/${job.id}`, { title: 'Intern' }),
        'jobs end': () => stranger.delete(`/employments/${job.id}`),
        suppress: () => stranger.post('/suppressions', { kind: 'contact', value: contact.id, reason: 'manual' }),
        'suppress address': () =>
          stranger.post('/suppressions', {
            kind: 'address',
            value: ` ${contact.email.toUpperCase()} `,
            reason: 'manual',
          }),
        'suppress phone': () =>
          stranger.post('/suppressions', {
            kind: 'phone',
            value: contact.phone.replace('+49', '+49 '),
            reason: 'manual',
          }),
      };
      await unchanged(acts[act]);
    },
  );

  test('is changed by its owner, by one who covers, and by sales ops', async () => {
    const change = (who: Person, revision: number) =>
      who.patch<Json>(`/contacts/${contact.id}`, { givenName: 'Maria' }, { 'if-match': `"${revision}"` });
    expect((await change(owner, 1)).status).toBe(200);
    expect((await change(ops, 2)).status).toBe(200);
    expect((await change(stranger, 3)).status).toBe(403);
    await app.sql(
      `INSERT INTO absence (user_id, cover_id, starts_at, ends_at)
       VALUES ($1, $2, app_now() - interval '1 hour', app_now() + interval '1 day')`,
      [owner.id, stranger.id],
    );
    expect((await change(stranger, 3)).status).toBe(200);
    await app.sql('DELETE FROM absence');
  });
});

describe('a right that is taken away while a write waits', () => {
  const rename = async (who: Person) => {
    const [{ revision }] = (await app.sql<Json>('SELECT revision FROM contact WHERE id = $1', [contact.id])) as [Json];
    return who.patch(`/contacts/${contact.id}`, { name: 'Too late' }, { 'if-match': `"${revision}"` });
  };
  /** Does the write while another transaction has changed something and not committed yet. */
  async function whileWaiting(who: Person, held: string, taken: (manager: EntityManager) => Promise<unknown>) {
    let answer!: Promise<{ status: number; body: Json }>;
    await app.transaction(async (manager) => {
      await manager.query(held, [held.includes('organization') ? organizationId : contact.id]);
      await taken(manager);
      answer = rename(who);
      await until('the write waits', async () => {
        const [waits] = await app.sql<{ n: number }>(
          "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        return waits!.n > 0;
      });
    });
    return answer;
  }

  attack(
    'does not count any more',
    ['the organization goes to another rep', 'the user is disabled', 'the user is no rep any more'] as const,
    async (how) => {
      const rep = await app.as('rep', 'sales');
      await app.sql('UPDATE ownership SET rep_id = $2 WHERE organization_id = $1', [organizationId, rep.id]);
      const acts: Record<typeof how, [string, string, unknown[]]> = {
        'the organization goes to another rep': [
          'SELECT FROM organization WHERE id = $1 FOR NO KEY UPDATE',
          'UPDATE ownership SET rep_id = $2 WHERE organization_id = $1',
          [organizationId, owner.id],
        ],
        'the user is disabled': [
          'SELECT FROM contact WHERE id = $1 FOR UPDATE',
          "UPDATE app_user SET state = 'disabled' WHERE id = $1",
          [rep.id],
        ],
        'the user is no rep any more': [
          'SELECT FROM contact WHERE id = $1 FOR UPDATE',
          "UPDATE app_user SET roles = '{executive}' WHERE id = $1",
          [rep.id],
        ],
      };
      const [held, text, values] = acts[how];
      const answer = await whileWaiting(rep, held, (manager) => manager.query(text, values));
      expect(answer.status).toBe(403);
      expect(await app.sql('SELECT name FROM contact WHERE id = $1', [contact.id])).not.toEqual([{ name: 'Too late' }]);
    },
  );

  test('one that is given or kept meanwhile counts', async () => {
    const rep = await app.as('rep', 'sales');
    const answer = await whileWaiting(rep, 'SELECT FROM organization WHERE id = $1 FOR NO KEY UPDATE', (manager) =>
      manager.query('UPDATE ownership SET rep_id = $2 WHERE organization_id = $1', [organizationId, rep.id]),
    );
    expect(answer.status).toBe(200);
    await app.sql('UPDATE ownership SET rep_id = $2 WHERE organization_id = $1', [organizationId, owner.id]);
  });

  test('who changes their own roles is not stopped by it', async () => {
    const admin = await app.as(['admin', 'manager'], 'management');
    const [{ revision }] = (await app.sql<Json>('SELECT revision FROM app_user WHERE id = $1', [admin.id])) as [Json];
    const change = await admin.patch(`/users/${admin.id}`, { roles: ['admin'] }, { 'if-match': `"${revision}"` });
    expect(change.status).toBe(200);
  });
});

describe('what takes many people out, or brings them back', () => {
  attack('a whole organization or domain is not suppressed by a rep or a manager', ['rep', 'manager'], async (role) => {
    const person = role === 'rep' ? owner : await app.as('manager', 'sales');
    for (const [kind, value] of [
      ['organization', organizationId],
      ['domain', 'example.com'],
    ])
      expect(await person.post('/suppressions', { kind, value, reason: 'manual' })).toMatchObject({
        status: 403,
        body: { code: 'suppression_too_wide' },
      });
  });

  attack('a suppression is lifted by sales ops alone', ['rep', 'manager', 'executive'], async (role) => {
    const { body } = await ops.post<Json>('/suppressions', {
      kind: 'domain',
      value: `${role}.example`,
      reason: 'manual',
    });
    const person = await app.as(role, 'sales');
    expect((await person.post(`/suppressions/${body.id}/lifting`, { reason: 'please' })).status).toBe(403);
  });
});

describe('a file of a list', () => {
  attack('is not for a rep', ['csv', 'ndjson'], async (format) => {
    for (const list of ['contacts', 'organizations', 'conversations', 'tasks', 'suppressions'])
      expect([list, (await owner.get(`/${list}?format=${format}`)).status]).toEqual([list, 403]);
  });

  test('stands in the audit trail with its filters', async () => {
    expect((await ops.get('/contacts?format=csv&emailState=valid')).status).toBe(200);
    const admin = await app.as('admin', 'it');
    const { body } = await admin.get<Json>(`/audit-entries?actor=${ops.id}&action=export`);
    expect(body.items).toMatchObject([
      { entity: '/api/v1/contacts', after: { format: 'csv', filters: '?format=csv&emailState=valid' } },
    ]);
  });

  test('is not taken more often than twenty times an hour', async () => {
    const eager = await app.as('manager', 'sales');
    for (let i = 0; i < 20; i++) expect((await eager.get('/users?format=csv')).status).toBe(200);
    expect(await eager.get('/users?format=csv')).toMatchObject({
      status: 429,
      body: { retryAfter: expect.any(Number) },
    });
  });

  test('of one person, for the person, stands there too', async () => {
    const admin = await app.as('admin', 'it');
    expect((await admin.get(`/contacts/${contact.id}/data`)).status).toBe(200);
    const { body } = await admin.get<Json>(`/audit-entries?actor=${admin.id}&action=read`);
    expect(body.items).toMatchObject([{ entity: 'contact', entityId: contact.id }]);
  });
});
