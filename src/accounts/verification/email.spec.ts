import fc from 'fast-check';
import { readAddress } from './address.js';
import { judgeEmail } from './email.js';
import type { MailRoute } from './mail-route.js';
import { isDisposable, isFunction, meantDomain } from './risks.js';

const by = (route: MailRoute) => () => Promise.resolve(route);

test.each([
  ['maria.anders@example.com', 'maria.anders', 'example.com'],
  ['Maria Anders <Maria@EXAMPLE.com>', 'Maria', 'example.com'],
  ['mailto:a+b@example.co.uk', 'a+b', 'example.co.uk'],
  ['"a b@c"@example.com', '"a b@c"', 'example.com'],
  [String.raw`"a\"b"@example.com`, String.raw`"a\"b"`, 'example.com'],
  ["!#$%&'*+/=?^_`{|}~-@example.com", "!#$%&'*+/=?^_`{|}~-", 'example.com'],
  ['x@bücher.example', 'x', 'xn--bcher-kva.example'],
  ['x@例え.テスト', 'x', 'xn--r8jz45g.xn--zckzah'],
  ['x@例え。テスト', 'x', 'xn--r8jz45g.xn--zckzah'],
  ['josé@example.com', 'josé', 'example.com'],
  [`${'a'.repeat(64)}@example.com`, 'a'.repeat(64), 'example.com'],
  ['x@[192.168.1.1]', 'x', '[192.168.1.1]'],
  ['x@[IPv6:2001:db8::1]', 'x', '[ipv6:2001:db8::1]'],
])('%s is read', (text, local, domain) => expect(readAddress(text)).toMatchObject({ local, domain }));

test.each([
  ['', 'empty'],
  ['maria', 'no_at_sign'],
  ['@example.com', 'local_part_empty'],
  ['maria@', 'domain_empty'],
  ['.maria@example.com', 'local_part_syntax'],
  ['maria.@example.com', 'local_part_syntax'],
  ['ma..ria@example.com', 'local_part_syntax'],
  ['ma ria@example.com', 'local_part_syntax'],
  ['a@b@example.com', 'local_part_syntax'],
  ['(comment)a@example.com', 'local_part_syntax'],
  ['"a"b@example.com', 'quotes'],
  ['"a"b"@example.com', 'quotes'],
  ['"a\nb"@example.com', 'quotes'],
  [`${'a'.repeat(65)}@example.com`, 'local_part_too_long'],
  [`${'é'.repeat(33)}@example.com`, 'local_part_too_long'],
  [`a@${'a'.repeat(64)}.com`, 'domain_syntax'],
  [`a@${`${'a'.repeat(60)}.`.repeat(5)}com`, 'domain_too_long'],
  [`${'a'.repeat(64)}@${`${'a'.repeat(60)}.`.repeat(3)}abcdefg.com`, 'too_long'],
  ['a@example', 'domain_without_dot'],
  ['a@-example.com', 'domain_syntax'],
  ['a@example-.com', 'domain_syntax'],
  ['a@exa_mple.com', 'domain_syntax'],
  ['a@example..com', 'domain_syntax'],
  ['a@example.com.', 'domain_syntax'],
  ['a@example.c', 'domain_syntax'],
  ['a@1.2.3.4', 'domain_syntax'],
  ['a@example.123', 'domain_syntax'],
  ['a@xn--a.example', 'idn'],
  ['a@[1.2.3]', 'domain_syntax'],
  ['a@[IPv6:::1%eth0]', 'domain_syntax'],
  ['a@exam%70le.com', 'domain_syntax'],
])('%j is no address: %s', (text, problem) => expect(readAddress(text)).toEqual({ problem }));

test('whatever text comes, it is read or refused, and what is read is read again as itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
      const read = readAddress(text);
      if ('problem' in read) return;
      expect(readAddress(`${read.local}@${read.domain}`)).toEqual(read);
    }),
  );
});

test('what fast-check calls an address is one', () => {
  fc.assert(fc.property(fc.emailAddress(), (text) => expect(readAddress(text)).not.toHaveProperty('problem')));
});

