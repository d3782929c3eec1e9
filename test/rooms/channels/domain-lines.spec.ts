import { generateKeyPairSync } from 'node:crypto';
import { domainLines, type DomainFacts } from '../../../src/channels/email/domain-health/domain-lines.js';
import { worstOf, type HealthLine, type LineId } from '../../../src/channels/email/domain-health/line.js';
import { Lookups } from '../../../src/channels/email/domain-health/lookups.js';
import { a, DnsServer, mx, ptr, txt, type Zone } from '../../support/dns-server.js';

const pair = (bits: number) =>
  generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const [own, other, short] = [pair(2048), pair(2048), pair(512)];
const keyRecord = ({ publicKey }: { publicKey: Buffer }) => txt(`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`);

const SPF = txt('v=spf1 ip4:5.6.7.0/24 -all');
const MX = mx('mx.acme.test');
const DKIM = 's1._domainkey.acme.test';
const DMARC = '_dmarc.acme.test';
const REVERSE = '8.7.6.5.in-addr.arpa';
const GOOD: Zone = {
  'acme.test': [SPF, MX],
  [DKIM]: [keyRecord(own)],
  [DMARC]: [txt('v=DMARC1; p=reject; rua=mailto:d@acme.test')],
  '_mta-sts.acme.test': [txt('v=STSv1; id=1')],
  [REVERSE]: [ptr('mail.acme.test')],
  'mail.acme.test': [a('5.6.7.8')],
};
const HEAD =
  'List-Unsubscribe: <https://o.test/r/x>,\r\n <mailto:b@acme.test>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click';
const sampleOf = (head: string) => ({
  raw: Buffer.from(`${head}\r\n\r\nHello`),
  stop: 'https://o.test/r/x',
  text: 'Hello\n\n-- \n1 Main Street\nNo more emails from us: https://o.test/r/x',
  postalAddress: '1 Main Street' as string | null,
});
const FACTS: DomainFacts = {
  domain: 'acme.test',
  returnDomain: 'acme.test',
  server: { host: 'mail.acme.test', address: '5.6.7.8', own: true, tls: 'valid', words: null },
  dkim: { domain: 'acme.test', selector: 's1', privateKey: own.privateKey },
  sample: sampleOf(HEAD),
  verify: async () => ({ result: 'pass', evidence: 'dkim=pass' }),
  asksBlockLists: true,
  week: { sent: 1000, complained: 1 },
};

let dns: DnsServer;
beforeAll(async () => void (dns = await DnsServer.open()));
afterAll(() => dns.close());

async function lines(zone: Zone, facts: Partial<DomainFacts> = {}, patience?: number): Promise<HealthLine[]> {
  dns.reset({ ...GOOD, ...zone });
  const lookups = new Lookups([dns.address], patience);
  try {
    return await domainLines({ ...FACTS, ...facts }, lookups);
  } finally {
    lookups.close();
  }
}

test('a sender with everything in order meets every line', async () => {
  const found = await lines({});
  expect(found.filter(({ status }) => status !== 'met')).toEqual([]);
  expect(found).toHaveLength(22);
  expect(worstOf(found)).toBe('met');
});

const includes = (count: number): Zone => ({
  'acme.test': [txt(`v=spf1 ${Array.from({ length: count }, (_, n) => `include:i${n}.test`).join(' ')} -all`), MX],
  ...Object.fromEntries(Array.from({ length: count }, (_, n) => [`i${n}.test`, [txt('v=spf1 ip4:10.0.0.1 -all')]])),
});
const server = { ...FACTS.server };
const noDkim = { dkim: null };
const spf = (record: string): Zone => ({ 'acme.test': [txt(record), MX] });

