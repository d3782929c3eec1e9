import { Logger } from '@nestjs/common';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { ConfigError, type Config } from '../config.js';
import { AUDIT_WEAKNESSES, GRANT_APPLICATION } from './roles.sql.js';
import { rows } from './sql.js';

export const TWO_ROLES_ADVICE =
  'Give the owner of the tables in DATABASE_OWNER_URL and another role in DATABASE_URL, run: npm run cli -- migrate, and start api and worker without DATABASE_OWNER_URL.';

/** By which of its rights the application could change the audit trail or switch it off; none: it cannot. */
export async function auditWeaknesses(source: DataSource): Promise<string[]> {
  return (await rows<{ weakness: string }>(source, AUDIT_WEAKNESSES)).map(({ weakness }) => weakness);
}

/** Says at boot where the audit trail is not protected from the application, and what to do. */
export async function warnOfOpenAudit(source: DataSource, { databaseOwnerUrl }: Config): Promise<void> {
  const weaknesses = await auditWeaknesses(source);
  const log = new Logger('Database');
  if (weaknesses.length > 0)
    log.warn(
      `The audit trail is not protected from the application: its database role ${weaknesses.join(', ')}. ${TWO_ROLES_ADVICE}`,
    );
  else if (databaseOwnerUrl)
    log.warn(
      'DATABASE_OWNER_URL stands in the environment of this program, which could read it: only migrations, backup and restore need it.',
    );
}

/**
 * Lets the role of DATABASE_URL work on the tables of the owner, whose connection this is. Makes the role where it is
 * missing.
 * @throws ConfigError where the role cannot be made, or could change the audit trail all the same
 */
export async function grantApplication(owner: pg.Client, { databaseUrl }: Pick<Config, 'databaseUrl'>): Promise<void> {
  const { user: name, password } = new pg.Client({ connectionString: databaseUrl });
  const isOwner = (await owner.query<{ name: string }>('SELECT current_user AS name')).rows[0]!.name === name;
  if (isOwner || !name)
    throw new ConfigError(
      `DATABASE_URL and DATABASE_OWNER_URL name the same role: give the application another. ${TWO_ROLES_ADVICE}`,
    );
  await ensureRole(owner, name, password ?? null);
  await owner.query("SELECT set_config('overture.application', $1, false)", [name]);
  await owner.query(GRANT_APPLICATION);
  await expectProtected(databaseUrl, name);
}

async function ensureRole(owner: pg.Client, name: string, password: string | null): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  if (rowCount) return;
  const [{ statement }] = (await owner.query<{ statement: string }>(CREATE_ROLE, [name, password])).rows as [
    { statement: string },
  ];
  await owner.query(statement).catch((error: Error & { code?: string }) => {
    if (error.code !== '42501') throw error;
    throw new ConfigError(
      `The role ${name} of DATABASE_URL does not exist, and the owner may not make it. Let an administrator of PostgreSQL run: CREATE ROLE ${pg.escapeIdentifier(name)} LOGIN PASSWORD '…';`,
    );
  });
}

async function expectProtected(databaseUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'overture migrate' });
  await client.connect();
  try {
    const { rows: found } = await client.query<{ weakness: string }>(AUDIT_WEAKNESSES);
    if (found.length > 0)
      throw new ConfigError(
        `The role ${name} of DATABASE_URL could change the audit trail: it ${found.map(({ weakness }) => weakness).join(', ')}. Take this from it, or give another role.`,
      );
  } finally {
    await client.end();
  }
}

const CREATE_ROLE = "SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', $1::text, $2::text) AS statement";
