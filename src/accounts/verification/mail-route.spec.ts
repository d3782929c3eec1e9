import { a, aaaa, DnsServer, mx } from '../../../test/support/dns-server.js';
import { MailRoutes } from './mail-route.js';
import { remembering } from './remembered.js';

let server: DnsServer;

beforeAll(async () => {
  server = await DnsServer.open({
    'acme.example': [mx('mx1.acme.example'), mx('mx2.acme.example', 20), a('192.0.2.1')],
    'nomail.example': [mx('.', 0)],
    'old.example': [a('192.0.2.2')],
    'six.example': [aaaa('2001:db8::1')],
    'bare.example': [],
    'broken.example': 'SERVFAIL',
    'shut.example': 'REFUSED',
    'mute.example': 'silence',
  });
});
afterAll(() => server.close());

const routes = (): MailRoutes => new MailRoutes({ servers: [server.address], timeout: 150, tries: 1 });

test.each([
  ['acme.example', 'mx'],
  ['nomail.example', 'null_mx'],
  ['old.example', 'address_only'],
  ['six.example', 'address_only'],
  ['bare.example', 'no_mail_server'],
  ['gone.example', 'no_such_domain'],
  ['broken.example', 'unknown'],
  ['shut.example', 'unknown'],
  ['mute.example', 'unknown'],
])('mail for %s: %s', async (domain, route) => expect(await routes().of(domain)).toBe(route));

test('of a resolver that is cut off from the world, "no such domain" is not believed', async () => {
  server.blind = true;
  expect(await routes().of('gone.example')).toBe('unknown');
  const seeing = routes();
  // one that has told a name knows something
  expect([await seeing.of('acme.example'), await seeing.of('gone.example')]).toEqual(['mx', 'no_such_domain']);
  server.blind = false;
});

test('silence is unknown, and after some silences no time is spent on more', async () => {
  const nobody = new MailRoutes({ servers: [server.address], timeout: 150, tries: 1 });
  const found = await Promise.all(Array.from({ length: 25 }, () => nobody.of('mute.example')));
  expect(new Set(found)).toEqual(new Set(['unknown']));
  const before = Date.now();
  for (let n = 0; n < 200; n++) expect(await nobody.of('mute.example')).toBe('unknown');
  expect(Date.now() - before).toBeLessThan(5_000);
});

test('a domain is asked for once, also by many at the same moment', async () => {
  server.asked.length = 0;
  const direct = routes();
  const ask = remembering((domain) => direct.of(domain), 2);
  await Promise.all([1, 2, 3].map(() => ask('acme.example')));
  await ask('old.example');
  await ask('six.example');
  expect(server.asked.filter((each) => each === 'MX acme.example')).toHaveLength(1);
  await ask('acme.example');
  // two are remembered, not three
  expect(server.asked.filter((each) => each === 'MX acme.example')).toHaveLength(2);
});
