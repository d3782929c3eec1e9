import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { Importer, Imports, type ImportKind } from './accounts/index.js';
import { AppModule } from './app.module.js';
import { Reconciler } from './campaigns/index.js';
import { Users } from './identity/index.js';
import {
  assertMigrated,
  Config,
  ConfigError,
  migrate,
  missingFromDatabase,
  row,
  rows,
  ROLES,
  transaction,
  writeMigration,
  type UserRole,
} from './platform/index.js';

interface Command {
  usage: string;
  about: string;
  run(args: string[]): Promise<number>;
}

const COMMANDS: Record<string, Command> = {
  migrate: {
    usage: 'migrate',
    about: 'bring the database to this version',
    async run() {
      const ran = await migrate(new Config());
      say(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'Nothing to migrate.');
      return 0;
    },
  },
  'create-user': {
    usage: 'create-user --email A --name N --department D --roles r,r --password-stdin',
    about: 'make a user; the first administrator is made like this',
    async run(args) {
      const { values } = parseArgs({
        args,
        options: {
          email: { type: 'string' },
          name: { type: 'string' },
          department: { type: 'string' },
          roles: { type: 'string' },
          'password-stdin': { type: 'boolean' },
        },
      });
      const { email, name, department } = values;
      const roles = (values.roles ?? '').split(',').filter(Boolean);
      if (!email || !name || !department || roles.length === 0) throw new ConfigError(`Usage: ${this.usage}`);
      const unknown = roles.find((role) => !(ROLES as readonly string[]).includes(role));
      if (unknown) throw new ConfigError(`There is no role "${unknown}"; there are: ${ROLES.join(', ')}.`);
      const password = values['password-stdin'] ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
      return withHouse(async (source, house) => {
        const user = await transaction(source, 'cli', (manager) =>
          house.get(Users).create(manager, { email, name, department, roles: roles as UserRole[], password }),
        );
        say(`Made ${user.email} (${user.roles.join(', ')}).`);
      });
    },
  },
  clock: {
    usage: 'clock --rate SECONDS --start ISO [--catch-up] | clock --real',
    about: 'simulation only: let this database’s time run faster, for all processes',
    async run(args) {
      const { values } = parseArgs({
        args,
        options: {
          rate: { type: 'string' },
          start: { type: 'string' },
          'catch-up': { type: 'boolean' },
          real: { type: 'boolean' },
        },
      });
      const rate = Number(values.rate);
      const start = new Date(values.start ?? '');
      if (!values.real && (!(rate > 0) || Number.isNaN(start.getTime()))) throw new ConfigError(`Usage: ${this.usage}`);
      return withHouse(async (source) => {
        await source.query('DELETE FROM clock');
        if (!values.real)
          await source.query('INSERT INTO clock (anchor_app, rate, catches_up) VALUES ($1, $2, $3)', [
            start,
            rate,
            values['catch-up'] ?? false,
          ]);
        const now = await row<{ now: Date }>(source, 'SELECT app_now() AS now');
        say(
          `The house’s clock says ${now!.now.toISOString()}${values.real ? '' : ` and runs ${rate} times as fast as the wall’s`}.`,
        );
      });
    },
  },
  import: {
    usage: 'import FILE [--kind organizations|contacts|both] [--as E-MAIL] [--dry-run]',
    about: 'bring a CSV file in, with the guessed mapping; what is refused is listed with its line',
    async run(args) {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { kind: { type: 'string' }, as: { type: 'string' }, 'dry-run': { type: 'boolean' } },
      });
      const [path] = positionals;
      const kind = values.kind ?? 'both';
      if (!path || !['organizations', 'contacts', 'both'].includes(kind)) throw new ConfigError(`Usage: ${this.usage}`);
      return withHouse(async (source, house) => {
        const by = await importer(source, values.as);
        const imports = house.get(Imports);
        const { id } = await imports.fromStream(createReadStream(path), {
          kind: kind as ImportKind,
          filename: basename(path),
          by,
        });
        await transaction(source, by, async (manager) => {
          await imports.plan(manager, id);
          await imports.start(manager, id, values['dry-run'] ?? false);
        });
        await house.get(Importer).work(id);
        const done = await imports.get(id);
        if (done.state === 'failed') throw new ConfigError(`The import failed: ${done.failure}`);
        say(
          `${path}: ${done.rowsRead} rows, ${done.created} created, ${done.updated} updated, ${done.unchanged} unchanged, ${done.refused} refused.`,
        );
        for (const { line, message } of await rows<{ line: string; message: string }>(
          source,
          'SELECT line, message FROM import_refusal WHERE import_id = $1 AND whole_row ORDER BY line LIMIT 20',
          [id],
        ))
          say(`  line ${line}: ${message}`);
      });
    },
  },
  reconcile: {
    usage: 'reconcile',
    about: 'find what fell between two stools, mend it, and say what was mended',
    async run() {
      return withHouse(async (_, house) => {
        const mended = await house.get(Reconciler).run();
        say(
          Object.entries(mended)
            .map(([what, n]) => `${what} ${n}`)
            .join(', '),
        );
      });
    },
  },
  'migration-new': {
    usage: 'migration-new NAME',
    about: 'write what the entities have and the database lacks as a migration, for a human to read',
    async run([name]) {
      if (!name || !/^[a-z][a-z0-9-]{1,40}$/.test(name))
        throw new ConfigError(`Usage: ${this.usage} (lower case, digits and -)`);
      return withHouse(async (source) => {
        const statements = await missingFromDatabase(source);
        if (statements.length === 0) return say('The entities add nothing to the database.');
        say(`Read it before you commit it: ${await writeMigration(name, statements)}`);
      });
    },
  },
  'demo-state': {
    usage: 'demo-state',
    about: 'is this database empty, loaded with people’s work, or half loaded? (empty, loaded, partial)',
    async run() {
      return withHouse(async (source) => {
        const found = await row<{ users: boolean; launched: boolean }>(
          source,
          'SELECT EXISTS (SELECT FROM app_user) AS users, EXISTS (SELECT FROM campaign WHERE launched_at IS NOT NULL) AS launched',
        );
        say(found!.launched ? 'loaded' : found!.users ? 'partial' : 'empty');
      });
    },
  },
};

export async function run([name, ...args]: string[]): Promise<number> {
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command) return command.run(args);
  const list = Object.values(COMMANDS).map(({ usage, about }) => `  ${usage}\n      ${about}`);
  say([name && name !== 'help' ? `There is no command "${name}".` : 'npm run cli -- COMMAND', '', ...list].join('\n'));
  return name && name !== 'help' ? 1 : 0;
}

/** Imports have an author: the one named, or the only administrator. */
async function importer(source: DataSource, email: string | undefined): Promise<string> {
  const found = await rows<{ id: string }>(
    source,
    "SELECT id FROM app_user WHERE state = 'active' AND CASE WHEN $1::text IS NULL THEN 'admin' = ANY(roles) ELSE lower(email) = lower($1) END LIMIT 2",
    [email ?? null],
  );
  if (found.length !== 1)
    throw new ConfigError(email ? `Nobody has the address ${email}.` : 'Say who imports: --as E-MAIL');
  return found[0]!.id;
}

async function withHouse(
  work: (source: DataSource, house: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>) => Promise<void>,
): Promise<number> {
  const house = await NestFactory.createApplicationContext(AppModule, {
    logger: ['error'],
    bufferLogs: true,
    autoFlushLogs: false,
    abortOnError: false,
  });
  try {
    const source = house.get<DataSource>(getDataSourceToken());
    await assertMigrated(source);
    await work(source, house);
    return 0;
  } finally {
    await house.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
