import type { MergeFields } from './merge-fields.js';
import { markupOf, missingIn, renderMail } from './templates.js';

const fields: MergeFields = {
  contact: { name: '', givenName: '', familyName: '', title: '' },
  organization: { name: 'Casemill', industry: '', city: '', country: '' },
  proposition: { title: 'VMI', narrative: 'N', promise: 'P' },
  lens: '',
  sender: { name: 'Nancy' },
  links: { stop: 'https://x.example/s', respond: 'https://x.example/r' },
};
const mail = (body: string, subject = 'x') => ({ key: 'a', kind: 'email' as const, intent: 'x', subject, body });
const text = async (body: string, contact: Partial<MergeFields['contact']> = {}) =>
  (await renderMail(mail(body), 'other', { ...fields, contact: { ...fields.contact, ...contact } })).text;

test.each([
  ['Dear {{ contact.givenName }},\n\nwe', 'Hello,\n\nwe'],
  ['Dear {{ contact.givenName }} {{ contact.familyName }},\n\nwe', 'Hello,\n\nwe'],
  ['Dear {{contact.name}}: we', 'Hello: we'],
  ['Dear Mr {{ contact.familyName }},', 'Hello,'],
  ['Hi {{ contact.givenName }}!', 'Hi!'],
  ['Hello {{ contact.givenName | capitalize }} - we', 'Hello - we'],
  ['Good morning {{ contact.name }},', 'Good morning,'],
  ['Guten Tag Frau {{ contact.familyName }},', 'Guten Tag,'],
  ['Sehr geehrte(r) Frau/Herr {{ contact.familyName }},', 'Guten Tag,'],
  ['Liebe {{ contact.givenName }},', 'Guten Tag,'],
  ['Hallo {{ contact.givenName }},', 'Hallo,'],
  ['Bonjour {{ contact.givenName }},', 'Bonjour,'],
  ['Chère {{ contact.givenName }},', 'Bonjour,'],
  ['Estimado/a {{ contact.name }}:', 'Buenos días:'],
  ['Beste {{ contact.givenName }},', 'Goedendag,'],
  ['Уважаемая {{ contact.name }}!', 'Здравствуйте!'],
  // the template's own words come first
  ['Dear {{ contact.givenName | default: "colleague" }},', 'Dear colleague,'],
  ["Dear {{ contact.givenName | default: contact.name | default: 'reader' }},", 'Dear reader,'],
  ['{% if contact.givenName != "" %}Dear {{ contact.givenName }}{% else %}Good day{% endif %},', 'Good day,'],
  // elsewhere
  ['Is this worth ten minutes, {{ contact.givenName }}?', 'Is this worth ten minutes?'],
  ['Well, {{ contact.givenName }}, what now?', 'Well, what now?'],
  ['{{ contact.givenName }}', ''],
  ['As {{ contact.title }} you decide.', 'As you decide.'],
])('without a name %j is %j', async (body, expected) => {
  expect(await text(body)).toBe(expected);
});

test('with a name nothing changes', async () => {
  expect(await text('Dear {{ contact.givenName -}}  ,', { givenName: 'Ana' })).toBe('Dear Ana,');
  expect(await text('Dear {{ contact.givenName }}, {{ contact.title }}', { givenName: 'Ana', title: 'CFO' })).toBe(
    'Dear Ana, CFO',
  );
});

test('the same in a subject and in HTML', async () => {
  const step = {
    ...mail('{{ links.stop }}', 'Ten minutes, {{ contact.givenName }}?'),
    mjml: '<mjml><mj-body><mj-section><mj-column><mj-text>Dear {{ contact.givenName }},<br/>we {{ links.stop }}</mj-text></mj-column></mj-section></mj-body></mjml>',
  };
  const { subject, html } = await renderMail(step, 'other', fields, (await markupOf([step])).a);
  expect(subject).toBe('Ten minutes?');
  expect(html).toMatch(/>\s*Hello,<br/);
  expect(html).not.toMatch(/Dear|\uE000|57344/);
});

test('what is missing is listed', async () => {
  expect(await missingIn(mail('Dear {{ contact.givenName }} of {{ organization.name }}'), 'other', fields)).toEqual([
    'contact.givenName',
  ]);
});

test('a hostile text is settled in no time', async () => {
  const start = performance.now();
  for (const piece of ['a ', '\uE000', '\uE000 a ', 'Dear ', '\n>a.b '])
    await text(`Dear {{ contact.givenName }} ${piece.repeat(100_000 / piece.length)}`).catch(() => null);
  expect(performance.now() - start).toBeLessThan(5_000);
});
