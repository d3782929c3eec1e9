import { currencyOf, isRounded, toMinorUnits } from '../../../libs/money/index.js';
import type { Role } from '../../../libs/plays/index.js';
import type { AttributeType, Attributes } from '../organizations/attributes.js';
import { domainOf, employerDomain } from '../normalize/domains.js';
import { emailKey } from '../normalize/emails.js';
import { nameKey, personKey } from '../normalize/names.js';
import { toPhone } from '../normalize/phones.js';
import { roleOfTitle } from '../normalize/titles.js';
import type { Hashes } from '../privacy/hashes.js';
import type { Columns, RowDraft, Issue } from './draft.js';
import { HISTORY_ATTRIBUTE, HISTORY_FIELDS } from './history/history-fields.js';
import { historyAttribute } from './history/history-targets.js';
import { FIELDS } from './reading/fields.js';
import { ALONE, isTwoNumbers, type Amount } from './reading/numbers.js';
import type { Plan } from './plan.js';
import type { FileRecord } from './reading/records.js';
import { attributeOf, type ImportKind } from './targets.js';
import type { Survey } from './reading/survey.js';
import { plain, toAttribute, UNREADABLE, type toLocation } from './reading/values.js';

const LONGEST_ATTRIBUTE = 2000;
/** A row without these cannot be identified: it is refused. Everything else is left empty with a warning. */
const NEEDED = new Set([
  'organization.name',
  'organization.externalId',
  'contact.name',
  'contact.externalId',
  'contact.email',
]);

/** Reads rows by a plan. */
export class RowDrafter {
  private readonly targets: { at: number; target: string }[];

  constructor(
    private readonly kind: ImportKind,
    protected readonly header: string[],
    protected readonly plan: Plan,
    private readonly types: Map<string, AttributeType>,
    private readonly survey: Survey,
    private readonly hashes: Hashes,
  ) {
    this.targets = header.flatMap((column, at) => {
      const target = Object.hasOwn(plan.mapping, column) ? plan.mapping[column] : null;
      return target ? [{ at, target }] : [];
    });
    for (const target of Object.keys(plan.defaults ?? {}))
      if (!this.targets.some((each) => each.target === target)) this.targets.push({ at: -1, target });
  }

  draft(record: FileRecord): RowDraft {
    const draft = this.begun(record);
    if (draft.refused) return draft;
    const values = this.values(draft);
    draft.organization = this.organization(draft, values);
    draft.contact = this.kind === 'organizations' ? null : this.contact(draft, values);
    if (this.kind !== 'contacts' && !draft.organization && !draft.refused)
      refuse(draft, 'organization.name', 'required', 'The organization has no name.');
    if (this.kind === 'contacts' && !draft.contact && !draft.refused)
      refuse(draft, 'contact.name', 'required', 'The person has neither a name nor an e-mail address.');
    return draft;
  }

  /** Refused where the row cannot be cut into its fields. */
  protected begun({ line, cells, problem }: FileRecord): RowDraft {
    const draft: RowDraft = { line, cells, issues: [], refused: false, organization: null, contact: null };
    if (problem) return refuse(draft, null, problem.code, problem.message);
    if (cells.length !== this.header.length)
      return refuse(
        draft,
        null,
        cells.length > this.header.length ? 'too_many_fields' : 'too_few_fields',
        `The row has ${cells.length} fields, the header ${this.header.length}. Is a comma unquoted, or a field missing?`,
      );
    return draft;
  }

  /** Whether the plan has a column or a default for such a target. */
  protected fills(prefix: string): boolean {
    return this.targets.some(({ target }) => target.startsWith(prefix));
  }

  /** -1: the target is filled by a default */
  protected columnOf(target: string): number {
    return this.targets.find((each) => each.target === target)?.at ?? -1;
  }

