import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { PasswordLinks, Users } from '../identity/index.js';
import { ConfigError, ROLES, transaction, type UserRole } from '../platform/index.js';
import { say, withApplication, type Command } from './command.js';

export const createUser: Command = {
  usage: 'create-user --email A --name N --department D --roles r,r [--password-stdin]',
  about: 'make a user, such as the first administrator; without a password, the user is invited',
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
      const { user, invitation } = await transaction(source, 'cli', async (manager) => {
        const user = await app
          .get(Users)
          .create(manager, { email, name, department, roles: roles as UserRole[], password });
        const invited = user.state === 'invited';
        return { user, invitation: invited ? await app.get(PasswordLinks).issue(manager, user, 'en') : null };
      });
      say(`Made ${user.email} (${user.roles.join(', ')}).`);
      if (invitation) say(invitation.link ?? 'An invitation is mailed to them.');
    });
  },
};
