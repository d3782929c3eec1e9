import { parseArgs } from 'node:util';
import { ConfigError, Dispatching } from '../platform/index.js';
import { say, withHouse, type Command } from './command.js';

/** Also where nobody can sign in: on a database that was just restored. */
export const dispatching: Command = {
  usage: 'dispatching [on|off --reason WHY]',
  about:
    'says whether anything leaves this house by itself; switches it off, or on where a database was restored or moved',
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      options: { reason: { type: 'string' } },
      allowPositionals: true,
    });
    const [state] = positionals;
    if (state !== undefined && state !== 'on' && state !== 'off') throw new ConfigError(`Usage: ${this.usage}`);
    const reason = values.reason?.trim();
    if (state && !reason) throw new ConfigError('Say why: --reason "the old house is shut down"');
    return withHouse(async (source, house) => {
      const it = house.get(Dispatching);
      const now = state
        ? await source.transaction((manager) => it.turn(manager, state, reason!, 'cli'))
        : await it.get();
      say(`Dispatching is ${now.state}${now.reason ? `: ${now.reason}` : '.'}`);
    });
  },
};
