import type { Shape } from '../../api/client';

/** Converts between the API's rule and the editor's tree of groups and conditions. */
export type RuleValue = string | number | (string | number)[];
export type Condition = { field: string; op: string; value?: RuleValue };
type RuleGroup = { all: Rule[] } | { any: Rule[] } | { not: Rule };
export type Rule =
  | RuleGroup
  | { contacts: { match: 'some' | 'none' | 'every'; atLeast?: number; where: Rule } }
  | Condition;
export type RuleField = Shape<'FieldView'>;

export type GroupKind = 'all' | 'any' | 'none';
export interface Group {
  kind: GroupKind;
  rules: Rule[];
}

/** A group is `all`, `any` or none (`not` around `any`). Any other `not` becomes a group with one rule. */
export function groupOf(rule: RuleGroup): Group;
export function groupOf(rule: Rule): Group | null;
export function groupOf(rule: Rule): Group | null {
  if ('all' in rule) return { kind: 'all', rules: rule.all };
  if ('any' in rule) return { kind: 'any', rules: rule.any };
  if ('not' in rule) return { kind: 'none', rules: 'any' in rule.not ? rule.not.any : [rule.not] };
  return null;
}

export const ruleOfGroup = ({ kind, rules }: Group): Rule =>
  kind === 'all' ? { all: rules } : kind === 'any' ? { any: rules } : { not: { any: rules } };

/** The editor always needs a root group to add to. */
export const withRootGroup = (rule: Rule): Rule => (groupOf(rule) ? rule : { all: [rule] });

export const valueKindOf = (fields: RuleField[], { field, op }: Condition): RuleField['operators'][number]['takes'] =>
  fields.find(({ key }) => key === field)?.operators.find((each) => each.op === op)?.takes ?? 'one';

/** Whether every condition has a value. An empty group is incomplete. */
export function isComplete(rule: Rule, fields: RuleField[]): boolean {
  const group = groupOf(rule);
  if (group) return group.rules.length > 0 && group.rules.every((each) => isComplete(each, fields));
  if ('contacts' in rule) return isComplete(rule.contacts.where, fields);
  if (!('field' in rule)) return false;
  const { field, value } = rule;
  if (!field) return false;
  const wants = valueKindOf(fields, rule);
  if (wants === 'nothing') return true;
  if (wants === 'list') return Array.isArray(value) && value.length > 0;
  if (wants === 'pair') return Array.isArray(value) && value.length === 2 && value.every((each) => each !== '');
  return value !== undefined && value !== '';
}
