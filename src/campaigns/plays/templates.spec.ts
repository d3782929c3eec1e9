import type { MergeFields } from './merge-fields.js';
import { markupOf, renderMail, RenderTooSlow, templateProblems } from './templates.js';

const step = (body: string, subject = 'Hello') => ({ key: 'a', kind: 'email' as const, intent: 'x', subject, body });
const fields: MergeFields = {
  contact: { name: 'Ana Trujillo', givenName: 'Ana', familyName: 'Trujillo', title: 'Owner' },
  organization: { name: 'Trujillo', industry: '', city: 'México D.F.', country: 'MX' },
  proposition: { title: 'VMI', narrative: 'N', promise: 'P' },
  lens: 'from the version',
  sender: { name: 'Nancy' },
  links: { stop: 'https://x.example/s', respond: 'http://x/r/1' },
};

test('a mail names its reader', async () => {
  expect(
    await renderMail(step('Dear {{ contact.givenName }}, {{ lens }}', 'For {{ organization.name }}'), 'other', fields),
  ).toEqual({ subject: 'For Trujillo', text: 'Dear Ana, from the version', html: null });
});

test('a step’s own lens for the role wins over the version’s', async () => {
  const lensed = { ...step('{{ lens }}'), lenses: { champion: 'Because {{ contact.title }}' } };
  expect((await renderMail(lensed, 'champion', fields)).text).toBe('Because Owner');
  expect((await renderMail(lensed, 'coach', fields)).text).toBe('from the version');
});

test('an unknown variable is named, with what there is', async () => {
  expect(await templateProblems([step('{{ contact.shoeSize }}')])).toMatchObject([
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
])('%s is refused', async (text) => {
  expect(await templateProblems([step(text)])).toHaveLength(1);
});

test('a template that runs away is stopped', async () => {
  const started = Date.now();
  expect(
    await templateProblems([
      step('{% for i in (1..100000000) %}{% for j in (1..100000000) %}x{% endfor %}{% endfor %}'),
    ]),
  ).toHaveLength(1);
  expect(Date.now() - started).toBeLessThan(5_000);
});

/** Each loop is short. */
const slow = step(`${'{% for i in (1..99) %}'.repeat(6)}x${'{% endfor %}'.repeat(6)}`);

test('a mail that took too long may work later: a machine that was busy does not make it wrong', async () => {
  await expect(renderMail(slow, 'other', fields)).rejects.toThrow(RenderTooSlow);
});

test('of many mails at once, one that takes too long harms no other', async () => {
  const mails = await Promise.allSettled(
    [step('1'), slow, step('2'), step('{{ nonsense }}'), step('3')].map((each) => renderMail(each, 'other', fields)),
  );
  expect(mails.map((each) => (each.status === 'fulfilled' ? each.value.text : each.reason.constructor.name))).toEqual([
    '1',
    'RenderTooSlow',
    '2',
    'TemplateInvalid',
    '3',
  ]);
});

test('a name with a line break cannot make a header', async () => {
  expect(
    (
      await renderMail(step('x', 'For {{ contact.name }}'), 'other', {
        ...fields,
        contact: { ...fields.contact, name: 'A\r\nBcc: all@x.example' },
      })
    ).subject,
  ).toBe('For A Bcc: all@x.example');
});

test('a mail must leave a way out', async () => {
  const wayOut = [{ field: 'steps.0.body', message: expect.stringContaining('links.respond') }];
  expect(await templateProblems([step('Buy now.')])).toMatchObject(wayOut);
  expect(await templateProblems([step('Stop here: {{ links.stop }}')])).toEqual([]);
});

describe('a mail with a face', () => {
  const face = (inside: string) => ({
    ...step('{{ links.respond }}'),
    mjml: `<mjml><mj-body><mj-section><mj-column>${inside}</mj-column></mj-section></mj-body></mjml>`,
  });
  const good = face('<mj-text>Dear {{ contact.name }} <a href="{{ links.respond }}">answer</a> {{ lens }}</mj-text>');

  test('is compiled, and what a name contains is text in it', async () => {
    expect(await templateProblems([good])).toEqual([]);
    const { a: html } = await markupOf([good]);
    const hostile = { ...fields.contact, name: '<img src=x onerror=alert(1)>' };
    const mail = await renderMail(good, 'other', { ...fields, contact: hostile, lens: '<b>x</b>' }, html);
    expect(mail.html).toContain('Dear &lt;img src=x onerror=alert(1)&gt; <a href="http://x/r/1"');
    expect(mail.html).toContain('&lt;b&gt;x&lt;/b&gt;');
    expect(mail.text).toBe('http://x/r/1');
  });

  test.each<[string, RegExp]>([
    ['<mj-text>{{ links.respond }} {{ contact.shoeSize }}</mj-text>', /contact\.shoeSize/],
    ['<mj-text>{{ links.respond }}<script>alert(1)</script></mj-text>', /Take out: <script>/],
    ['<mj-text><a href="{{ links.respond }}" onclick="x()">x</a></mj-text>', /Take out: onclick/],
    ['<mj-include path="/etc/passwd" />', /mj-include/],
    ['<mj-nonsense>{{ links.respond }}</mj-nonsense>', /line 1.*mj-nonsense/],
    ['<mj-text>no way out</mj-text>', /way out/],
  ])('%s is refused', async (inside, message) => {
    expect(await templateProblems([face(inside)])).toMatchObject([
      { field: 'steps.0.mjml', message: expect.stringMatching(message) },
    ]);
  });

  test('what is no MJML is refused with a sentence', async () => {
    expect(await templateProblems([{ ...step('{{ links.respond }}'), mjml: 'Hello' }])).toMatchObject([
      { message: expect.stringMatching(/^this is no MJML/) },
    ]);
  });
});