  protected values(draft: RowDraft): Map<string, unknown> {
    const values = new Map<string, unknown>();
    for (const { at, target } of this.targets) {
      const cell = (at < 0 ? undefined : plain(draft.cells[at]!)) ?? plain(this.plan.defaults?.[target] ?? '');
      if (cell === null) continue;
      const notation = this.survey[this.header[at] ?? ''] ?? ALONE;
      const issue = (code: string, message: string): void =>
        void (NEEDED.has(target) && this.kind !== 'history'
          ? refuse(draft, target, code, message)
          : warn(draft, target, code, message));
      const attribute = attributeOf(target);
      const field = fieldOf(target);
      const max = attribute ? LONGEST_ATTRIBUTE : (field?.max ?? 100);
      if (UNREADABLE.test(cell))
        issue(
          'unreadable_text',
          'The field contains a character that cannot be read or stored. Is the encoding right?',
        );
      else if (cell.length > max) issue('too_long', `The field has ${cell.length} characters; ${max} is the most.`);
      else if (attribute) {
        const type = this.types.get(`${attribute.scope}.${attribute.name}`) ?? 'text';
        const value = toAttribute(type, cell, notation);
        if (value === null && isTwoNumbers(cell, notation)) issue('two_numbers', twoNumbers(cell));
        else if (value === null) issue('attribute_type', `"${cell.slice(0, 60)}" is no ${type}.`);
        else values.set(target, value);
      } else if (field) {
        const value = field.read(cell, notation);
        if (value === null && isTwoNumbers(cell, notation)) issue('two_numbers', twoNumbers(cell));
        else if (value === null) issue('invalid', `"${cell.slice(0, 60)}" is not ${field.wanted}.`);
        else values.set(target, value);
      } else values.set(target, cell);
    }
    return values;
  }

  private organization(draft: RowDraft, values: Map<string, unknown>): RowDraft['organization'] {
    const name = values.get('organization.name') as string | undefined;
    const website = values.get('organization.website') as string | undefined;
    const email = values.get('contact.email') as string | undefined;
    const domain =
      values.get('organization.domain') ??
      (website && domainOf(website)) ??
      (email && employerDomain(email)) ??
      undefined;
    if (this.kind === 'contacts' ? !name && !domain && !values.has('organization.externalId') : !name) return null;
    const location = values.get('organization.location') as ReturnType<typeof toLocation> | undefined;
    const country = (values.get('organization.country') ?? location?.country ?? undefined) as string | undefined;
    const revenue = moneyOf(draft, 'organization.revenue', {
      amount: values.get('organization.revenue') as Amount | undefined,
      told: values.get('organization.revenueCurrency') as string | undefined,
      country,
    });
    const columns: Columns = {
      external_id: values.get('organization.externalId'),
      name,
      name_key: name && nameKey(name),
      domain,
      industry: values.get('organization.industry'),
      sector: values.get('organization.sector'),
      employees: values.get('organization.employees'),
      revenue_minor: revenue.minor,
      revenue_currency: revenue.currency,
      founded: values.get('organization.founded'),
      country,
      region: values.get('organization.region') ?? location?.region ?? undefined,
      city: values.get('organization.city') ?? location?.city,
      postal_code: values.get('organization.postalCode'),
      address: values.get('organization.address'),
      time_zone: values.get('organization.timeZone'),
      phone: this.phone(draft, values, 'organization.phone', country),
      website,
      relationship: values.get('organization.relationship'),
      tags: values.get('organization.tags'),
    };
    return {
      columns: told(columns),
      attributes: attributesOf('organization', values),
      domainTold: values.has('organization.domain') || website !== undefined,
    };
  }