test.each([
  ['mx', 'valid', null],
  ['address_only', 'risky', 'no_mx'],
  ['null_mx', 'invalid', 'accepts_no_mail'],
  ['no_mail_server', 'invalid', 'no_mail_server'],
  ['no_such_domain', 'invalid', 'no_such_domain'],
  ['unknown', 'unverified', 'dns_unavailable'],
] as const)('where mail goes to %s, the address is %s (%s)', async (route, state, reason) => {
  expect(await judgeEmail('Maria@Acme-Pumps.com', by(route))).toEqual({
    state,
    reason,
    suggestion: null,
    normalised: 'maria@acme-pumps.com',
  });
});

test('what is risky is so with and without DNS, and invalid outranks it', async () => {
  const risky = { state: 'risky', reason: 'misspelt_domain', suggestion: 'maria@gmail.com' };
  expect(await judgeEmail('maria@gmial.com')).toMatchObject(risky);
  expect(await judgeEmail('maria@gmial.com', by('mx'))).toMatchObject(risky);
  expect(await judgeEmail('maria@gmial.com', by('no_such_domain'))).toMatchObject({
    state: 'invalid',
    reason: 'no_such_domain',
    suggestion: 'maria@gmail.com',
  });
  expect(await judgeEmail('info@acme-pumps.com', by('mx'))).toMatchObject({ state: 'risky', reason: 'role_address' });
  expect(await judgeEmail('x@mailinator.com', by('mx'))).toMatchObject({ state: 'risky', reason: 'disposable_domain' });
  expect(await judgeEmail('josé@acme-pumps.com', by('mx'))).toMatchObject({ reason: 'needs_smtputf8' });
  expect(await judgeEmail('x@[192.0.2.1]', by('mx'))).toMatchObject({ state: 'risky', reason: 'address_literal' });
  expect(await judgeEmail('x@foo.invalid', by('mx'))).toMatchObject({ state: 'invalid', reason: 'reserved_domain' });
  expect(await judgeEmail('maria@acme-pumps.com')).toMatchObject({ state: 'unverified', reason: 'dns_unavailable' });
});

test.each([
  ['gmial.com', 'gmail.com'],
  ['gmai.com', 'gmail.com'],
  ['gnail.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['gmail.cm', 'gmail.com'],
  ['gamil.com', 'gmail.com'],
  ['googlmail.com', 'googlemail.com'],
  ['hotmial.com', 'hotmail.com'],
  ['hotmal.co.uk', 'hotmail.co.uk'],
  ['hotamil.con', 'hotmail.com'],
  ['outlok.com', 'outlook.com'],
  ['outllook.de', 'outlook.de'],
  ['yaho.com', 'yahoo.com'],
  ['yahooo.co.uk', 'yahoo.co.uk'],
  ['iclod.com', 'icloud.com'],
  ['acme.con', 'acme.com'],
  ['mail.acme.cmo', 'mail.acme.com'],
  ['acme.co.ukk', 'acme.co.uk'],
])('%s was meant to be %s', (domain, meant) => expect(meantDomain(domain)).toBe(meant));

test.each([
  'gmail.com',
  'ymail.com',
  'email.com',
  'mail.com',
  'aon.com',
  'gmx.de',
  'web.de',
  'yahoo.co.jp',
  'outlook.fr',
  'acme.co',
  'orange.com',
  'oracle.com',
  'range.fr',
  'lime.com',
  'dive.com',
  'protonmail.ch',
  'northwind.example',
  't-online.de',
])('%s may well be meant', (domain) => expect(meantDomain(domain)).toBeNull());

test('functions are told from people', () => {
  for (const local of [
    'info',
    'Sales',
    'no-reply',
    'no.reply',
    'support+42',
    'sales-de',
    'customer.service',
    'Einkauf',
  ])
    expect([local, isFunction(local)]).toEqual([local, true]);
  for (const local of ['maria.anders', 'information.lee', 'salesman', 'adminah', 'hr.meyer', 'li'])
    expect([local, isFunction(local)]).toEqual([local, false]);
});

test('disposable is a domain and whatever stands below it', () => {
  expect([isDisposable('mailinator.com'), isDisposable('x.mailinator.com'), isDisposable('acme.com')]).toEqual([
    true,
    true,
    false,
  ]);
});
