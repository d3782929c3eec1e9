import { Reconciler } from '../campaigns/index.js';
import { say, withApplication, type Command } from './command.js';

export const reconcile: Command = {
  usage: 'reconcile',
  about: 'find what fell between two stools, mend it, and say what was mended',
  async run() {
    return withApplication(async (_, app) => {
      const mended = await app.get(Reconciler).run();
      say(
        Object.entries(mended)
          .map(([what, n]) => `${what} ${n}`)
          .join(', '),
      );
    });
  },
};
