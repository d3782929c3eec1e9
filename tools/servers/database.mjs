import { pause } from '../processes/life.mjs';
import { Plain, fail, firstLine, step } from '../say.mjs';

/** Questions to a PostgreSQL, and plain answers when it does not answer. */

const oldest = 15;

/** Runs one statement on a connection of its own and tells the rows. */
export async function askDatabase(url, sql, values = []) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'overture start',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes sure that the database of this URL is there, can be used and is new enough; creates it when it is missing. */
export async function ensureDatabase(url) {
  const where = describe(url);
  try {
    await step(`Waiting for the database ${where}`, () => patiently(() => expectVersion(url, where)));
  } catch (error) {
    if (error.code !== '3D000') return explain(error, where);
    await createDatabase(url, where);
  }
}

async function expectVersion(url, where) {
  const [row] = await askDatabase(
    url,
    "SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('transaction_read_only') AS locked",
  );
  if (row.major < oldest)
    fail(
      `The database ${where} is PostgreSQL ${row.major}; Overture needs ${oldest} or newer.`,
      'Upgrade it, or unset DATABASE_URL to use the embedded one.',
    );
  if (row.locked === 'on')
    fail(`The database ${where} only lets itself be read.`, 'Point DATABASE_URL at the primary server.');
}

/** A server that is just starting says so; half a minute is enough for that. */
async function patiently(work) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (error.code !== '57P03' || attempt >= 60) throw error;
      await pause(500);
    }
  }
}

async function createDatabase(url, where) {
  const name = databaseOf(url);
  const quoted = `"${name.replaceAll('"', '""')}"`;
  try {
    // template0: a template1 that somebody changed, or is connected to, is no reason to fail.
    await askDatabase(withDatabase(url, 'postgres'), `CREATE DATABASE ${quoted} TEMPLATE template0 ENCODING 'UTF8'`);
  } catch (error) {
    if (error.code === '42P04') return;
    if (error.code === '42501')
      fail(`The database ${where} is missing and this user may not create it.`, `Ask for: CREATE DATABASE ${quoted}.`);
    explain(error, where);
  }
}

export async function dropDatabase(url) {
  await askDatabase(withDatabase(url, 'postgres'), `DROP DATABASE IF EXISTS "${databaseOf(url)}" WITH (FORCE)`);
}

/** The same server, another database. */
export function withDatabase(url, name) {
  const other = parse(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

const databaseOf = (url) =>
  decodeURIComponent(parse(url).pathname.slice(1)) || decodeURIComponent(parse(url).username) || 'postgres';

function parse(url) {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return new URL(url);
  return fail(
    'DATABASE_URL is not an address of a PostgreSQL.',
    'It looks like postgresql://user:password@host:5432/overture.',
  );
}

/** Without the password. */
function describe(url) {
  const { host, searchParams } = parse(url);
  return `${databaseOf(url)} at ${host || searchParams.get('host') || 'localhost'}`;
}

function explain(error, where) {
  if (error instanceof Plain) throw error;
  const code = error.code ?? error.errors?.[0]?.code;
  const [what, todo] = problems[code] ?? [`does not work: ${firstLine(error)}.`, 'Check DATABASE_URL.'];
  fail(`The database ${where} ${what}`, todo, error);
}

const check = 'Check DATABASE_URL.';
const problems = {
  ECONNREFUSED: ['refuses the connection.', 'Start it, or check host and port in DATABASE_URL.'],
  ENOTFOUND: ['cannot be found: no such host.', check],
  EAI_AGAIN: ['cannot be found: the name does not resolve.', 'Check the network and DATABASE_URL.'],
  ETIMEDOUT: ['does not answer.', 'Check host, port and firewall.'],
  EHOSTUNREACH: ['cannot be reached.', 'Check host and network.'],
  ENOENT: ['has no socket there.', check],
  ECONNRESET: ['hung up.', 'Is it a PostgreSQL, and does it want TLS (sslmode=require)?'],
  '28P01': ['refuses the password.', 'Check user and password in DATABASE_URL.'],
  28000: ['refuses this user.', 'Check user and sslmode in DATABASE_URL, and pg_hba.conf.'],
  42501: ['does not permit this.', 'Give this user the right to use it.'],
  53300: ['has no connection left.', 'Close some, or raise max_connections.'],
  53100: ['has no disk space left.', 'Free some and try again.'],
  '57P03': ['is still starting.', 'Try again in a minute.'],
};
