import { build } from './build.mjs';
import { run } from './processes/child.mjs';
import { ensureDatabase } from './servers/database.mjs';
import { ensureInstalled } from './building/install.mjs';
import { startPostgres } from './postgres/postgres.mjs';
import { inProject } from './project.mjs';
import { expectRedis } from './servers/redis.mjs';
import { fail, line, step } from './say.mjs';

/** The first steps of every command. */

export async function prepare(parts) {
  await ensureInstalled();
  await build(parts);
}

/**
 * The database of DATABASE_URL and DATABASE_OWNER_URL, or the embedded one: `{ url, ownerUrl, server }`, there and usable; `server`
 * only when embedded, `ownerUrl` only where the application has a role of its own.
 */
export async function openDatabase() {
  const given = process.env.DATABASE_URL;
  const server = given ? null : await startPostgres();
  const url = given || server.url;
  const ownerUrl = given ? process.env.DATABASE_OWNER_URL : server.ownerUrl;
  await ensureDatabase(ownerUrl || url);
  if (process.env.REDIS_URL) await expectRedis(process.env.REDIS_URL);
  return { url, ownerUrl, server };
}

/** Arguments of Node that run one of our programs. */
export const program = (file, ...args) => ['--enable-source-maps', inProject(file), ...args];

/** Runs `main.cli.js` and tells its lines; ends the command with its own words when it fails. */
export async function runCli(args, env, options) {
  const { exitCode, signal, stdout, stderr } = await run(
    process.execPath,
    program('dist/programs/main.cli.js', ...args),
    { env, ...options },
  );
  if (exitCode === 0) return stdout;
  if (process.env.DEBUG) for (const text of stderr) line(`cli │ ${text}`);
  const telling = stderr.findLast((text) => text.trim() && !/^\s+at /.test(text)) ?? `exit code ${exitCode ?? signal}`;
  return fail(stderr.length === 1 ? telling : `${args[0]} failed: ${telling}`);
}

export const migrate = (env) => step('Migrating the database', () => runCli(['migrate'], env));
