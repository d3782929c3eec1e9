import { Liquid, LiquidError, type LiquidOptions, type Template } from 'liquidjs';
import { Invalid, Unavailable, type FieldProblem } from '../../platform/index.js';
import type { EmailStep, InterestCheckStep, Step } from '../../../libs/plays/index.js';
import { compileMjml } from './mail-html.js';
import { sanitiseMail } from './mail-sanitiser.js';

/** What a mail may name; nothing else. Texts, so that a template can never reach an object of ours. */
export interface MergeFields {
  contact: { name: string; givenName: string; title: string };
  organization: { name: string; industry: string; city: string; country: string };
  proposition: { title: string; narrative: string; promise: string };
  /** what this role in particular needs to hear; empty where the play and the version have none for it */
  lens: string;
  sender: { name: string };
  links: { respond: string; stop: string };
}

export type MailStep = EmailStep | InterestCheckStep;
export const isMail = (step: Step): step is MailStep => step.kind === 'email' || step.kind === 'interest_check';

export class TemplateInvalid extends Invalid {}
/**
 * The limit is by the wall's clock: a machine that was busy, or a process that was frozen, says nothing about the
 * template.
 */
export class RenderTooSlow extends Unavailable {}

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
  links: { respond: 'https://example.com/r/…', stop: 'https://example.com/r/…' },
};

// a template is data that a person wrote: it may not run away with time or memory, and sees own properties only
const LIMITS: LiquidOptions = {
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

/** All that is wrong with the mails of these steps: syntax, unknown variables and filters, markup, no way out. */
export async function templateProblems(steps: readonly Step[]): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [i, step] of steps.entries()) {
    if (!isMail(step)) continue;
    const note = (field: string, message: string | null) =>
      void (message && problems.push({ field: `steps.${i}.${field}`, code: 'template', message }));
    note('subject', problemIn(plain, step.subject));
    note('body', problemIn(plain, step.body) ?? wayOutOf(step.body));
    for (const [role, text] of Object.entries(step.lenses ?? {})) note(`lenses.${role}`, problemIn(plain, text));
    if (step.mjml === undefined) continue;
    const compiled = await compileMjml(step.mjml);
    note(
      'mjml',
      'problem' in compiled ? compiled.problem : ((await markupProblem(compiled.html)) ?? wayOutOf(step.mjml)),
    );
  }
  return problems;
}

/** The markup of each mail step that has one, compiled, by the step's key. */
export async function markupOf(steps: readonly Step[]): Promise<Record<string, string>> {
  const compiled: Record<string, string> = {};
  for (const step of steps) {
    if (!isMail(step) || step.mjml === undefined) continue;
    const result = await compileMjml(step.mjml);
    if ('problem' in result) throw new TemplateInvalid(`${step.key}: ${result.problem}`);
    compiled[step.key] = result.html;
  }
  return compiled;
}

const wayOutOf = (text: string): string | null =>
  /\{\{-?\s*links\.(respond|stop)\b/.test(text)
    ? null
    : 'a mail must leave a way out: place {{ links.respond }} or {{ links.stop }} in it';

function problemIn(engine: Liquid, text: string): string | null {
  try {
    engine.renderSync(engine.parse(text), SAMPLE);
    return null;
  } catch (error) {
    return explain(error);
  }
}

/** What would be taken out of each mail is refused when the play is saved: nobody should wonder where it went. */
async function markupProblem(html: string): Promise<string | null> {
  const problem = problemIn(markup, html);
  if (problem) return problem;
  const { removed } = await sanitiseMail(String(markup.renderSync(markup.parse(html), SAMPLE)));
  return removed.length === 0 ? null : `${NOT_IN_A_MAIL} Take out: ${removed.join(', ')}`;
}
const NOT_IN_A_MAIL =
  'a mail may hold text, links (http, https, mailto, tel), images (http, https, cid, PNG, JPEG, GIF or WebP as data) and ' +
  'styles; scripts, event handlers, frames, forms and style sheets from elsewhere may not stand in it.';

function explain(error: unknown): string {
  const message = error instanceof LiquidError ? error.message.replace(/, line:.*$/s, '') : (error as Error).message;
  if (message.endsWith('undefined filter: raw'))
    return 'there is no filter raw: what a merge field contains is always text. Leave "| raw" out';
  const unknown = /undefined variable: (.+)/.exec(message)?.[1];
  return unknown
    ? `there is no ${unknown}; a mail may name ${MERGE_FIELDS.map(({ name }) => name).join(', ')}`
    : message;
}

/** All that a mail may name, with what stands there for a made-up reader. */
export const MERGE_FIELDS = leaves(SAMPLE);

/** Which of the merge fields that this mail names are empty for this reader. */
export function missingIn(
  { subject, body, mjml = '', lenses = {} }: MailStep,
  role: string,
  fields: MergeFields,
): string[] {
  const own = lenses[role as keyof typeof lenses];
  const named = [subject, body, mjml, own ?? ''].flatMap((text) => plain.globalFullVariablesSync(text));
  const empty = leaves(own === undefined ? fields : { ...fields, lens: own }).filter(({ value }) => value === '');
  return empty.map(({ name }) => name).filter((name) => named.includes(name));
}

function leaves(of: object, path = ''): { name: string; value: string }[] {
  return Object.entries(of).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object'
      ? leaves(value as object, `${path}${name}.`)
      : [{ name: path + name, value: value as string }],
  );
}

/**
 * The mail of one step for one person. The lens is rendered first, so that a body can place it.
 * @throws TemplateInvalid with the reason; the dispatch fails alone
 * @throws RenderTooSlow; it may work later
 */
export async function renderMail(
  step: { subject: string; body: string; lenses?: Partial<Record<string, string>> },
  role: string,
  fields: MergeFields,
  html: string | null = null,
): Promise<{ subject: string; text: string; html: string | null }> {
  try {
    const own = step.lenses?.[role];
    const withLens = own === undefined ? fields : { ...fields, lens: render(plain, own, fields) };
    // a subject is one header line, whatever a name contains
    return {
      subject: render(plain, step.subject, withLens).replace(/\s+/g, ' ').trim().slice(0, 250),
      text: render(plain, step.body, withLens).trim(),
      html: html === null ? null : (await sanitiseMail(render(markup, html, withLens))).html,
    };
  } catch (error) {
    if (/render limit exceeded/.test((error as Error).message))
      throw new RenderTooSlow('The mail took too long to render.');
    throw new TemplateInvalid(explain(error));
  }
}

const parsed = new Map<Liquid, Map<string, Template[]>>([
  [plain, new Map()],
  [markup, new Map()],
]);

function render(engine: Liquid, text: string, fields: MergeFields): string {
  const known = parsed.get(engine)!;
  let template = known.get(text);
  if (!template) {
    if (known.size > 500) known.clear();
    known.set(text, (template = engine.parse(text)));
  }
  return String(engine.renderSync(template, fields));
}
