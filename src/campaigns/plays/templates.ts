import { Invalid, Unavailable, type FieldProblem } from '../../platform/index.js';
import type { EmailStep, InterestCheckStep, Step } from '../../../libs/plays/index.js';
import { compileMjml } from './mail-html.js';
import type { MergeFields } from './merge-fields.js';
import type { Rendered, RenderTask } from './render.thread.js';
import { renderApart } from './renderer.js';

export type MailStep = EmailStep | InterestCheckStep;
export const isMail = (step: Step): step is MailStep => step.kind === 'email' || step.kind === 'interest_check';

export class TemplateInvalid extends Invalid {}
/**
 * The limit is by the wall's clock: a machine that was busy, or a process that was frozen, says nothing about the
 * template.
 */
export class RenderTooSlow extends Unavailable {}

const SAMPLE: MergeFields = {
  contact: { name: 'Maria Anders', givenName: 'Maria', familyName: 'Anders', title: 'Purchasing Manager' },
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

/** A busy machine is not the template's fault: it is slow when it was slow so many times. */
const MOST_TRIES = 3;

const TOO_SLOW = 'it takes too long to render: shorten its loops and styles';

/**
 * All that is wrong with the mails of these steps: syntax, unknown variables and filters, markup, no way out. Steps below
 * one that runs away are not looked at, or a thousand of them would take the renderer from others for minutes.
 */
export async function templateProblems(steps: readonly Step[]): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [i, step] of steps.entries()) {
    if (!isMail(step)) continue;
    if (problems.some(({ message }) => message === TOO_SLOW)) break;
    const note = (field: string, message: string | null) =>
      void (message && problems.push({ field: `steps.${i}.${field}`, code: 'template', message }));
    note('subject', await problemIn(step.subject));
    note('body', (await problemIn(step.body)) ?? wayOutOf(step.body));
    for (const [role, text] of Object.entries(step.lenses ?? {})) note(`lenses.${role}`, await problemIn(text));
    if (step.mjml === undefined) continue;
    note('mjml', (await problemInMarkup(step.mjml)) ?? wayOutOf(step.mjml));
  }
  return problems;
}

/** The markup of each mail step that has one, compiled, by the step's key. */
export async function markupOf(steps: readonly Step[]): Promise<Record<string, string>> {
  const compiled: Record<string, string> = {};
  for (const step of steps) {
    if (!isMail(step) || step.mjml === undefined) continue;
    const result = await compileMjml(step.mjml);
    if ('tooSlow' in result) throw new RenderTooSlow('The mail took too long to render.');
    if ('problem' in result) throw new TemplateInvalid(`${step.key}: ${result.problem}`);
    compiled[step.key] = result.html;
  }
  return compiled;
}

const wayOutOf = (text: string): string | null =>
  /\{\{-?\s*links\.(respond|stop)\b/.test(text)
    ? null
    : 'a mail must leave a way out: place {{ links.respond }} or {{ links.stop }} in it';

async function problemIn(text: string, markup = false): Promise<string | null> {
  const rendered = await triedOften({ texts: [{ text, markup }], lens: null, fields: SAMPLE });
  if ('texts' in rendered) return takenOut(rendered.removed);
  return 'problem' in rendered ? explain(rendered.problem) : TOO_SLOW;
}

async function problemInMarkup(mjml: string): Promise<string | null> {
  const compiled = await compileMjml(mjml);
  if ('html' in compiled) return problemIn(compiled.html, true);
  return 'problem' in compiled ? compiled.problem : TOO_SLOW;
}

async function triedOften(task: RenderTask): Promise<Rendered> {
  let rendered = await renderApart(task);
  for (let tries = 1; 'tooSlow' in rendered && tries < MOST_TRIES; tries++) rendered = await renderApart(task);
  return rendered;
}

/** What would be taken out of each mail is refused when the play is saved: nobody should wonder where it went. */
const takenOut = (removed: string[]): string | null =>
  removed.length === 0 ? null : `${NOT_IN_A_MAIL} Take out: ${removed.join(', ')}`;
const NOT_IN_A_MAIL =
  'a mail may hold text, links (http, https, mailto, tel), images (http, https, cid, PNG, JPEG, GIF or WebP as data) and ' +
  'styles; scripts, event handlers, frames, forms and style sheets from elsewhere may not stand in it.';

function explain(problem: string): string {
  if (problem.endsWith('undefined filter: raw'))
    return 'there is no filter raw: what a merge field contains is always text. Leave "| raw" out';
  const unknown = /undefined variable: (.+)/.exec(problem)?.[1];
  return unknown
    ? `there is no ${unknown}; a mail may name ${MERGE_FIELDS.map(({ name }) => name).join(', ')}`
    : problem;
}

/** All that a mail may name, with what stands there for a made-up reader. */
export const MERGE_FIELDS = leaves(SAMPLE);

/** The merge fields that this mail names, for any reader. */
export function namedIn({ subject, body, mjml = '', lenses = {} }: MailStep): Promise<string[]> {
  return rendered({ namesOf: [subject, body, mjml, ...Object.values(lenses)] });
}

/** Which of the merge fields that this mail names are empty for this reader. */
export async function missingIn(
  { subject, body, mjml = '', lenses = {} }: MailStep,
  role: string,
  fields: MergeFields,
): Promise<string[]> {
  const own = lenses[role as keyof typeof lenses];
  const named = await rendered({ namesOf: [subject, body, mjml, own ?? ''] });
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
 * The mail of one step for one person, rendered in a thread that can be ended. Many at once cost less than one by one.
 * @throws TemplateInvalid with the reason; the dispatch fails alone
 * @throws RenderTooSlow; it may work later
 */
export async function renderMail(
  step: { subject: string; body: string; lenses?: Partial<Record<string, string>> },
  role: string,
  fields: MergeFields,
  html: string | null = null,
): Promise<{ subject: string; text: string; html: string | null }> {
  const texts = [step.subject, step.body].map((text) => ({ text, markup: false }));
  if (html !== null) texts.push({ text: html, markup: true });
  const [subject, text, face = null] = await rendered({ texts, lens: step.lenses?.[role] ?? null, fields });
  // a subject is one header line, whatever a name contains
  return { subject: subject!.replace(/\s+/g, ' ').trim().slice(0, 250), text: text!.trim(), html: face };
}

async function rendered(task: RenderTask): Promise<string[]> {
  const result = await triedOften(task);
  if ('tooSlow' in result) throw new RenderTooSlow('The mail took too long to render.');
  if ('problem' in result) throw new TemplateInvalid(explain(result.problem));
  return result.texts;
}
