import { ConfigError, missingFromDatabase, writeMigration } from '../platform/index.js';
import { say, withApplication, type Command } from './command.js';

export const migrationNew: Command = {
  usage: 'migration-new NAME',
  about: 'write what the entities have and the database lacks as a migration, for a human to read',
  async run([name]) {
    if (!name || !/^[a-z][a-z0-9-]{1,40}$/.test(name))
      throw new ConfigError(`Usage: ${this.usage} (lower case, digits and -)`);
    return withApplication(async (source) => {
      const statements = await missingFromDatabase(source);
      if (statements.length === 0) return say('The entities add nothing to the database.');
      say(`Read it before you commit it: ${await writeMigration(name, statements)}`);
    });
  },
};
