import { renderMail, templateProblems, type MergeFields } from './templates.js';

const step = (body: string, subject = 'Hello') => ({ key: 'a', kind: 'email' as const, intent: 'x', subject, body });
const fields: MergeFields = {
  contact: { name: 'Ana Trujillo', givenName: 'Ana', title: 'Owner' },
  organization: { name: 'Trujillo', industry: '', city: 'México D.F.', country: 'MX' },
  proposition: { title: 'VMI', narrative: 'N', promise: 'P' },
  lens: 'from the version',
  sender: { name: 'Nancy' },
  links: { respond: 'http://x/r/1' },
};

test('a mail names its reader', () => {
  expect(
    renderMail(step('Dear {{ contact.givenName }}, {{ lens }}', 'For {{ organization.name }}'), 'other', fields),
  ).toEqual({ subject: 'For Trujillo', text: 'Dear Ana, from the version' });
});

test('a step’s own lens for the role wins over the version’s', () => {
  const lensed = { ...step('{{ lens }}'), lenses: { champion: 'Because {{ contact.title }}' } };
  expect(renderMail(lensed, 'champion', fields).text).toBe('Because Owner');
  expect(renderMail(lensed, 'coach', fields).text).toBe('from the version');
});

test('an unknown variable is named, with what there is', () => {
  expect(templateProblems([step('{{ contact.shoeSize }}')])).toMatchObject([
    { field: 'steps.0.body', message: expect.stringMatching(/contact\.shoeSize.*contact\.givenName/) },
  ]);
});

test.each([
  '{{ contact.constructor }}',
  '{{ contact.__proto__ }}',
  '{{ "a" | nofilter }}',
  '{% if %}',
  '{% include "x" %}',
  '{% render "/etc/passwd" %}',
])('%s is refused', (text) => {
  expect(templateProblems([step(text)])).toHaveLength(1);
});

test('a template that runs away is stopped', () => {
  const started = Date.now();
  expect(
    templateProblems([step('{% for i in (1..100000000) %}{% for j in (1..100000000) %}x{% endfor %}{% endfor %}')]),
  ).toHaveLength(1);
  expect(Date.now() - started).toBeLessThan(5_000);
});

test('a name with a line break cannot make a header', () => {
  expect(
    renderMail(step('x', 'For {{ contact.name }}'), 'other', {
      ...fields,
      contact: { ...fields.contact, name: 'A\r\nBcc: all@x.example' },
    }).subject,
  ).toBe('For A Bcc: all@x.example');
});
