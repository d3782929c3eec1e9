import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { Importer, Imports, type ImportKind } from '../accounts/index.js';
import { ConfigError, rows, transaction } from '../platform/index.js';
import { say, withApplication, type Command } from './command.js';

export const importFile: Command = {
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
    return withApplication(async (source, app) => {
      const by = await importer(source, values.as);
      const imports = app.get(Imports);
      const { id } = await imports.fromStream(createReadStream(path), {
        kind: kind as ImportKind,
        filename: basename(path),
        by,
      });
      await transaction(source, by, async (manager) => {
        await imports.plan(manager, id);
        await imports.start(manager, id, values['dry-run'] ?? false);
      });
      await app.get(Importer).work(id);
      const done = await imports.get(id);
      if (done.state === 'failed') throw new ConfigError(`The import failed: ${done.failure}`);
      say(
        `${path}: ${done.rowsRead} rows, ${done.created} created, ${done.updated} updated, ${done.unchanged} unchanged, ${done.refused} refused.`,
      );
      for (const { line, message } of await rows<{ line: string; message: string }>(source, SELECT_IMPORT_REFUSAL, [
        id,
      ]))
        say(`  line ${line}: ${message}`);
    });
  },
};

/** Imports have an author: the one named, or the only administrator. */
async function importer(source: DataSource, email: string | undefined): Promise<string> {
  const found = await rows<{ id: string }>(source, SELECT_APP_USER, [email ?? null]);
  if (found.length !== 1)
    throw new ConfigError(email ? `Nobody has the address ${email}.` : 'Say who imports: --as E-MAIL');
  return found[0]!.id;
}

const SELECT_IMPORT_REFUSAL = `
SELECT line, message FROM import_refusal WHERE import_id = $1 AND whole_row ORDER BY line LIMIT 20`;

const SELECT_APP_USER = `
SELECT id FROM app_user WHERE state = 'active' AND CASE WHEN $1::text IS NULL THEN 'admin' = ANY(roles)
  ELSE lower(email) = lower($1) END LIMIT 2`;
