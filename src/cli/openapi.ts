import { AppModule } from '../app.module.js';
import { openApi, serve } from '../platform/index.js';
import { say, type Command } from './command.js';

export const openapi: Command = {
  usage: 'openapi',
  about: 'print the document of the API, from which clients are generated; needs no database',
  async run() {
    const app = await serve(AppModule, { logLevel: 'error', trustProxy: 'none', isHttps: true }, true);
    say(JSON.stringify(openApi(app), null, 2));
    return 0;
  },
};
