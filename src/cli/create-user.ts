import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { Users } from '../identity/index.js';
import { ConfigError, ROLES, transaction, type UserRole } from '../platform/index.js';
import { say, withApplication, type Command } from './command.js';

export const createUser: Command = {
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
    return withApplication(async (source, app) => {
      const user = await transaction(source, 'cli', (manager) =>
        app.get(Users).create(manager, { email, name, department, roles: roles as UserRole[], password }),
      );
      say(`Made ${user.email} (${user.roles.join(', ')}).`);
    });
  },
};
