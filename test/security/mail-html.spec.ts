import type { Browser, Page } from 'playwright-core';
import { SHARDS } from '../../src/campaigns/enrolments/drive.sql.js';
import { Driver } from '../../src/campaigns/enrolments/driver.js';
import { Launch } from '../../src/campaigns/lifecycle/launch.js';
import { OutboxWorker } from '../../src/channels/email/outbox-worker.js';
import { openBrowser } from '../support/browser.js';
import { Installation, type Json, type Person } from '../support/installation.js';
import { EMAIL, world, type World } from '../support/world.js';
import { attack } from './attack.js';
import { BYPASSES, NAMES, PLACES } from './mail-html.corpus.js';

interface Look {
  elements: string[];
  harm: string[];
}

let app: Installation;
let ops: Person;
let browser: Browser;
let page: Page;
/** what the mails that the browser showed asked for or opened */
let escaped: string[] = [];
let scene: World;
let contactId: string;
/** mails that may be saved, because a comment is all that they had */
let mild = 0;

beforeAll(async () => {
  app = await Installation.open();
  [ops, browser, scene] = await Promise.all([app.as('sales_ops', 'sales'), openBrowser(), world(app)]);
  [{ contactId }] = await readersOf(scene);
  page = await browser.newPage();
  page.on('dialog', (dialog) => {
    escaped.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('hacked', () => void escaped.push('script'));
  await page.route('**/*', (route) => {
    if (!/^https:\/\/(img|fonts)\./.test(route.request().url())) escaped.push(route.request().url());
    return route.abort();
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const readersOf = ({ snapshotId }: World) =>
  app.sql<Json>('SELECT contact_id AS "contactId" FROM snapshot_contact WHERE snapshot_id = $1', [
    snapshotId,
  ]) as Promise<[Json]>;
const mjml = (inside: string, head = '') =>
  `<mjml><mj-head>${head}</mj-head><mj-body><mj-section><mj-column>${inside}<mj-text><a href="{{ links.respond }}">Answer</a></mj-text></mj-column></mj-section></mj-body></mjml>`;
const preview = (source: string, reader = contactId) =>
  ops.post<Json>('/plays/mail-previews', {
    step: EMAIL('intro', { mjml: source }),
    versionId: scene.versionId,
    contactId: reader,
  });

/** All mails of a campaign whose step has this markup, as they would leave. */
async function captured(html: string, names: readonly string[] = ['Maria Anders']): Promise<string[]> {
  const { campaignId, ...made } = await world(app, { organizations: names.length });
  const people = await readersOf(made as World);
  for (const [i, { contactId: id }] of people.entries())
    await app.sql('UPDATE contact SET name = $2, given_name = $2 WHERE id = $1', [id, names[i]]);
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  await app.sql('UPDATE campaign SET markup = $2 WHERE id = $1', [campaignId, JSON.stringify({ intro: html })]);
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
  await app.get(OutboxWorker).drain();
  const mails = await app.sql<Json>(
    'SELECT m.html FROM captured_mail m JOIN dispatch d USING (message_id) WHERE d.campaign_id = $1',
    [campaignId],
  );
  await app.sql("UPDATE campaign SET state = 'completed' WHERE id = $1", [campaignId]);
  expect(mails).toHaveLength(names.length);
  return mails.map((mail) => mail.html as string);
}

/** What a real browser makes of it, also of what only Outlook reads; its elements. @throws where any of it acts */
async function inert(html: string): Promise<string[]> {
  escaped = [];
  const outlook = html
    .replace(OFFICE_SETTINGS, '')
    .replaceAll(/<!--\[if [^\]]*\]>(<!-->)?|<!--<!\[endif\]-->|<!\[endif\]-->/g, '');
  await page.setContent(outlook);
  const foundInOutlook = await page.evaluate<Look>(LOOK);
  await page.setContent(html);
  const found = await page.evaluate<Look>(LOOK);
  expect([...foundInOutlook.harm, ...found.harm, ...escaped]).toEqual([]);
  return found.elements;
}

const OFFICE_SETTINGS =
  /<!--\[if mso\]>\s*<noscript>\s*<xml>\s*<o:OfficeDocumentSettings>\s*<o:AllowPNG\/>\s*<o:PixelsPerInch>96<\/o:PixelsPerInch>\s*<\/o:OfficeDocumentSettings>\s*<\/xml>\s*<\/noscript>\s*<!\[endif\]-->/;

/** Runs in the browser. Answers the names of all elements, and what is wrong with them. */
const LOOK = String.raw`(() => {
  const KNOWN = /^(html|head|body|title|meta|link|style|div|span|p|a|img|br|hr|b|strong|i|em|u|h1|ul|li|table|tbody|tr|td|th|label|input|v:\w+|w:\w+)$/;
  const all = [...document.querySelectorAll('*')];
  const harm = all.flatMap((element) => {
    const name = element.localName;
    const wrong = KNOWN.test(name) && element.namespaceURI === 'http://www.w3.org/1999/xhtml' ? [] : ['<' + name + '>'];
    if (name === 'meta' && /refresh/i.test(element.getAttribute('http-equiv') ?? '')) wrong.push('refresh');
    if (name === 'input' && !/^(checkbox|radio)$/.test(element.getAttribute('type') ?? '')) wrong.push('input');
    for (const { name: attribute, value } of element.attributes) {
      const text = value.replaceAll(/[\s\p{C}\p{Z}\p{DI}]/gu, '').normalize('NFKC').toLowerCase();
      if (/^(on|srcdoc|formaction|action|ping|xlink)/.test(attribute)) wrong.push(attribute);
      if (/^(href|src|background|srcset)$/.test(attribute) && /^(\w*script:|data:(?!image\/(png|gif|jpeg)))/.test(text))
        wrong.push(attribute + '=' + text);
      if (attribute === 'style' && /expression\(|script:|behavior|binding|data:text/.test(text)) wrong.push(text);
    }
    if (name === 'style' && /@import|expression\(|script:|evil/.test(element.textContent)) wrong.push('css');
    return wrong;
  });
  return { elements: all.map((element) => element.localName), harm };
})()`;

test('what the oracle sees is what it should: unsanitised, the corpus acts', async () => {
  for (const html of ['<img src=x onerror=hacked()>', '<a href="jav&#x09;ascript:hacked()">x</a>', '<form></form>'])
    await expect(inert(html)).rejects.toThrow();
});

attack(
  'HTML that acts, in the step of a play: it cannot be saved, or does nothing',
  BYPASSES.flatMap((html) => [mjml(`<mj-text>${html}</mj-text>`), mjml(`<mj-raw>${html}</mj-raw>`)]),
  async (source) => {
    const { status, body } = await ops.post<Json>('/plays', { name: 'x', steps: [EMAIL('intro', { mjml: source })] });
    const shown = await preview(source);
    if (status === 422) {
      expect(body.errors[0].field).toBe('steps.0.mjml');
      expect(shown.status).toBe(422);
    } else {
      mild += 1;
      await inert(shown.body.html);
    }
  },
);

test('nearly all of it cannot be saved', () => expect(mild).toBeLessThan(BYPASSES.length / 4));

attack('HTML that acts, in a campaign that is under way: what leaves does nothing', BYPASSES, async (html) => {
  for (const mail of await captured(`<!doctype html><html><body>${html}<p>end</p></body></html>`)) await inert(mail);
});

attack(
  'a name that is markup, wherever a template places it: it stays text',
  PLACES,
  async (place) => {
    const [benign, ...hostile] = await captured(`<!doctype html><html><body>${place}<p>end</p></body></html>`, [
      'Maria',
      ...NAMES,
    ]);
    const elements = await inert(benign!);
    for (const mail of hostile) expect(await inert(mail)).toEqual(elements);
  },
  60_000,
);

attack('a name that is markup, in a preview', NAMES, async (name) => {
  await app.sql('UPDATE contact SET name = $2, given_name = $2 WHERE id = $1', [contactId, name]);
  const { body } = await preview(mjml('<mj-text>Dear {{ contact.name }}</mj-text>'));
  await inert(body.html);
  await page.setContent(body.html);
  const shown = (await page.textContent('body'))!.replaceAll(/\s+/g, ' ');
  // oxlint-disable-next-line no-control-regex
  const text = name.replaceAll(/[\u0000-\u0008\u007f-\u009f\p{Noncharacter_Code_Point}]/gu, '');
  // what has no letter is no name
  expect(shown).toContain(/\p{L}/u.test(text) ? `Dear ${text.replaceAll(/\s+/g, ' ')}` : 'Hello');
});

attack(
  'a filter that undoes the escape',
  ['{{ lens | raw }}', '{{ contact.name | upcase | raw }}', '{% assign x = lens | raw %}{{ x }}'],
  async (text) => {
    for (const more of [{ mjml: mjml(`<mj-text>${text}</mj-text>`) }, { body: `${text} {{ links.stop }}` }]) {
      const { status, body } = await ops.post<Json>('/plays', { name: 'x', steps: [EMAIL('intro', more)] });
      expect([status, body.errors?.[0]?.message]).toEqual([422, expect.stringMatching(/no filter raw/)]);
    }
  },
);

test('what MJML makes is sent as it was made: text, links, images, styles, and what Outlook reads', async () => {
  const source = mjml(
    '<mj-image src="cid:logo" href="https://x.example/a?b=1&amp;c=2" /><mj-image src="data:image/png;base64,iVBORw0KGgo=" />' +
      '<mj-button href="{{ links.respond }}">Yes &amp; no</mj-button><mj-text><p class="own" style="color:#123456">Dear {{ contact.title }}</p></mj-text>' +
      '<mj-accordion><mj-accordion-element><mj-accordion-title>More</mj-accordion-title></mj-accordion-element></mj-accordion>',
    '<mj-style>.own > b { color: #654321 } @media (prefers-color-scheme: dark) { .own { color: #ffffff } }</mj-style>',
  );
  const { body } = await preview(source);
  for (const part of [
    '<!doctype html>',
    '<!--[if mso]>',
    '<o:PixelsPerInch>96</o:PixelsPerInch>',
    '<!--[if mso | IE]><table',
    '</td></tr></table><![endif]-->',
    '<!--[if !mso]><!-->',
    '<!--<![endif]-->',
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    'src="cid:logo"',
    'src="data:image/png;base64,iVBORw0KGgo="',
    'href="https://x.example/a?b=1&amp;c=2"',
    'href="https://example.com/r/preview"',
    'Yes &amp; no',
    '<p class="own" style="color:#123456">Dear Buyer</p>',
    '.own > b { color: #654321 } @media (prefers-color-scheme: dark) { .own { color: #ffffff } }',
    'mso-table-lspace:0pt',
    '<input class="mj-accordion-checkbox" type="checkbox" style="display:none;" />',
    '<link href="https://fonts.googleapis.com/css?family=Ubuntu:300,400,500,700" rel="stylesheet" type="text/css" />',
  ])
    expect(body.html).toContain(part);
  expect((await ops.post<Json>('/plays/check', { steps: [EMAIL('intro', { mjml: source })] })).body.problems).toEqual(
    [],
  );
});
