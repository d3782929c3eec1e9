import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { DnsServer, mx } from '../../support/dns-server.js';
import type { Json } from '../../support/http.js';
import { project } from '../../support/project.js';

const CLI = `${project}dist/programs/main.cli.js`;

let dns: DnsServer;

beforeAll(async () => {
  dns = await DnsServer.open({ 'acme.test': [mx('mx.acme.test')], 'mute.test': 'silence' });
});
afterAll(() => dns.close());

/** As built, and with neither a database nor a secret. */
async function verify(
  args: string[],
  input = '',
  servers = dns.address,
): Promise<{ code: number; lines: Json[]; error: string }> {
  const child = spawn(process.execPath, [CLI, 'verify', ...args], {
    env: { PATH: process.env.PATH, DNS_SERVERS: servers },
  });
  child.stdin.end(input);
  const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const lines = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Json);
  return { code: code as number, lines, error };
}

test('each contact point gets a line, with what applies to it', async () => {
  const { code, lines } = await verify([
    '--country',
    'DE',
    'Maria@ACME.test',
    'x@gone.test',
    '030 901820',
    'hello',
    'x@gmial.com',
  ]);
  expect(code).toBe(0);
  expect(lines).toEqual([
    { input: 'Maria@ACME.test', kind: 'email', state: 'valid', reason: null, normalised: 'maria@acme.test' },
    { input: 'x@gone.test', kind: 'email', state: 'invalid', reason: 'no_such_domain', normalised: 'x@gone.test' },
    {
      input: '030 901820',
      kind: 'phone',
      state: 'valid',
      reason: null,
      normalised: '+4930901820',
      type: 'fixed_line',
      region: 'DE',
    },
    { input: 'hello', kind: 'unknown', state: 'invalid', reason: 'neither_address_nor_number', normalised: null },
    {
      input: 'x@gmial.com',
      kind: 'email',
      state: 'invalid',
      reason: 'no_such_domain',
      normalised: 'x@gmial.com',
      suggestion: 'x@gmail.com',
    },
  ]);
});

test('lines come out in the order in which they went in, also where one waits for DNS', async () => {
  const inputs = Array.from({ length: 3_000 }, (_, n) =>
    n % 1_000 === 0 ? `p${n}@mute.test` : n % 2 ? `p${n}@acme.test` : `+49 1522 88${10_000 + n}`,
  );
  const { lines } = await verify(['-'], `\uFEFF${inputs.join('\r\n')}\n\n`);
  expect(lines.map(({ input }) => input)).toEqual(inputs);
  expect(lines[1_000]).toMatchObject({ state: 'unverified', reason: 'dns_unavailable' });
  expect(lines[1_001]).toMatchObject({ state: 'valid' });
});

test('where DNS is out of reach, cut off from the world or not wanted, nothing is called valid', async () => {
  const unverified = [{ state: 'unverified', reason: 'dns_unavailable' }];
  expect((await verify(['m@acme.test'], '', '127.0.0.1:9')).lines).toMatchObject(unverified);
  expect((await verify(['m@acme.test'], '', 'none')).lines).toMatchObject(unverified);
  dns.blind = true;
  expect((await verify(['m@gone.test'])).lines).toMatchObject(unverified);
  dns.blind = false;
  dns.asked.length = 0;
  expect((await verify(['m@acme.test', '--offline'])).lines).toMatchObject(unverified);
  expect(dns.asked).toEqual([]);
});

test('what cannot be understood is one line of plain words', async () => {
  for (const [args, words] of [
    [[], 'Usage: verify'],
    [['a@b.de', '--country', 'Atlantis'], '--country wants'],
  ] as [string[], string][]) {
    const { code, lines, error } = await verify(args);
    expect([code, lines]).toEqual([1, []]);
    expect(error.trim().split('\n')).toEqual([expect.stringContaining(words)]);
  }
  expect((await verify(['a@b.de'], '', 'nonsense')).error).toContain('DNS_SERVERS has "nonsense"');
});
