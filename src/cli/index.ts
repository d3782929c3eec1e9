import { say, type Command } from './command.js';

/**
 * Every command there is, by its first word, loaded when it is asked for. Those in WITHOUT_DATABASE of tools/cli.mjs
 * need none.
 */
const COMMANDS: Record<string, () => Promise<Command>> = {
  migrate: async () => (await import('./migrate.js')).migrateDatabase,
  audit: async () => (await import('./audit.js')).audit,
  backup: async () => (await import('./backup.js')).backup,
  restore: async () => (await import('./restore.js')).restore,
  'create-user': async () => (await import('./create-user.js')).createUser,
  import: async () => (await import('./import.js')).importFile,
  mail: async () => (await import('./mail.js')).mail,
  openapi: async () => (await import('./openapi.js')).openapi,
  reconcile: async () => (await import('./reconcile.js')).reconcile,
  verify: async () => (await import('./verify.js')).verify,
  dispatching: async () => (await import('./dispatching.js')).dispatching,
  clock: async () => (await import('./clock.js')).clock,
  'migration-new': async () => (await import('./migration-new.js')).migrationNew,
  'demo-state': async () => (await import('./demo-state.js')).demoState,
};

export async function run([name, ...args]: string[]): Promise<number> {
  const load = name === undefined ? undefined : COMMANDS[name];
  if (load) return (await load()).run(args);
  const all = await Promise.all(Object.values(COMMANDS).map((each) => each()));
  const list = all.map(({ usage, about }) => `  ${usage}\n      ${about}`);
  say([name && name !== 'help' ? `There is no command "${name}".` : 'npm run cli -- COMMAND', '', ...list].join('\n'));
  return name && name !== 'help' ? 1 : 0;
}
