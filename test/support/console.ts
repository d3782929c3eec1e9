import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { Programs, type Credentials, type Outside } from './programs.js';
import { project } from './project.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENS = `${project}.data/screens/`;
/** React's and the browser's own advice that says nothing of ours, and answers that a story provokes on purpose */
const NOT_OURS = /Download the React DevTools|the server responded with a status of (401|409|422)/;

export interface Look {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
}

/** The whole application as processes, and a real browser in front of its console. */
export class Console {
  private readonly visits: Visit[] = [];

  private constructor(
    readonly programs: Programs,
    private readonly browser: Browser,
  ) {}

  static async open(outside: Outside = {}): Promise<Console> {
    const [programs, browser] = await Promise.all([Programs.open('postgres', outside), openBrowser()]);
    return new Console(programs, browser);
  }

  /** A person signed in at the start page; nobody: at the sign-in. */
  async visit(who: Credentials | null, { width = 1280, height = 800, theme = 'light' }: Look = {}): Promise<Visit> {
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      locale: 'en-GB',
      baseURL: this.programs.origin,
      reducedMotion: 'reduce',
    });
    if (who) {
      const data = { email: who.email, password: who.password };
      expect((await context.request.post('/api/v1/sessions', { data })).ok()).toBe(true);
    }
    const visit = await Visit.begin(context, `${width}-${theme}`);
    this.visits.push(visit);
    return visit;
  }

  /** Everybody leaves: a window that stays open goes on working. No visit may have met an error in the browser's console. */
  async leave(): Promise<void> {
    const visits = this.visits.splice(0);
    await Promise.all(visits.map(({ page }) => page.context().close()));
    expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.programs.close();
  }
}

/** One person in one window. */
export class Visit {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly look: string,
  ) {}

  static async begin(context: BrowserContext, look: string): Promise<Visit> {
    const page = await context.newPage();
    const visit = new Visit(page, look);
    page.on('console', (message) => {
      if (message.type() === 'error' && !NOT_OURS.test(message.text())) visit.complaints.push(message.text());
    });
    page.on('pageerror', (error) => visit.complaints.push(error.stack ?? error.message));
    // who goes on to another screen need not wait for this one
    await page.goto('/', { waitUntil: 'commit' });
    return visit;
  }

  /** Goes to a screen and waits until everything that it asked for is there. */
  async go(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.locator('main h1, main h2').first().waitFor();
    await this.page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  }

  /** Keys one after the other, as a person presses them. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Writes what is seen to .data/screens, for people to look at. */
  async shot(name: string): Promise<void> {
    mkdirSync(SCREENS, { recursive: true });
    await this.page.locator('.mantine-datatable-loader-fetching').first().waitFor({ state: 'detached' });
    await this.page.screenshot({ path: `${SCREENS}${name}-${this.look}.png` });
  }

  /** What axe finds that is serious, and columns of a list that nobody can see: empty for a screen that everybody can use. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(AXE);
    const { violations } = await this.page.evaluate(async () => {
      const axe = (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } })
        .axe;
      // what is well is not described
      return axe.run({ resultTypes: ['violations'] });
    });
    const squeezed = await this.page.evaluate<string[]>(SQUEEZED);
    const barriers = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 400)} (${any[0]?.message ?? ''})`).join(' | ')}`,
      );
    return [...barriers, ...squeezed.map((title) => `squeezed: the column ${title}`)];
  }
}

/** Columns whose title has no room, because the others took it. */
const SQUEEZED = `[...document.querySelectorAll('[role=region] thead th')]
  .filter((cell) => cell.textContent.trim() !== '' && cell.clientWidth < 48).map((cell) => cell.textContent.trim())`;

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string; any: { message: string }[] }[];
}
