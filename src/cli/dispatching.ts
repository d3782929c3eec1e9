import { parseArgs } from 'node:util';
import { ConfigError, Dispatching } from '../platform/index.js';
import { say, withApplication, type Command } from './command.js';

/** Also for a database that was just restored, where no one can sign in yet. */
export const dispatching: Command = {
  usage: 'dispatching [on|off --reason WHY]',
  about: 'shows whether this installation sends by itself; switches it off, or on after a restore or a move',
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      options: { reason: { type: 'string' } },
      allowPositionals: true,
    });
    const [state] = positionals;
    if (state !== undefined && state !== 'on' && state !== 'off') throw new ConfigError(`Usage: ${this.usage}`);
    const reason = values.reason?.trim();
    if (state && !reason) throw new ConfigError('Give a reason: --reason "the old server is shut down"');
    return withApplication(async (source, app) => {
      const dispatching = app.get(Dispatching);
      const now = state
        ? await source.transaction((manager) => dispatching.turn(manager, state, reason!, 'cli'))
        : await dispatching.get();
      say(`Dispatching is ${now.state}${now.reason ? `: ${now.reason}` : '.'}`);
    });
  },
};