  private contact(draft: RowDraft, values: Map<string, unknown>): RowDraft['contact'] {
    const given = values.get('contact.givenName') as string | undefined;
    const family = values.get('contact.familyName') as string | undefined;
    const email = values.get('contact.email') as string | undefined;
    const name =
      (values.get('contact.name') as string | undefined) ?? ([given, family].filter(Boolean).join(' ') || email);
    const country = draft.organization?.columns.country as string | undefined;
    const phone = this.phone(draft, values, 'contact.phone', country);
    if (!name) {
      if (phone)
        warn(
          draft,
          'contact.name',
          'contact_without_name',
          'The phone has no owner: the row has no name of a person. It was left out.',
        );
      return null;
    }
    const columns: Columns = {
      external_id: values.get('contact.externalId'),
      name,
      name_key: personKey(name),
      given_name: given,
      family_name: family,
      email,
      email_key: email && emailKey(email),
      email_hash: email && this.hashes.email(emailKey(email)),
      phone,
      phone_hash: phone && this.hashes.phone(phone),
      language: values.get('contact.language'),
      time_zone: values.get('contact.timeZone'),
      preference: values.get('contact.preference'),
      lawful_basis: values.get('contact.lawfulBasis'),
    };
    const title = values.get('contact.title') as string | undefined;
    const role = values.get('contact.role') as Role | undefined;
    const guessed = title ? roleOfTitle(title) : null;
    return {
      columns: told(columns),
      attributes: attributesOf('contact', values),
      country: country ?? null,
      job: told({ title, department: values.get('contact.department') }),
      role: role ? { role, source: 'import' } : guessed && { role: guessed, source: 'title' },
    };
  }

  private phone(
    draft: RowDraft,
    values: Map<string, unknown>,
    target: string,
    country: string | undefined,
  ): string | undefined {
    const text = values.get(target) as string | undefined;
    if (text === undefined) return undefined;
    const number = toPhone(text, country ?? null);
    if (number === null)
      warn(
        draft,
        target,
        'invalid',
        `"${text.slice(0, 60)}" is no phone number${country ? ` in ${country}` : '; without a country it needs its country code'}.`,
      );
    return number ?? undefined;
  }
}

const fieldOf = (target: string) =>
  FIELDS[target] ?? HISTORY_FIELDS[target] ?? (historyAttribute(target) === null ? undefined : HISTORY_ATTRIBUTE);

const twoNumbers = (cell: string): string =>
  `"${cell.slice(0, 60)}" may be two numbers, because the column has points and commas as decimal marks. Write it without marks for thousands.`;

/** Keeps the row out. */
export function refuse(draft: RowDraft, field: string | null, code: string, message: string): RowDraft {
  draft.refused = true;
  draft.issues.push({ field, code, message, wholeRow: true } satisfies Issue);
  return draft;
}

/**
 * What the cells of an amount and of its currency come to, in minor units. Two currencies that differ, and a sign that
 * may be two there, leave it out.
 */
export function moneyOf(
  draft: RowDraft,
  field: string,
  { amount, told, country }: { amount: Amount | undefined; told: string | undefined; country?: string | undefined },
): { minor?: number; currency?: string } {
  const own = amount?.unit ? currencyOf(amount.unit, country) : null;
  const wrong = (code: string, message: string) => warn(draft, field, code, message);
  if (told && own && own !== told) {
    wrong('two_currencies', `The amount is in ${own}, the column of currencies says ${told}. It was left out.`);
    return {};
  }
  if (amount?.unit && !own && !told) {
    wrong('which_currency', `"${amount.unit}" may be two currencies there. Write its code. It was left out.`);
    return {};
  }
  const currency = told ?? own;
  const known = currency ? { currency } : {};
  if (!amount) return known;
  const minor = toMinorUnits(amount.value, currency);
  if (minor === null) {
    wrong('invalid', 'The amount is larger than can be stored. It was left out.');
    return known;
  }
  if (isRounded(amount.value, currency))
    wrong('rounded', `The amount has more decimal places than ${currency ?? 'money'} has. It was rounded.`);
  return { minor, ...known };
}

/** Leaves the field out. */
export function warn(draft: RowDraft, field: string, code: string, message: string): void {
  draft.issues.push({ field, code, message, wholeRow: false });
}

function told(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function attributesOf(scope: string, values: Map<string, unknown>): Attributes {
  const found = [...values].flatMap(([target, value]) => {
    const attribute = attributeOf(target);
    return attribute?.scope === scope ? [[attribute.name, value] as const] : [];
  });
  return Object.fromEntries(found) as Attributes;
}
