import { Config, migrate } from '../platform/index.js';
import { say, type Command } from './command.js';

export const migrateDatabase: Command = {
  usage: 'migrate',
  about: 'bring the database to this version',
  async run() {
    const ran = await migrate(new Config());
    say(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'Nothing to migrate.');
    return 0;
  },
};
