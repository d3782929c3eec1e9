import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { Links } from '../../src/channels/pages/links.js';
import { Clock } from '../../src/platform/index.js';
import { openBrowser } from '../support/browser.js';
import { Installation, type Person } from '../support/installation.js';
import { furnish, offer, type Offer } from '../support/offer.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = process.env.SCREENSHOTS;

let app: Installation;
let ops: Person;
let browser: Browser;
let made: Offer;
let addresses: Record<string, string>;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  [made, browser] = await Promise.all([offer(app, ops), openBrowser()]);
  await furnish(ops, made);
  const old = await offer(app, ops);
  await app.sql("UPDATE proposition_version SET state = 'retired', ended_at = app_now() WHERE id = $1", [
    old.versionId,
  ]);
  const origin = await app.application.getUrl();
  const now = await app.get(Clock).now();
  const link = (purpose: 'respond' | 'stop', { enrolmentId }: Offer) =>
    `${origin}/r/${app.get(Links).url(purpose, enrolmentId, now).split('/r/')[1]!}`;
  addresses = {
    answer: link('respond', made),
    withdrawn: link('respond', old),
    stop: link('stop', made),
    broken: `${link('respond', made)}x`,
    page: `${origin}/p/${made.slug}?role=economic_buyer`,
    retired: `${origin}/p/${old.slug}`,
    nowhere: `${origin}/p/nothing-here`,
  };
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

interface Look {
  width?: number;
  colorScheme?: 'light' | 'dark';
  lang?: string;
  javaScriptEnabled?: boolean;
}

async function look(address: string, { width = 360, lang, ...options }: Look = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  const url = new URL(address);
  if (lang) url.searchParams.set('lang', lang);
  await page.goto(url.href);
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

/** What axe finds wrong with everything unfolded, in its own words. It is run apart from the page, whose policy forbids foreign script. */
async function wrongs(page: Page): Promise<string[]> {
  await page.evaluate('for (const each of document.querySelectorAll("details")) { each.name = ""; each.open = true }');
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  )) as { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

const overflow = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

test.each([
  ['answer', 200],
  ['withdrawn', 200],
  ['stop', 200],
  ['broken', 422],
  ['page', 200],
  ['retired', 200],
  ['nowhere', 404],
])(
  '%s: nothing for axe to complain of in light and dark, and nothing sticks out of a phone of 320 px',
  async (name) => {
    const page = await look(addresses[name]!);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await shoot(page, `${name}-360-${colorScheme}`);
      expect(await wrongs(page)).toEqual([]);
      await shoot(page, `${name}-360-${colorScheme}-open`);
      if (SHOTS) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await shoot(page, `${name}-1280-${colorScheme}`);
        await page.setViewportSize({ width: 360, height: 800 });
      }
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  },
);

test.each(['de', 'fr'])('the longer words of %s fit a narrow phone too', async (lang) => {
  for (const name of ['answer', 'page']) {
    const page = await look(addresses[name]!, { width: 320, lang });
    await shoot(page, `${name}-320-${lang}`);
    expect(await page.getAttribute('html', 'lang')).toBe(lang);
    expect(await wrongs(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  }
});

test('by keyboard alone and without script a buyer says "not before" and reads what happens next', async () => {
  const page = await look(addresses.answer!, { javaScriptEnabled: false, lang: 'de' });
  const reached = page.locator('summary:focus', { hasText: 'Nicht vor einem bestimmten Tag' });
  for (let presses = 0; presses < 40 && (await reached.count()) === 0; presses++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.getByLabel('Ab welchem Tag dürfen wir wieder schreiben?').fill('2099-03-01');
  await page.getByRole('button', { name: 'Bis dahin warten' }).press('Enter');
  await page.waitForSelector('[role=status]');
  await shoot(page, 'thanks-360-light');
  expect(await page.textContent('[role=status]')).toContain('Vor dem 1. März 2099 schreiben wir Ihnen nicht');
  await page.getByRole('link', { name: 'Zurück zu den Antworten' }).click();
  expect(await page.textContent('h1')).toBe('Wir füllen Ihr Lager');
  await page.context().close();
});

test('a buyer picks a peer and asks the expert; the script counts one view, and a headless browser as no person', async () => {
  const counted = async () =>
    app.sql('SELECT role, kind, views FROM page_view WHERE proposition_id = $1 AND role = $2', [
      made.propositionId,
      'technical_evaluator',
    ]);
  const errors: string[] = [];
  const page = await look(addresses.page!.replace('economic_buyer', 'technical_evaluator'));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  for (let tries = 0; tries < 40 && (await counted()).length === 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await counted()).toEqual([{ role: 'technical_evaluator', kind: 'scanner', views: 1 }]);
  await page.getByRole('button', { name: 'Show how to reach Thomas Hardy' }).click();
  await shoot(page, 'peer-360-light');
  expect(errors).toEqual([]);
  expect(await wrongs(page)).toEqual([]);
  errors.length = 0; // of axe, which puts style into the page
  expect(await page.textContent('[role=status]')).toContain(`peer0.${made.propositionId}@customer.example`);
  await page.getByRole('link', { name: /Back to/ }).click();
  await page.getByLabel('Your question').fill('Who counts?');
  await page.getByLabel('Your e-mail address, for the answer').fill('buyer@app.example');
  await page.getByRole('button', { name: 'Send the question' }).click();
  await shoot(page, 'asked-360-light');
  expect(await page.textContent('[role=status]')).toContain('Andrew Fuller answers to the address you gave');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('what the page’s policy forbids does not run, whoever put it there', async () => {
  const page = await look(addresses.page!);
  const ran = await page.evaluate(`new Promise((done) => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = 'h1 { color: rgb(1, 2, 3) }';
    document.body.append(style);
    const { color, fontFamily } = getComputedStyle(document.querySelector('h1'));
    setTimeout(() => done([Boolean(window.ran), color, fontFamily]), 50);
  })`);
  // and our own style does
  expect(ran).toEqual([false, expect.not.stringContaining('rgb(1, 2, 3)'), expect.stringContaining('Palatino')]);
  await page.context().close();
});
