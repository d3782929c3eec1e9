import { LIMITS, MATCHES, type ContactsMatch, type Rule } from './ast.js';
import { fieldNamed, type Catalogue, type Scope } from './catalogue.js';
import { OPERATORS, operatorOf, type Operator } from './operators.js';
import { closest, Problems, quoted, type RuleProblem } from './problems.js';
import { kindOf, readCount, readValue } from './values.js';

/**
 * Reads anything into a rule, built anew from what it understood, or says everything that is wrong with it (up to 50
 * problems). Never throws on what `JSON.parse` can return.
 */
export function check(rule: unknown, catalogue: Catalogue): { rule: Rule } | { problems: RuleProblem[] } {
  const reader = new RuleReader(catalogue);
  const read = reader.rule(rule, { path: '', depth: 1, scope: 'organization' });
  return read && reader.problems.list.length === 0 ? { rule: read } : { problems: reader.problems.list };
}

interface RulePlace {
  path: string;
  depth: number;
  scope: Scope;
}

type Node = Record<string, unknown>;

const KEYS = {
  all: ['all'],
  any: ['any'],
  not: ['not'],
  contacts: ['contacts'],
  field: ['field', 'op', 'value'],
} as const;
const KINDS = Object.keys(KEYS) as (keyof typeof KEYS)[];
const INSTEAD: Record<string, string> = { and: 'all', or: 'any', none: 'not', operator: 'op', values: 'value' };

class RuleReader {
  readonly problems = new Problems();
  private nodes = 0;

  constructor(private readonly catalogue: Catalogue) {}

  rule(node: unknown, place: RulePlace): Rule | undefined {
    const { path } = place;
    if (this.problems.full || this.nodes > LIMITS.nodes) return undefined;
    if (++this.nodes > LIMITS.nodes) {
      return this.problems.add(path, 'too_large', `A rule has at most ${LIMITS.nodes} parts: split the cohort.`);
    }
    if (place.depth > LIMITS.depth) {
      return this.problems.add(path, 'too_deep', `A rule nests at most ${LIMITS.depth} levels: flatten its groups.`);
    }
    if (!isNode(node)) {
      return this.problems.add(path, 'not_a_rule', `Give a rule as an object, not ${kindOf(node)}.`);
    }
    const kinds = KINDS.filter((kind) => present(node, kind));
    const kind = kinds[0];
    if (!kind) return this.nameless(node, path);
    if (kinds.length > 1) {
      return this.problems.add(path, 'ambiguous_rule', `Keep one of ${kinds.join(', ')}; nest the others inside it.`);
    }
    this.refuseOthers(node, KEYS[kind], path);
    switch (kind) {
      case 'all':
        return this.group(node.all, place, kind, (all) => ({ all }));
      case 'any':
        return this.group(node.any, place, kind, (any) => ({ any }));
      case 'not':
        return this.not(node.not, place);
      case 'contacts':
        return this.contacts(node.contacts, place);
      case 'field':
        return this.condition(node, place);
    }
  }

  private nameless(node: Node, path: string): undefined {
    const meant = Object.keys(node)
      .slice(0, 5)
      .flatMap((key) => likely(key, KINDS));
    const message = 'This rule names no field: give “field”, or a group with “all”, “any”, “not” or “contacts”.';
    return this.problems.add(path, 'not_a_rule', message, [...new Set(meant)]);
  }

  private refuseOthers(node: Node, known: readonly string[], path: string): void {
    for (const key in node) {
      if (this.problems.full) return;
      if (known.includes(key) || !present(node, key)) continue;
      const message = `${quoted(key)} is not known here; known are ${known.join(', ')}.`;
      this.problems.add(path, 'unknown_key', message, likely(key, known));
    }
  }

  private group(value: unknown, place: RulePlace, kind: string, build: (rules: Rule[]) => Rule): Rule | undefined {
    const path = `${place.path}/${kind}`;
    if (!Array.isArray(value)) {
      return this.problems.add(path, 'wrong_type', `Give a list of rules, not ${kindOf(value)}.`);
    }
    if (value.length === 0) {
      return this.problems.add(path, 'empty_group', 'This group is empty: put a rule into it, or take it out.');
    }
    const rules: Rule[] = [];
    for (let at = 0; at < value.length && this.nodes <= LIMITS.nodes && !this.problems.full; at++) {
      const rule = this.rule(value[at], below(place, `${kind}/${at}`));
      if (rule) rules.push(rule);
    }
    return rules.length === value.length ? build(rules) : undefined;
  }

