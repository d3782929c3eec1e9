import { parseArgs } from 'node:util';
import { ConfigError, row } from '../platform/index.js';
import { say, withApplication, type Command } from './command.js';

export const clock: Command = {
  usage: 'clock --rate SECONDS [--start ISO] [--catch-up] | clock --real',
  about: 'simulation only: let this database’s time run faster, for all processes',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        rate: { type: 'string' },
        start: { type: 'string' },
        'catch-up': { type: 'boolean' },
        real: { type: 'boolean' },
      },
    });
    const rate = Number(values.rate);
    const start = values.start === undefined ? null : new Date(values.start);
    if (!values.real && (!(rate > 0) || (start && Number.isNaN(start.getTime()))))
      throw new ConfigError(`Usage: ${this.usage}`);
    return withApplication(async (source) => {
      const before = await row<{ now: Date }>(source, 'SELECT app_now() AS now');
      await source.query('DELETE FROM clock');
      if (!values.real)
        await source.query('INSERT INTO clock (anchor_app, rate, catches_up) VALUES ($1, $2, $3)', [
          start ?? before!.now,
          rate,
          values['catch-up'] ?? false,
        ]);
      const now = await row<{ now: Date }>(source, 'SELECT app_now() AS now');
      say(
        `Overture’s clock shows ${now!.now.toISOString()}${values.real ? '' : ` and runs ${rate} times as fast as the wall’s`}.`,
      );
    });
  },
};
