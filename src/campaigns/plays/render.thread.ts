import { createContext, Script } from 'node:vm';
import { Liquid, LiquidError, type LiquidOptions, type Template } from 'liquidjs';
import type { MergeFields } from './templates.js';

/** The texts of one mail, or what texts name. */
export type RenderTask =
  | {
      texts: { text: string; markup: boolean }[];
      /** rendered first, and placed by the texts as `lens`; null where the lens of the fields stays */
      lens: string | null;
      fields: MergeFields;
    }
  | { namesOf: string[] };

/** One text for each, or all names; else why there are none. */
export type Rendered = { texts: string[] } | { problem: string } | { tooSlow: true };

/** Each task is ended after so many milliseconds, wherever it is. */
const MOST_TIME = 100;
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
const plain = new Liquid(LIMITS);
/** The same in HTML: what a name or a lens contains is text there too. */
const markup = new Liquid({ ...LIMITS, outputEscape: 'escape' });
const parsed = new Map<Liquid, Map<string, Template[]>>([plain, markup].map((engine) => [engine, new Map()]));

const sandbox: { run?: () => unknown } = {};
const context = createContext(sandbox);
// the limit of a script ends all that it calls, be it a regular expression
const script = new Script('run()');

/** Runs in a thread of its own: what a limit cannot end, or takes its memory, ends with it. */
export default function renderAll(tasks: RenderTask[]): Rendered[] {
  return tasks.map((task) => {
    sandbox.run = () => ('namesOf' in task ? namesOf(task.namesOf) : textsOf(task));
    try {
      return { texts: script.runInContext(context, { timeout: MOST_TIME }) as string[] };
    } catch (error) {
      return failure(error as Error & { code?: string });
    }
  });
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
    known.set(text, (template = engine.parse(text)));
  }
  return String(engine.renderSync(template, fields));
}

function failure(error: Error & { code?: string }): Rendered {
  if (error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' || /render limit exceeded/.test(error.message))
    return { tooSlow: true };
  const [problem] = error instanceof LiquidError ? error.message.split(', line:') : [error.message];
  return { problem: problem! };
}
