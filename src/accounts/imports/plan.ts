import { Invalid, type FieldProblem } from '../../platform/index.js';
import { ATTRIBUTE_TYPES, MOST_ATTRIBUTES, type AttributeType } from '../organizations/attributes.js';
import { RELATIONSHIPS, type Relationship } from '../organizations/organization.entity.js';
import type { GuessedColumn } from './reading/guessed-column.js';
import { attributeOf, mayFill, type ImportKind } from './targets.js';
import type { Survey } from './reading/survey.js';

export const KEYS = ['externalId', 'domain', 'name', 'email'] as const;
export type ImportKey = (typeof KEYS)[number];

/** What becomes of each column. */
export interface Plan {
  /** column -> target; a column that is absent or null is left out */
  mapping: Record<string, string | null>;
  /** how a row's organization is recognized */
  key: ImportKey;
  madeUp?: boolean;
  relationship?: Relationship;
  /** target -> the value where a row has none */
  defaults?: Record<string, string>;
  /** of a history: a won opportunity makes its organization a customer to check in with */
  wonStartCheckIns?: boolean;
  /** target `….attributes.X` -> its type, where the cells should not decide */
  attributeTypes?: Record<string, AttributeType>;
  /** of two names at one address each is a person of its own */
  sharedMailbox?: boolean;
  /** the same of single lines of the file */
  sharedMailboxLines?: number[];
}

class PlanInvalid extends Invalid {}

/** The plan that the guesses make. */
export function planOf(kind: ImportKind, columns: GuessedColumn[]): Plan {
  const mapping = Object.fromEntries(columns.map(({ column, target }) => [column, target]));
  const targets = new Set(Object.values(mapping));
  if (kind === 'history') return { mapping, key: 'externalId' };
  if (kind === 'contacts') return { mapping, key: targets.has('contact.externalId') ? 'externalId' : 'email' };
  if (targets.has('organization.externalId')) return { mapping, key: 'externalId' };
  return {
    mapping,
    key: targets.has('organization.domain') || targets.has('organization.website') ? 'domain' : 'name',
  };
}

/** Refuses a plan that names missing columns, or that cannot identify rows; every problem is named. */
export function checkPlan(kind: ImportKind, header: string[], plan: Plan): void {
  const problems: FieldProblem[] = [];
  const wrong = (field: string, code: string, message: string) => void problems.push({ field, code, message });
  const columns = new Map<string, string>();
  for (const [column, target] of Object.entries(plan.mapping)) {
    const field = `mapping.${column.slice(0, 60)}`;
    if (!header.includes(column)) wrong(field, 'unknown_column', `the file has no column "${column.slice(0, 60)}"`);
    else if (target === null) continue;
    else if (typeof target !== 'string' || !mayFill(kind, target))
      wrong(field, 'unknown_target', `"${String(target).slice(0, 80)}" is nothing that an import of ${kind} can fill`);
    else if (columns.has(target)) wrong(field, 'target_taken', `"${columns.get(target)!}" fills ${target} already`);
    else columns.set(target, column);
  }
  for (const [target, value] of Object.entries(plan.defaults ?? {})) {
    if (!mayFill(kind, target))
      wrong(`defaults.${target.slice(0, 60)}`, 'unknown_target', 'defaults names an unknown target');
    if (typeof value !== 'string' || value.length > 2000)
      wrong(`defaults.${target.slice(0, 60)}`, 'invalid', 'a default is text of up to 2000 characters');
  }
  for (const [target, type] of Object.entries(plan.attributeTypes ?? {}))
    if (!attributeOf(target) || !ATTRIBUTE_TYPES.includes(type))
      wrong(
        `attributeTypes.${target.slice(0, 60)}`,
        'invalid',
        `a custom attribute’s type is one of: ${ATTRIBUTE_TYPES.join(', ')}`,
      );
  for (const scope of ['organization', 'contact'])
    if ([...columns.keys()].filter((target) => attributeOf(target)?.scope === scope).length > MOST_ATTRIBUTES)
      wrong('mapping', 'too_many_attributes', `an ${scope} holds at most ${MOST_ATTRIBUTES} custom attributes`);
  if (kind === 'history') {
    const filled = [...columns.keys(), ...Object.keys(plan.defaults ?? {})];
    if (!filled.some((target) => /^(interaction|opportunity)\./.test(target)))
      wrong('mapping', 'record_missing', 'no column fills an interaction or an opportunity');
    if (problems.length > 0) throw new PlanInvalid('The import cannot be run like this.', problems);
    return;
  }
  const has = (target: string) => columns.has(target) || target in (plan.defaults ?? {});
  const named = has('contact.name') || has('contact.givenName') || has('contact.familyName') || has('contact.email');
  if (kind !== 'contacts' && !has('organization.name'))
    wrong('mapping', 'name_missing', 'no column fills organization.name');
  if (kind === 'contacts' && !named)
    wrong('mapping', 'name_missing', 'no column fills contact.name, contact.givenName or contact.familyName');
  const scope = kind === 'contacts' ? 'contact' : 'organization';
  if ((plan.key === 'email') !== (kind === 'contacts') && plan.key !== 'externalId')
    wrong(
      'key',
      'invalid',
      kind === 'contacts'
        ? 'contacts are known by externalId or email'
        : 'organizations are known by externalId, domain or name',
    );
  else if (plan.key === 'externalId' && !has(`${scope}.externalId`))
    wrong('key', 'key_missing', `the key is externalId, and no column fills ${scope}.externalId`);
  if (plan.relationship && !RELATIONSHIPS.includes(plan.relationship))
    wrong('relationship', 'invalid', `relationship is one of: ${RELATIONSHIPS.join(', ')}`);
  if (problems.length > 0) throw new PlanInvalid('The import cannot be run like this.', problems);
}

/** A type for each custom attribute that a column fills: as given, else as all of its cells show. */
export function attributeTypesOf({ mapping, attributeTypes }: Plan, survey: Survey): Record<string, AttributeType> {
  const filled = Object.entries(mapping).flatMap(([column, target]) =>
    target && attributeOf(target)
      ? [[target, attributeTypes?.[target] ?? survey[column]?.type ?? 'text'] as const]
      : [],
  );
  return Object.fromEntries(filled);
}