type Case = [what: string, line: LineId, expected: string, zone: Zone, facts?: Partial<DomainFacts>];
test.each<Case>([
  ['no SPF', 'spf_record', 'not_met spf_missing warns', { 'acme.test': [MX] }],
  ['two SPF records', 'spf_record', 'not_met spf_two_records warns', { 'acme.test': [SPF, txt('v=spf1 a -all'), MX] }],
  ['an SPF record that is none', 'spf_record', 'not_met spf_invalid warns', spf('v=spf1 ip4:300.1.1.1 nonsense -all')],
  ['a record that begins like SPF', 'spf_record', 'met', { 'acme.test': [SPF, txt('v=spf10 a'), MX] }],
  ['10 look-ups', 'spf_lookups', 'met', includes(10)],
  ['11 look-ups', 'spf_lookups', 'not_met spf_too_many_lookups warns', includes(11)],
  ['an SPF loop', 'spf_lookups', 'not_met spf_too_many_lookups warns', spf('v=spf1 include:acme.test -all')],
  ['+all', 'spf_all', 'not_met spf_allows_all warns', spf('v=spf1 +all')],
  ['?all', 'spf_all', 'not_met spf_allows_all warns', spf('v=spf1 ip4:5.6.7.8 ?all')],
  ['no all', 'spf_all', 'not_met spf_allows_all warns', spf('v=spf1 ip4:5.6.7.8')],
  ['~all', 'spf_all', 'met', spf('v=spf1 ip4:5.6.7.8 ~all')],
  ['an own server that SPF does not name', 'spf_server', 'not_met spf_not_server warns', spf('v=spf1 -all')],
  [
    'a server of a provider',
    'spf_server',
    'unknown not_own_server warns',
    spf('v=spf1 -all'),
    { server: { ...server, own: false } },
  ],
  ['no DKIM key in DNS', 'dkim_key', 'not_met dkim_missing warns', { [DKIM]: [txt('something else')] }],
  ['a revoked DKIM key', 'dkim_key', 'not_met dkim_revoked blocks', { [DKIM]: [txt('v=DKIM1; p=')] }],
  ['a DKIM key of 512 bits', 'dkim_key', 'not_met dkim_short warns', { [DKIM]: [keyRecord(short)] }],
  ['a DKIM key that cannot be read', 'dkim_key', 'not_met dkim_unreadable warns', { [DKIM]: [txt('v=DKIM1; p=AAAA')] }],
  ['the DKIM key of another', 'dkim_match', 'not_met dkim_other_key warns', { [DKIM]: [keyRecord(other)] }],
  [
    'a signature that does not verify',
    'dkim_signature',
    'not_met dkim_not_verified warns',
    {},
    { verify: async () => ({ result: 'fail', evidence: 'dkim=fail' }) },
  ],
  ['no key here, some in DNS', 'dkim_key', 'unknown dkim_by_server warns', { '_domainkey.acme.test': [] }, noDkim],
  ['no key here, none in DNS', 'dkim_key', 'not_met dkim_no_key warns', {}, noDkim],
  ['neither SPF nor DKIM', 'authentication', 'not_met no_authentication blocks', { 'acme.test': [MX] }, noDkim],
  ['DKIM alone', 'authentication', 'met', { 'acme.test': [MX] }],
  ['no DMARC', 'dmarc_record', 'not_met dmarc_missing warns', { [DMARC]: [] }],
  [
    'two DMARC records',
    'dmarc_record',
    'not_met dmarc_two_records warns',
    { [DMARC]: [txt('v=DMARC1; p=none'), txt('v=DMARC1; p=reject')] },
  ],
  [
    'a policy that does not exist',
    'dmarc_record',
    'not_met dmarc_invalid warns',
    { [DMARC]: [txt('v=DMARC1; p=deny')] },
  ],
  ['no address for reports', 'dmarc_reports', 'not_met dmarc_no_reports warns', { [DMARC]: [txt('v=DMARC1; p=none')] }],
  [
    'nothing aligned, rejected',
    'dmarc_alignment',
    'not_met dmarc_reject_unaligned blocks',
    { 'b.test': [SPF], 's1._domainkey.c.test': [keyRecord(own)] },
    { returnDomain: 'b.test', dkim: { ...FACTS.dkim!, domain: 'c.test' } },
  ],
  [
    'nothing aligned, not rejected',
    'dmarc_alignment',
    'not_met dmarc_unaligned warns',
    { [DMARC]: [txt('v=DMARC1; p=none')], 'b.test': [SPF] },
    { returnDomain: 'b.test', dkim: { ...FACTS.dkim!, domain: 'c.test' } },
  ],
  [
    'a strict policy, SPF of a subdomain',
    'dmarc_alignment',
    'not_met dmarc_reject_unaligned blocks',
    { [DMARC]: [txt('v=DMARC1; p=reject; aspf=s; adkim=s')], 'b.acme.test': [SPF] },
    { returnDomain: 'b.acme.test', dkim: { ...FACTS.dkim!, domain: 'c.test' } },
  ],
  [
    'a relaxed policy, SPF of a subdomain',
    'dmarc_alignment',
    'met',
    { 'b.acme.test': [SPF] },
    { returnDomain: 'b.acme.test', dkim: { ...FACTS.dkim!, domain: 'c.test' } },
  ],
  [
    'nothing aligned, the server may sign',
    'dmarc_alignment',
    'unknown dkim_by_server warns',
    { 'b.test': [SPF], '_domainkey.acme.test': [] },
    { returnDomain: 'b.test', dkim: null },
  ],
  ['null MX', 'mx_from', 'not_met mx_null blocks', { 'acme.test': [SPF, mx('.', 0)] }],
  [
    'null MX of the return path',
    'mx_return',
    'not_met mx_null warns',
    { 'b.test': [SPF, mx('.', 0)] },
    { returnDomain: 'b.test' },
  ],
  ['no MX', 'mx_from', 'not_met mx_missing warns', { 'acme.test': [SPF] }],
  ['no MTA-STS', 'mta_sts', 'not_met mta_sts_missing warns', { '_mta-sts.acme.test': [] }],
  ['no TLS', 'tls', 'not_met tls_missing warns', {}, { server: { ...server, tls: 'missing' } }],
  ['a wrong certificate', 'tls', 'not_met tls_certificate warns', {}, { server: { ...server, tls: 'certificate' } }],
  [
    'a server that was not reached',
    'tls',
    'unknown no_answer warns',
    {},
    { server: { ...server, tls: 'unknown', address: null } },
  ],
  ['no PTR', 'ptr', 'not_met ptr_missing warns', { [REVERSE]: [] }],
  ['a PTR that leads elsewhere', 'ptr', 'not_met ptr_missing warns', { 'mail.acme.test': [a('5.6.7.9')] }],
  ['the PTR of a provider', 'ptr', 'not_applicable not_own_server warns', {}, { server: { ...server, own: false } }],
  [
    'no one-click header',
    'one_click',
    'not_met one_click_missing warns',
    {},
    { sample: sampleOf('List-Unsubscribe: <https://o.test/>') },
  ],
  [
    'one click without TLS',
    'one_click',
    'not_met one_click_not_https warns',
    {},
    { sample: sampleOf(HEAD.replace('https', 'http')) },
  ],
  [
    'no way out by mail',
    'unsubscribe_mail',
    'not_met unsubscribe_mail_missing warns',
    {},
    { sample: sampleOf('X: y') },
  ],
  [
    'no visible way out',
    'way_out',
    'not_met way_out_missing warns',
    {},
    { sample: { ...sampleOf(HEAD), stop: 'https://other.test' } },
  ],
  [
    'no postal address',
    'postal_address',
    'not_met postal_address_missing warns',
    {},
    { sample: { ...sampleOf(HEAD), postalAddress: null } },
  ],
  [
    'a domain on a block list',
    'block_lists',
    'not_met listed warns',
    { 'acme.test.dbl.spamhaus.org': [a('127.0.1.2')] },
  ],
  [
    'an address on a block list',
    'block_lists',
    'not_met listed warns',
    { '8.7.6.5.zen.spamhaus.org': [a('127.0.0.4')] },
  ],
  [
    'a block list that refuses open resolvers',
    'block_lists',
    'unknown list_refuses warns',
    { 'acme.test.dbl.spamhaus.org': [a('127.255.255.254')] },
  ],
  [
    'a block list that is silent',
    'block_lists',
    'unknown no_answer warns',
    { 'acme.test.multi.surbl.org': 'SERVFAIL' },
  ],
  ['block lists switched off', 'block_lists', 'not_applicable switched_off warns', {}, { asksBlockLists: false }],
  ['too many complaints', 'complaints', 'not_met complaints_high warns', {}, { week: { sent: 1000, complained: 3 } }],
  ['few mails', 'complaints', 'not_applicable few_mails warns', {}, { week: { sent: 99, complained: 9 } }],
])('%s: %s is %s', async (_, id, expected, zone, ...facts) => {
  const found = (await lines(zone, ...facts)).find((line) => line.id === id)!;
  const { status, reason, severity } = found;
  expect(status === 'met' ? status : `${status} ${reason} ${severity}`).toBe(expected);
});

