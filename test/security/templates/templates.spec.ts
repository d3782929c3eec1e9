import type { MergeFields } from '../../../src/campaigns/plays/merge-fields.js';
import { compileMjml } from '../../../src/campaigns/plays/mail-html.js';
import { renderMail } from '../../../src/campaigns/plays/templates.js';
import { whileAlive } from '../alive.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { attack } from '../attack.js';
import { face, MUCH_TEXT, RUNAWAY_MARKUP, WAY_OUT } from './markup.corpus.js';

let app: Installation;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as(['sales_ops', 'admin'], 'sales');
});
afterAll(() => app.close());

const save = (body: string) =>
  ops.post<Json>('/plays', {
    name: `Play ${Math.random()}`,
    steps: [{ key: 'intro', kind: 'email', intent: 'x', subject: 'Hello', body: `${WAY_OUT}${body}` }],
  });

const doubled = (times: number, filter: string) =>
  `{% assign x = "aaaaaaaaaa" %}${`{% assign x = x | ${filter} %}`.repeat(times)}`;
const RUNAWAYS = [
  '{% for i in (1..1000000000) %}{% endfor %}',
  `${'{% for i in (1..99) %}'.repeat(6)}x${'{% endfor %}'.repeat(6)}`,
  '{% for i in (1..100000) %}{% for j in (1..100000) %}{% for k in (1..100000) %}x{% endfor %}{% endfor %}{% endfor %}',
  `${doubled(40, 'append: x')}{{ x }}`,
  `${doubled(40, 'prepend: x')}{{ x | size }}`,
  `${doubled(20, 'append: x')}{{ x | replace: "a", x }}`,
  `${doubled(20, 'append: x')}{% for i in (1..100000) %}{{ x | split: "" | join: "-" | size }}{% endfor %}`,
  `${doubled(18, 'append: x')}{% for i in (1..100000) %}{{ x | split: "" | reverse | sort | uniq | join: x | size }}{% endfor %}`,
  `${doubled(18, 'append: x')}{% for i in (1..100000) %}{% assign y = x | strip_html | escape | url_encode %}{% endfor %}`,
  `{% tablerow i in (1..100000000) cols:2 %}x{% endtablerow %}`,
  `{{ (1..1000000000) | join: "," }}`,
];

attack(
  'a template that runs away is refused, and the API answers meanwhile',
  RUNAWAYS,
  async (body) => {
    const { status, body: problem } = await whileAlive(app, save(body));
    expect([status, JSON.stringify(problem.errors)]).toEqual([422, expect.stringMatching(/too long|memory|limit/)]);
  },
  300_000,
);

attack(
  'a template that reaches for more than the fields of a mail is refused',
  [
    '{{ contact.constructor }}',
    '{{ contact.__proto__ }}',
    '{{ contact["constructor"]["constructor"] }}',
    '{{ contact.name.constructor.prototype }}',
    '{{ lens.__proto__.toString }}',
    '{{ constructor }}',
    '{{ __proto__.polluted }}',
    '{{ contact.hasOwnProperty }}',
    '{{ process.env }}',
    '{{ global }}',
    '{% include "x" %}',
    '{% render "/etc/passwd" %}',
    '{% layout "../../../../etc/passwd" %}',
    `${'{% if true %}'.repeat(20_000)}`,
    `{{ contact.name${'[contact'.repeat(5_000)} }}`,
    `{{ "${'x'.repeat(200_000)}" }}`,
  ],
  async (body) => {
    expect((await whileAlive(app, save(body))).status).toBeGreaterThanOrEqual(400);
  },
  120_000,
);

attack(
  'what a buyer is called is no template',
  ['{{ sender.name }}', '{% for i in (1..1000000000) %}{% endfor %}', "{{ 'x' | raw }}", '<script>alert(1)</script>'],
  async (name) => {
    const fields: MergeFields = {
      contact: { name, givenName: name, familyName: '', title: name },
      organization: { name, industry: name, city: name, country: 'DE' },
      proposition: { title: 'x', narrative: 'x', promise: 'x' },
      lens: name,
      sender: { name: 'Nancy' },
      links: { respond: 'https://x', stop: 'https://x' },
    };
    const step = { subject: '{{ contact.name }}', body: '{{ lens }}' };
    const mail = await renderMail(step, 'other', fields, '<p>{{ contact.name }}</p>');
    expect([mail.subject, mail.text]).toEqual([name, name]);
    expect(mail.html).not.toContain('<script>');
  },
);

const saveMarkup = (mjml: string) =>
  ops.post<Json>('/plays', {
    name: `Play ${Math.random()}`,
    steps: [{ key: 'intro', kind: 'email', intent: 'x', subject: 'Hello', body: WAY_OUT, mjml }],
  });
attack(
  'markup that runs away is refused, and the API answers meanwhile',
  RUNAWAY_MARKUP,
  async (mjml) => {
    const { status, body } = await whileAlive(app, saveMarkup(mjml));
    expect([status, Object.keys(body)]).toEqual([422, expect.arrayContaining(['errors'])]);
  },
  300_000,
);

attack(
  'markup of much text is read, and the API answers meanwhile',
  MUCH_TEXT,
  async (inside) => {
    const { status } = await whileAlive(app, saveMarkup(face(inside)));
    expect([201, 422]).toContain(status);
  },
  300_000,
);

attack(
  'markup that includes a file of ours is refused, or shows none of it',
  [
    '<mj-include path="/etc/passwd" />',
    '<MJ-INCLUDE path="/etc/passwd" />',
    '<mj-include\npath="/etc/passwd" type="html" />',
    '<mj-include path="file:///etc/passwd" type="css" css-inline="inline" />',
    '<mj-include path="../../../../../../etc/passwd" />',
    '<!-- <mj-include path="/etc/passwd" /> -->',
    '<mj-raw><mj-include path="/etc/passwd" type="html" /></mj-raw>',
    '&lt;mj-include path="/etc/passwd" /&gt;',
    '<mj-{{ "include" }} path="/etc/passwd" />',
    '<mj-style inline="inline">@import "/etc/passwd";</mj-style>',
    '<mj-raw>{% include "/etc/passwd" %}</mj-raw>',
  ],
  async (inside) => {
    const compiled = await compileMjml(face(inside));
    expect(JSON.stringify(compiled)).not.toMatch(/root:|nologin/);
    expect((await saveMarkup(face(inside))).body).not.toMatchObject({ html: expect.stringMatching(/root:/) });
  },
);

test('of a thousand steps that run away the first is refused, and no other one is looked at', async () => {
  const step = { kind: 'email', intent: 'x', subject: 'Hello', body: `${WAY_OUT}${RUNAWAYS[0]}` };
  const steps = Array.from({ length: 1_000 }, (_, i) => ({ ...step, key: `s${i}` }));
  const started = performance.now();
  expect((await whileAlive(app, ops.post<Json>('/plays', { name: 'Many', steps }))).status).toBe(422);
  expect(performance.now() - started).toBeLessThan(10_000);
}, 60_000);
