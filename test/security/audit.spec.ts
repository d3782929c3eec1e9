import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { anchorsIn } from '../../src/operations/audit/anchor-text.js';
import { AuditAnchors } from '../../src/operations/audit/audit-anchors.js';
import { AuditSealer } from '../../src/operations/audit/audit-sealer.js';
import { verifySeals, type SealVerdict } from '../../src/operations/audit/verify-seals.js';
import { auditWeaknesses } from '../../src/platform/index.js';
import { cli } from '../support/cluster.js';
import { Installation, type Json, type Person } from '../support/installation.js';
import { attack } from './attack.js';

let app: Installation;
let admin: Person;
let folder: string;
const ROLE = 'overture_test_owner';

beforeAll(async () => {
  folder = await mkdtemp('/tmp/overture-audit-');
  process.env.AUDIT_ANCHORS = `${folder}/anchors.txt`;
  app = await Installation.open();
  admin = await app.as('admin', 'it');
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const seal = (): Promise<number> => app.get(AuditSealer).seal();
const verify = (): Promise<SealVerdict> => verifySeals(app.source, [], () => undefined);
/** What anyone finds out about the trail. */
const trail = () => app.sql<Json>('SELECT count(*)::int AS n, sum(hashtext(a::text)) AS sum FROM audit_entry a');
const triggers = () =>
  app.sql<Json>(`SELECT count(*)::int AS n FROM pg_trigger WHERE tgenabled = 'O' AND NOT tgisinternal`);

attack(
  'the application’s database role changes the audit trail or switches it off',
  [
    "UPDATE audit_entry SET actor = 'someone else'",
    "UPDATE audit_entry SET after = '{}'",
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    'DROP TABLE audit_entry CASCADE',
    'ALTER TABLE audit_entry RENAME TO gone',
    'ALTER TABLE audit_entry DISABLE TRIGGER ALL',
    'ALTER TABLE app_user DISABLE TRIGGER audit',
    'DROP TRIGGER audit ON app_user',
    'DROP FUNCTION write_audit CASCADE',
    'CREATE OR REPLACE FUNCTION write_audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
    "CREATE OR REPLACE FUNCTION blank_audit(kind text, ids text[]) RETURNS void LANGUAGE sql AS 'SELECT'",
    'CREATE FUNCTION ours() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'CREATE TABLE ours ()',
    'CREATE SCHEMA ours',
    'CREATE TRIGGER ours BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change()',
    'CREATE RULE ours AS ON INSERT TO audit_entry DO INSTEAD NOTHING',
    'SET session_replication_role = replica',
    "SELECT set_config('session_replication_role', 'replica', false)",
    `SET ROLE ${ROLE}`,
    `SET SESSION AUTHORIZATION ${ROLE}`,
    `GRANT ${ROLE} TO overture_test_app`,
    'GRANT UPDATE ON audit_entry TO overture_test_app',
    'ALTER ROLE overture_test_app SUPERUSER',
    'ALTER TABLE audit_entry OWNER TO overture_test_app',
    `ALTER DEFAULT PRIVILEGES FOR ROLE ${ROLE} GRANT ALL ON TABLES TO overture_test_app`,
    "INSERT INTO audit_entry (at, actor, action, entity, entity_id) VALUES ('2020-01-01', 'x', 'read', 'x', 'x')",
    "INSERT INTO audit_entry (id, actor, action, entity, entity_id) OVERRIDING SYSTEM VALUE VALUES (1, 'x', 'read', 'x', 'x')",
    "SELECT setval('audit_entry_id_seq', 1)",
    "COPY audit_entry FROM PROGRAM 'true'",
    'DELETE FROM audit_seal',
    'UPDATE audit_seal SET row_count = 1',
    'TRUNCATE audit_seal',
    'DELETE FROM migration',
  ],
  async (statement) => {
    await seal();
    const before = [await trail(), await triggers()];
    const said = await app.sql(statement).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
    // insufficient privilege; who may not grant at all gets a warning from PostgreSQL, and no error
    if (said !== '42501' && !statement.startsWith('GRANT UPDATE')) throw new Error(`not refused: ${said}`);
    expect([await trail(), await triggers()]).toEqual(before);
    expect(await auditWeaknesses(app.source)).toEqual([]);
  },
);

const rename = (name: string) => ['UPDATE app_user SET name = $1 WHERE id = $2', [name, admin.id]] as const;

attack(
  'the application’s database role writes past the audit trail',
  [
    "SET LOCAL overture.audit = 'off'",
    "SET LOCAL overture.audit = '1'",
    'CREATE TEMPORARY TABLE audit_entry (LIKE public.audit_entry) ON COMMIT DROP',
    'SET LOCAL search_path = pg_temp, pg_catalog, public; CREATE TEMPORARY TABLE audit_entry (LIKE public.audit_entry) ON COMMIT DROP',
    `SELECT set_config('overture.audit', (SELECT max(id)::text FROM public.audit_entry WHERE action = 'pause'), true)`,
  ],
  async (first) => {
    await app.transaction((manager) => manager.query("SELECT pause_audit('earlier')"));
    const [before] = await app.sql<Json>('SELECT max(id)::int AS id FROM audit_entry');
    await app.source.transaction(async (manager) => {
      for (const statement of first.split('; ')) await manager.query(statement);
      const [text, values] = rename(`Renamed ${Math.random()}`);
      await manager.query(text.replace('app_user', 'public.app_user'), [...values]);
    });
    const written = await app.sql("SELECT FROM audit_entry WHERE id > $1 AND entity = 'app_user'", [before.id]);
    expect(written).toHaveLength(1);
  },
);

test('a pause of the trail stands in the trail, with where the changes are kept instead', async () => {
  await app.transaction(async (manager) => {
    await manager.query("SELECT pause_audit('import:4711')");
    const [text, values] = rename('Renamed in a pause');
    await manager.query(text, [...values]);
  });
  expect(await app.sql('SELECT actor, action, entity_id FROM audit_entry ORDER BY id DESC LIMIT 1')).toEqual([
    { actor: 'test', action: 'pause', entity_id: 'import:4711' },
  ]);
});

/** Undone by the same. */
type Forgery = [what: string, finds: RegExp, forge: string, undo: string];
const KEPT = 'CREATE TEMP TABLE kept AS SELECT * FROM audit_entry WHERE id = 3';
const BACK = 'INSERT INTO audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM kept';

attack<Forgery>(
  'the owner of the database rewrites what is sealed, and verifying names it',
  [
    [
      'changes who did it',
      /^Entry 3 was changed/,
      "UPDATE audit_entry SET actor = 'someone else' WHERE id = 3",
      'DELETE FROM audit_entry WHERE id = 3;' + BACK,
    ],
    [
      'changes a word',
      /^Entry 3 was changed/,
      `UPDATE audit_entry SET after = after || '{"x": 1}' WHERE id = 3`,
      'DELETE FROM audit_entry WHERE id = 3;' + BACK,
    ],
    ['removes one', /^Entry 3 was removed/, 'DELETE FROM audit_entry WHERE id = 3', BACK],
    [
      'changes one and calls it an erasure',
      /^Entry 3 was changed after a person was erased/,
      `UPDATE audit_entry SET words_digest = sha256(convert_to(jsonb_build_array(salt, before, after)::text, 'UTF8')),
        after = '{"x": 1}', erased_by = 1 WHERE id = 3`,
      'DELETE FROM audit_entry WHERE id = 3;' + BACK,
    ],
    [
      'inserts one into a gap',
      /^Entry \d+ was inserted into/,
      `INSERT INTO audit_entry (id, actor, action, entity, entity_id) OVERRIDING SYSTEM VALUE
        SELECT id, 'forger', 'read', 'x', 'x'
          FROM generate_series(1, (SELECT max(id) FROM audit_entry)) AS g(id)
         WHERE NOT EXISTS (SELECT FROM audit_entry a WHERE a.id = g.id)
         LIMIT 1`,
      "DELETE FROM audit_entry WHERE actor = 'forger'",
    ],
    [
      'inserts one before the first',
      /^Entry -5 was inserted/,
      "INSERT INTO audit_entry (id, actor, action, entity, entity_id) OVERRIDING SYSTEM VALUE VALUES (-5, 'x', 'read', 'x', 'x')",
      'DELETE FROM audit_entry WHERE id = -5',
    ],
    [
      'changes a seal',
      /^Seal 1 was changed/,
      'UPDATE audit_seal SET row_count = row_count + 1 WHERE number = 1',
      'UPDATE audit_seal SET row_count = row_count - 1 WHERE number = 1',
    ],
    [
      'removes a seal',
      /^Seal 1 was removed/,
      'UPDATE audit_seal SET number = 1000000 WHERE number = 1',
      'UPDATE audit_seal SET number = 1 WHERE number = 1000000',
    ],
  ],
  async ([, finds, forge, undo]) => {
    // a gap: who rolls back takes an id along
    await app.sql("SELECT record_access('x', 'read', 'x', NULL, NULL)").catch(() => undefined);
    await app.sql("SELECT record_access('x', 'read', 'x', 'x', NULL)");
    await seal();
    expect(await verify()).toMatchObject({ problem: null });
    const owner = new pg.Client({ connectionString: app.addresses.ownerUrl });
    await owner.connect();
    try {
      await owner.query('ALTER TABLE audit_entry DISABLE TRIGGER USER; ALTER TABLE audit_seal DISABLE TRIGGER USER');
      await owner.query(KEPT);
      await owner.query(forge);
      const { problem } = await verify();
      expect(problem).toMatch(finds);
      await owner.query(undo);
      await owner.query('ALTER TABLE audit_entry ENABLE TRIGGER USER; ALTER TABLE audit_seal ENABLE TRIGGER USER');
      expect(await verify()).toMatchObject({ problem: null });
    } finally {
      await owner.end();
    }
  },
);

test('eight writers at once while it is sealed: every entry in exactly one seal, also of who commits late', async () => {
  const state = { writing: true };
  const writer = async (n: number): Promise<void> => {
    const client = new pg.Client({ connectionString: app.addresses.url });
    await client.connect();
    for (let i = 0; i < 25; i++) {
      await client.query('BEGIN');
      await client.query("SELECT set_config('overture.actor', $1, true)", [`writer ${n}`]);
      await client.query("SELECT record_access($1, 'read', 'x', $2, NULL)", [`writer ${n}`, String(i)]);
      // ids are taken before the commit, and the commits come in another order
      await client.query('SELECT pg_sleep($1)', [Math.random() / 20]);
      await client.query(i % 5 === 4 ? 'ROLLBACK' : 'COMMIT');
    }
    await client.end();
  };
  const sealing = (async () => {
    while (state.writing) await seal();
  })();
  await Promise.all(Array.from({ length: 8 }, (_, n) => writer(n)));
  state.writing = false;
  await sealing;
  await seal();
  const [counted] = await app.sql<Json>(
    `SELECT (SELECT count(*)::int FROM audit_entry) AS entries, (SELECT sum(row_count)::int FROM audit_seal) AS sealed,
       (SELECT count(*)::int FROM audit_entry WHERE actor LIKE 'writer%') AS written,
       (SELECT count(*)::int FROM audit_seal) AS seals`,
  );
  expect(counted).toMatchObject({ entries: counted.sealed, written: 160 });
  expect(counted.seals).toBeGreaterThan(5);
  expect(await verify()).toMatchObject({ problem: null, entries: counted.entries, unsealed: { entries: 0 } });
}, 60_000);

test('an entry that commits long after its id was taken is waited for', async () => {
  const late = new pg.Client({ connectionString: app.addresses.url });
  await late.connect();
  await late.query("BEGIN; SELECT record_access('late', 'read', 'x', 'x', NULL)");
  await app.sql("SELECT record_access('early', 'read', 'x', 'x', NULL)");
  let sealed: number | null = null;
  const sealing = seal().then((count) => (sealed = count));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(sealed).toBeNull();
  await late.query('COMMIT');
  await sealing;
  expect(sealed).toBe(2);
  await late.end();
  expect(await verify()).toMatchObject({ problem: null, unsealed: { entries: 0 } });
});

test('an erasure blanks the words, is itself in the trail, and the seals still fit', async () => {
  const { body: contact } = await admin.post<Json>('/contacts', { name: 'Quirina Quill', email: 'q@quill.example' });
  await seal();
  expect((await admin.post(`/contacts/${contact.id}/erasure`, { reason: 'Asked by letter.' })).status).toBe(201);
  const entries = await app.sql<Json>(
    `SELECT action, actor, salt, before, after FROM audit_entry
      WHERE entity = 'contact' AND entity_id = $1 ORDER BY id`,
    [contact.id],
  );
  expect(entries.map(({ action }) => action)).toEqual(['insert', 'erase']);
  expect(entries[0]).toMatchObject({ salt: null, after: { name: '(erased)', email: '(erased)' } });
  expect(entries[1]).toMatchObject({ actor: admin.id });
  expect(JSON.stringify(await app.sql('SELECT a::text FROM audit_entry a'))).not.toMatch(/quill/i);
  expect(await verify()).toMatchObject({ problem: null });
  await seal();
  expect(await verify()).toMatchObject({ problem: null, unsealed: { entries: 0 } });
});

test('the command line verifies; an anchor outside of the database finds a chain that was made anew', async () => {
  await seal();
  await app.get(AuditAnchors).anchor();
  await app.get(AuditAnchors).anchor();
  const file = `${folder}/anchors.txt`;
  expect(anchorsIn(await readFile(file, 'utf8'))).toHaveLength(1);
  const fine = await cli(['audit', 'verify', '--anchors', file], app.addresses);
  expect(fine).toMatchObject({ code: 0, out: expect.stringContaining('1 anchor fit') });
  expect(fine.out).toMatch(/\d entries in \d+ seals fit\.[^]*Sealed to 20[^]*Not sealed yet: 1 entry, since 20/);
  expect(fine.out).not.toContain('Not protected');
  await writeFile(`${folder}/none.txt`, 'nothing');
  expect(await cli(['audit', 'verify', '--anchors', `${folder}/none.txt`], app.addresses)).toMatchObject({ code: 1 });
  // as one role, as before
  const open = await cli(['audit', 'verify'], { ...app.addresses, url: app.addresses.ownerUrl, ownerUrl: '' });
  expect(open).toMatchObject({ code: 0, out: expect.stringContaining('Not protected from the application') });

  await app.asOwner(`
    ALTER TABLE audit_entry DISABLE TRIGGER USER;
    ALTER TABLE audit_seal DISABLE TRIGGER USER;
    DELETE FROM audit_seal;
    UPDATE audit_entry SET actor = 'someone else' WHERE id = 3;
    ALTER TABLE audit_entry ENABLE TRIGGER USER;
    ALTER TABLE audit_seal ENABLE TRIGGER USER`);
  const gone = await cli(['audit', 'verify', '--anchors', file], app.addresses);
  expect(gone).toMatchObject({ code: 1, out: expect.stringContaining('no seal any more') });
  for (let n = 0; n < Number(anchorsIn(await readFile(file, 'utf8'))[0]!.seal); n++) {
    await app.sql("SELECT record_access('x', 'read', 'x', 'x', NULL)");
    await seal();
  }
  expect(await cli(['audit', 'verify'], app.addresses)).toMatchObject({ code: 0 });
  const anew = await cli(['audit', 'verify', '--anchors', file], app.addresses);
  expect(anew).toMatchObject({ code: 1, out: expect.stringContaining('made anew') });
}, 120_000);

test('readiness says whether the application could change the trail', async () => {
  expect((await app.nobody.get('/health/ready')).body).toEqual({ status: 'ok', auditTrail: 'protected' });
});
