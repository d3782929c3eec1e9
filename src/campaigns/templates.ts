import { Liquid, LiquidError, type Template } from 'liquidjs';
import { Invalid, type FieldProblem } from '../platform/index.js';
import type { Step } from '../../libs/plays/index.js';

/** What a mail may name; nothing else. Texts, so that a template can never reach an object of ours. */
export interface MergeFields {
  contact: { name: string; givenName: string; title: string };
  organization: { name: string; industry: string; city: string; country: string };
  proposition: { title: string; narrative: string; promise: string };
  /** what this role in particular needs to hear; empty where the play and the version have none for it */
  lens: string;
  sender: { name: string };
  links: { respond: string };
}

export class TemplateInvalid extends Invalid {}

const SAMPLE: MergeFields = {
  contact: { name: 'Maria Anders', givenName: 'Maria', title: 'Purchasing Manager' },
  organization: { name: 'Alfreds Futterkiste', industry: 'Food retail', city: 'Berlin', country: 'DE' },
  proposition: {
    title: 'Vendor Managed Inventory',
    narrative: 'We keep your shelves full.',
    promise: 'Fewer stock-outs.',
  },
  lens: 'For you this means one order fewer to place.',
  sender: { name: 'Nancy Davolio' },
  links: { respond: 'https://example.com/r/…' },
};

// a template is data that a person wrote: it may not run away with time or memory, and sees own properties only
const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  cache: 500,
  renderLimit: 250,
  memoryLimit: 1e7,
  parseLimit: 1e5,
  relativeReference: false,
  partials: [],
  layouts: [],
});

/** All that is wrong with the templates of these steps: syntax, unknown variables, unknown filters, a missing link. */
export function templateProblems(steps: readonly Step[]): FieldProblem[] {
  return steps.flatMap((step, i) => {
    if (step.kind !== 'email' && step.kind !== 'interest_check') return [];
    const texts: [string, string][] = [
      ['subject', step.subject],
      ['body', step.body],
      ...Object.entries(step.lenses ?? {}).map(([role, text]): [string, string] => [`lenses.${role}`, text]),
    ];
    return texts.flatMap(([field, text]) => {
      const message = problemIn(text);
      return message ? [{ field: `steps.${i}.${field}`, code: 'template', message }] : [];
    });
  });
}

function problemIn(text: string): string | null {
  try {
    engine.renderSync(engine.parse(text), SAMPLE);
    return null;
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): string {
  const message = error instanceof LiquidError ? error.message.replace(/, line:.*$/s, '') : (error as Error).message;
  const unknown = /undefined variable: (.+)/.exec(message)?.[1];
  return unknown ? `there is no ${unknown}; a mail may name ${names(SAMPLE).join(', ')}` : message;
}

function names(of: object, path = ''): string[] {
  return Object.entries(of).flatMap(([name, value]) =>
    typeof value === 'object' ? names(value as object, `${path}${name}.`) : [path + name],
  );
}

/**
 * The mail of one step for one person. The lens is rendered first, so that a body can place it.
 * @throws TemplateInvalid with the reason; the dispatch fails alone.
 */
export function renderMail(
  step: { subject: string; body: string; lenses?: Partial<Record<string, string>> },
  role: string,
  fields: MergeFields,
): { subject: string; text: string } {
  try {
    const own = step.lenses?.[role];
    const withLens = own === undefined ? fields : { ...fields, lens: render(own, fields) };
    // a subject is one header line, whatever a name contains
    return {
      subject: render(step.subject, withLens).replace(/\s+/g, ' ').trim().slice(0, 250),
      text: render(step.body, withLens).trim(),
    };
  } catch (error) {
    throw new TemplateInvalid(explain(error));
  }
}

const parsed = new Map<string, Template[]>();

function render(text: string, fields: MergeFields): string {
  let template = parsed.get(text);
  if (!template) {
    if (parsed.size > 500) parsed.clear();
    parsed.set(text, (template = engine.parse(text)));
  }
  return String(engine.renderSync(template, fields));
}
