import { clock } from './clock.js';
import { say, type Command } from './command.js';
import { createUser } from './create-user.js';
import { demoState } from './demo-state.js';
import { dispatching } from './dispatching.js';
import { importFile } from './import.js';
import { mail } from './mail.js';
import { migrateDatabase } from './migrate.js';
import { migrationNew } from './migration-new.js';
import { openapi } from './openapi.js';
import { reconcile } from './reconcile.js';
import { verify } from './verify.js';

/** Every command there is, by its first word. Those in WITHOUT_DATABASE of bin/cli.mjs need none. */
const COMMANDS: Record<string, Command> = {
  migrate: migrateDatabase,
  'create-user': createUser,
  import: importFile,
  mail,
  openapi,
  reconcile,
  verify,
  dispatching,
  clock,
  'migration-new': migrationNew,
  'demo-state': demoState,
};

export async function run([name, ...args]: string[]): Promise<number> {
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command) return command.run(args);
  const list = Object.values(COMMANDS).map(({ usage, about }) => `  ${usage}\n      ${about}`);
  say([name && name !== 'help' ? `There is no command "${name}".` : 'npm run cli -- COMMAND', '', ...list].join('\n'));
  return name && name !== 'help' ? 1 : 0;
}
