import { cli } from '../support/cluster.js';
import { cloneDatabase } from '../support/database.js';
import { caller } from '../support/http.js';
import { Programs } from '../support/programs.js';

const PASSWORD = 'correct horse battery';
const ADMIN = { email: 'nancy@overture.test', name: 'Nancy Davolio', department: 'it', roles: 'admin' };

test('the first administrator is made on the command line, signs in, and is the work of nobody else', async () => {
  const database = await cloneDatabase();
  const make = (facts: typeof ADMIN, password: string) => {
    const flags = Object.entries(facts).flatMap(([name, value]) => [`--${name}`, value]);
    return cli(['create-user', ...flags, '--password-stdin'], database, {}, `${password}\n`);
  };
  const [programs, made, weak] = await Promise.all([
    Programs.open('postgres', { database }),
    make(ADMIN, PASSWORD),
    make({ ...ADMIN, email: 'other@overture.test' }, 'short'),
  ]);
  try {
    expect(made).toMatchObject({ code: 0, out: 'Made nancy@overture.test (admin).\n' });
    expect(weak).toMatchObject({ code: 1, out: '', err: expect.stringContaining('A password has 12') });

    const { body: token, status } = await caller(programs.origin, {}).post('/tokens', {
      email: ADMIN.email,
      password: PASSWORD,
    });
    expect(status).toBe(201);
    const admin = caller(programs.origin, { authorization: `Bearer ${token.token}` });
    const { body: users } = await admin.get('/users');
    expect(users.items).toEqual([expect.objectContaining({ email: ADMIN.email, roles: ['admin'] })]);
    const { body: audit } = await admin.get('/audit-entries?entity=app_user');
    expect(audit.items).toEqual([expect.objectContaining({ actor: 'cli', action: 'insert' })]);
  } finally {
    await programs.close();
  }
  // on a busy machine four programs take their time to start
}, 240_000);
