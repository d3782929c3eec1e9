import { row } from '../platform/index.js';
import { say, withApplication, type Command } from './command.js';

export const demoState: Command = {
  usage: 'demo-state',
  about: 'is this database empty, loaded with people’s work, or half loaded? (empty, loaded, partial)',
  async run() {
    return withApplication(async (source) => {
      const found = await row<{ users: boolean; launched: boolean }>(source, SELECT_APP_USER);
      say(found!.launched ? 'loaded' : found!.users ? 'partial' : 'empty');
    });
  },
};

const SELECT_APP_USER = `
SELECT EXISTS (SELECT FROM app_user) AS users, EXISTS (SELECT FROM campaign WHERE launched_at IS NOT NULL) AS launched`;
