import { createContext, Script } from 'node:vm';
import { Liquid, LiquidError, type LiquidOptions, type Template } from 'liquidjs';
import { sanitiseMail } from './mail-sanitiser.js';
import type { MergeFields } from './merge-fields.js';
import { marking, settled } from './salutation.js';

/** The texts of one mail, or what texts name. */
export type RenderTask =
  | {
      texts: { text: string; markup: boolean }[];
      /** rendered first, and placed by the texts as `lens`; null where the lens of the fields stays */
      lens: string | null;
      fields: MergeFields;
    }
  | { namesOf: string[] };

/** One text for each, or all names, and what markup lost that no mail may hold; else why there are none. */
export type Rendered = { texts: string[]; removed: string[] } | { problem: string } | { tooSlow: true };

/** Milliseconds after which a task is ended, wherever it is: in its texts, and in what they became. */
const MOST_TIME = 100;
const MOST_SANITISING = 1_000;
const MOST_KNOWN = 500;

// a template is data that a person wrote: it may not run away with time or memory, and sees own properties only
const LIMITS: LiquidOptions = {
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  renderLimit: MOST_TIME,
  memoryLimit: 1e7,
  parseLimit: 1e5,
  relativeReference: false,
  partials: [],
  layouts: [],
};
const plain = withoutRaw(new Liquid(LIMITS));
/** The same in HTML: what a name or a lens contains is text there too. */
const markup = withoutRaw(new Liquid({ ...LIMITS, outputEscape: asText }));
/** The only filter that undoes `outputEscape`. */
function withoutRaw(engine: Liquid): Liquid {
  delete engine.filters.raw;
  return engine;
}

/**
 * A value as text wherever it stands, also where a template has no quotes around an attribute: all but letters and
 * digits by number, and the first letter too, so that it begins no tag and no name.
 */
function asText(value: unknown): string {
  return String(value ?? '')
    .replaceAll(NEVER_TEXT, '')
    .replaceAll(/^.|[^\p{L}\p{N}]/gsu, (letter) => `&#${letter.codePointAt(0)};`);
}
/** Controls, and letters that no text has: HTML would read their numbers as others. */
// oxlint-disable-next-line no-control-regex
const NEVER_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Cs}\p{Noncharacter_Code_Point}]/gu;

const parsed = new Map<Liquid, Map<string, Template[]>>([plain, markup].map((engine) => [engine, new Map()]));

const sandbox: { run?: () => unknown } = {};
const context = createContext(sandbox);
// the limit of a script ends all that it calls, be it a regular expression
const script = new Script('run()');

/** Runs in a thread of its own: what a limit cannot end, or takes its memory, ends with it. */
export default function renderAll(tasks: RenderTask[]): Rendered[] {
  return tasks.map((task) => {
    try {
      const texts = within(MOST_TIME, () => ('namesOf' in task ? namesOf(task.namesOf) : textsOf(task)));
      return within(MOST_SANITISING, () => sanitised(task, texts));
    } catch (error) {
      return failure(error as Error & { code?: string });
    }
  });
}

function within<T>(timeout: number, run: () => T): T {
  sandbox.run = run;
  return script.runInContext(context, { timeout }) as T;
}

function sanitised(task: RenderTask, texts: string[]): { texts: string[]; removed: string[] } {
  if ('namesOf' in task || task.texts.every(({ markup: is }) => !is)) return { texts, removed: [] };
  const mails = texts.map((text, i) => (task.texts[i]!.markup ? sanitiseMail(text) : { html: text, removed: [] }));
  return { texts: mails.map(({ html }) => html), removed: mails.flatMap(({ removed }) => removed) };
}

const namesOf = (texts: string[]): string[] => texts.flatMap((text) => plain.globalFullVariablesSync(text));

function textsOf({ texts, lens, fields }: Extract<RenderTask, { texts: unknown }>): string[] {
  const all = lens === null ? fields : { ...fields, lens: render(plain, lens, fields) };
  return texts.map((each) => render(each.markup ? markup : plain, each.text, all));
}

function render(engine: Liquid, text: string, fields: MergeFields): string {
  const known = parsed.get(engine)!;
  let template = known.get(text);
  if (!template) {
    if (known.size > MOST_KNOWN) known.clear();
    known.set(text, (template = engine.parse(marking(text))));
  }
  return settled(String(engine.renderSync(template, fields)));
}

function failure(error: Error & { code?: string }): Rendered {
  if (error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' || /render limit exceeded/.test(error.message))
    return { tooSlow: true };
  const [problem] = error instanceof LiquidError ? error.message.split(', line:') : [error.message];
  return { problem: problem! };
}
