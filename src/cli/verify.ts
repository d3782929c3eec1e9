import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { judgePoint, MailRoutes, remembering, toCountry, type ContactPointCheck } from '../accounts/index.js';
import { ConfigError, dnsServers } from '../platform/index.js';
import type { Command } from './command.js';

/** So many are looked up side by side; the answers wait for their turn. */
const AT_ONCE = 200;

export const verify: Command = {
  usage: 'verify ADDRESS… | verify - [--country XX] [--offline]',
  about: 'say of e-mail addresses and phone numbers whether they can be reached, one JSON line each; - reads lines',
  async run(args) {
    const { values, positionals } = parseArgs({
      // "-" reads standard input; a phone number may begin with a dash only behind --
      args,
      allowPositionals: true,
      options: { country: { type: 'string' }, offline: { type: 'boolean' } },
    });
    if (positionals.length === 0) throw new ConfigError(`Usage: ${this.usage}`);
    const country = values.country === undefined ? null : toCountry(values.country);
    if (values.country !== undefined && !country)
      throw new ConfigError(`--country wants an ISO 3166 code such as DE, not "${values.country}".`);
    // a reader that has seen enough is no failure
    process.stdout.on('error', () => process.exit(0));
    const routes = values.offline ? undefined : lookUp();
    const waiting: Promise<ContactPointCheck>[] = [];
    for await (const input of inputs(positionals)) {
      waiting.push(judgePoint(input, country, routes));
      if (waiting.length >= AT_ONCE) await write(await waiting.shift()!);
    }
    for (const verdict of waiting) await write(await verdict);
    return 0;
  },
};

function lookUp() {
  const servers = dnsServers();
  if (servers === 'none') return undefined;
  const dns = new MailRoutes(servers === 'system' ? {} : { servers });
  return remembering((domain) => dns.of(domain));
}

async function* inputs(given: string[]): AsyncGenerator<string> {
  for (const each of given)
    if (each !== '-') yield each;
    else
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity }))
        if (line.trim() !== '') yield line.replace(/^\uFEFF/, '').trim();
}

async function write(verdict: ContactPointCheck): Promise<void> {
  const { input, kind, state, reason, normalised, ...more } = verdict;
  const told = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== null));
  const line = `${JSON.stringify({ input, kind, state, reason, normalised, ...told })}\n`;
  if (!process.stdout.write(line)) await once(process.stdout, 'drain');
}