const OF_DNS: LineId[] = [
  'authentication',
  'spf_record',
  'spf_lookups',
  'spf_all',
  'spf_server',
  'dkim_key',
  'dkim_match',
  'dkim_signature',
  'dmarc_record',
  'dmarc_alignment',
  'dmarc_reports',
  'mx_from',
  'mx_return',
  'mta_sts',
  'ptr',
  'block_lists',
];
test.each(['silence', 'SERVFAIL', 'REFUSED', 'blind'] as const)(
  'DNS that has no answer (%s) is unknown',
  async (how) => {
    const names = ['acme.test', DKIM, DMARC, '_mta-sts.acme.test', REVERSE, 'acme.test.dbl.spamhaus.org'];
    dns.blind = how === 'blind';
    const answer = how === 'blind' ? undefined : how;
    const zone = Object.fromEntries(names.map((name) => [name, answer])) as Zone;
    dns.reset({});
    const began = performance.now();
    const found = await lines(zone, { verify: async () => ({ result: 'unknown', evidence: 'dkim=temperror' }) });
    dns.blind = false;
    const ofDns = found.filter(({ id }) => OF_DNS.includes(id));
    expect(Object.fromEntries(ofDns.map(({ id, status }) => [id, status]))).toEqual(
      Object.fromEntries(OF_DNS.map((id) => [id, 'unknown'])),
    );
    expect(worstOf(found)).not.toBe('blocks');
    expect(performance.now() - began).toBeLessThan(15_000);
  },
  30_000,
);