  private not(value: unknown, place: RulePlace): Rule | undefined {
    const rule = this.rule(value, below(place, 'not'));
    return rule && { not: rule };
  }

  private contacts(value: unknown, place: RulePlace): Rule | undefined {
    const path = `${place.path}/contacts`;
    if (place.scope === 'contact') {
      return this.problems.add(
        path,
        'wrong_scope',
        'A contact has no contacts: move this out of the group about contacts.',
      );
    }
    if (!isNode(value)) {
      return this.problems.add(path, 'wrong_type', `Give an object with “match” and “where”, not ${kindOf(value)}.`);
    }
    this.refuseOthers(value, ['match', 'atLeast', 'where'], path);
    const match = MATCHES.find((known) => known === value.match);
    if (!match) this.problems.add(`${path}/match`, 'not_an_option', `Give one of ${MATCHES.join(', ')}.`);
    const where = this.rule(value.where, { path: `${path}/where`, depth: place.depth + 1, scope: 'contact' });
    const found = match && where && this.counted(value, { match, where }, `${path}/atLeast`);
    return found && { contacts: found };
  }

  private counted(value: Node, contacts: ContactsMatch, path: string): ContactsMatch | undefined {
    if (!present(value, 'atLeast')) return contacts;
    if (contacts.match !== 'some') {
      return this.problems.add(path, 'value_not_allowed', '“atLeast” goes with “some” only: leave it out.');
    }
    const atLeast = readCount(value.atLeast, LIMITS.contacts, path, this.problems);
    return atLeast === undefined ? undefined : { match: contacts.match, atLeast, where: contacts.where };
  }

  private condition(node: Node, { path, scope }: RulePlace): Rule | undefined {
    const { field: key, op } = node;
    if (typeof key !== 'string') {
      return this.problems.add(`${path}/field`, 'wrong_type', `Give the field’s name as text, not ${kindOf(key)}.`);
    }
    const field = fieldNamed(this.catalogue, key);
    if (!field) return this.unknownField(key, path, scope);
    if (field.scope !== scope) {
      const where =
        scope === 'contact' ? 'belongs to the organization: move it out of' : 'belongs to a contact: move it into';
      return this.problems.add(`${path}/field`, 'wrong_scope', `${field.label} ${where} the group about contacts.`);
    }
    const operator = typeof op === 'string' ? operatorOf(field.type, op) : undefined;
    if (!operator) {
      const known = Object.keys(OPERATORS[field.type]);
      const message = `${field.label} can be asked with ${known.join(', ')}.`;
      return this.problems.add(
        `${path}/op`,
        'unknown_operator',
        message,
        typeof op === 'string' ? closest(op, known) : [],
      );
    }
    const read = { field: key, op: op as Operator };
    const given = present(node, 'value');
    if (!given && operator.takes === 'nothing') return read;
    if (!given)
      return this.problems.add(`${path}/value`, 'value_missing', `Enter a value to compare ${field.label} with.`);
    const value = readValue(node.value, field, operator, `${path}/value`, this.problems);
    return value === undefined ? undefined : { ...read, value };
  }

  private unknownField(key: string, path: string, scope: Scope): undefined {
    const here = Object.entries(this.catalogue.fields).filter(([, field]) => field.scope === scope);
    const label = key.slice(0, 100).toLowerCase();
    const named = here.filter(([, field]) => field.label.toLowerCase() === label).map(([name]) => name);
    const close = closest(
      key,
      here.map(([name]) => name),
    );
    const suggestions = [...new Set([...named, ...close])];
    return this.problems.add(`${path}/field`, 'unknown_field', `There is no field ${quoted(key)}.`, suggestions);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own key with a value: what JSON would carry. */
function present(node: Node, key: string): boolean {
  return Object.hasOwn(node, key) && node[key] !== undefined;
}

function below(place: RulePlace, step: string): RulePlace {
  return { path: `${place.path}/${step}`, depth: place.depth + 1, scope: place.scope };
}

function likely(key: string, known: readonly string[]): string[] {
  const instead = Object.hasOwn(INSTEAD, key) ? INSTEAD[key] : undefined;
  return instead && known.includes(instead) ? [instead] : closest(key, known);
}
