import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { inData } from '../project.mjs';
import { fail } from '../say.mjs';

/** Where the api is to listen: `{ port, host, url }`, from PORT, HOST and PUBLIC_URL. */
export function address() {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    fail(`PORT=${text} is not a port.`, 'Use a number from 1 to 65535, for example PORT=3001 npm start.');
  const host = process.env.HOST || '127.0.0.1';
  return { port, host, url: process.env.PUBLIC_URL || `http://localhost:${port}` };
}

/** What the command line reads; `database` as openDatabase() tells it. Programs get it without the owner: `withoutOwner(env)`. */
export function programEnvironment(database, { port, host, url } = address()) {
  return {
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl ?? '',
    PORT: String(port),
    HOST: host,
    PUBLIC_URL: url,
    OVERTURE_SECRET: secret(),
  };
}

/** Who takes over a program, finds no password in it that could change the audit trail. */
export const withoutOwner = (env) => ({ ...env, DATABASE_OWNER_URL: '' });

/** Signs links and sessions, so it has to stay the same: made once, kept in .data/secret. OVERTURE_SECRET wins. */
function secret() {
  const given = process.env.OVERTURE_SECRET;
  if (given)
    return /^([0-9a-f]{2}){32,}$/i.test(given)
      ? given
      : fail('OVERTURE_SECRET is not a secret.', 'Use at least 64 hexadecimal digits: openssl rand -hex 32.');
  const file = inData('secret');
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const kept = readFileSync(file, 'utf8').trim();
  return /^[0-9a-f]{64}$/.test(kept)
    ? kept
    : fail(`${file} is damaged.`, 'Restore it, or remove it (links already sent will no longer work).');
}
