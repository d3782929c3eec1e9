import type { Operator } from './operators.js';

/** Text, a number, a date as `YYYY-MM-DD`, a number of days, a list of these, or [from, to]. */
export type RuleValue = string | number | string[] | number[];

export interface RuleCondition {
  field: string;
  op: Operator;
  value?: RuleValue;
}

export const MATCHES = ['some', 'none', 'every'] as const;

/** `every` needs at least one contact: an organization without contacts does not match. */
export interface ContactsMatch {
  match: (typeof MATCHES)[number];
  /** With `some` only; 1 where absent. */
  atLeast?: number;
  where: Rule;
}

export type Rule = { all: Rule[] } | { any: Rule[] } | { not: Rule } | { contacts: ContactsMatch } | RuleCondition;

export const LIMITS = {
  depth: 12,
  nodes: 200,
  text: 500,
  list: 1000,
  days: 36_500,
  contacts: 1000,
  problems: 50,
} as const;