test('records to copy are whole: what was allowed before stays allowed', async () => {
  const recordOf = async (id: LineId, zone: Zone, facts?: Partial<DomainFacts>) =>
    (await lines(zone, facts)).find((line) => line.id === id)!.record?.value;
  expect(await recordOf('spf_record', { 'acme.test': [SPF, txt('v=spf1 include:b.test ?all'), MX] })).toBe(
    'v=spf1 ip4:5.6.7.0/24 include:b.test ~all',
  );
  expect(await recordOf('spf_record', { 'acme.test': [MX] })).toBe('v=spf1 a:mail.acme.test ~all');
  expect(
    await recordOf(
      'spf_record',
      { 'acme.test': [MX] },
      { server: { ...server, host: 'smtp.sendgrid.net', own: false } },
    ),
  ).toBe('v=spf1 include:sendgrid.net ~all');
  expect(await recordOf('dkim_key', { [DKIM]: [txt('v=DKIM1; p=')] })).toBe(
    `v=DKIM1; k=rsa; p=${own.publicKey.toString('base64')}`,
  );
  expect(await recordOf('dmarc_reports', { [DMARC]: [txt('v=DMARC1; p=none;')] })).toBe(
    'v=DMARC1; p=none; rua=mailto:dmarc@acme.test',
  );
});
