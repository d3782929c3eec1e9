import type { RuleCondition, ContactsMatch, Rule, RuleValue } from './ast.js';
import { fieldNamed, type Catalogue, type Field } from './catalogue.js';
import { operatorOf, predicate, type OperatorSpec } from './operators.js';
import { quoted } from './problems.js';

/** One sentence: `Organizations where Industry is “Retail” and (Country is “DE” or Employees is more than 50).` */
export function describe(rule: Rule, catalogue: Catalogue): string {
  return `Organizations where ${words(rule, catalogue, false).text}.`;
}

/** `joins` is set where the text is a bare list of clauses, which needs brackets inside another list. */
interface Words {
  text: string;
  joins?: 'and' | 'or';
}

function words(rule: Rule, catalogue: Catalogue, denied: boolean): Words {
  if ('not' in rule) return words(rule.not, catalogue, !denied);
  if ('contacts' in rule) return { text: contacts(rule.contacts, catalogue, denied) };
  if ('field' in rule) return { text: condition(rule, catalogue, denied) };
  const [parts, joins] = 'all' in rule ? [rule.all, 'and' as const] : [rule.any, 'or' as const];
  const only = parts[0];
  if (only && parts.length === 1) return words(only, catalogue, denied);
  const text = joined(
    parts.flatMap((part) => clauses(part, joins, catalogue)),
    joins,
  );
  return denied ? { text: `not (${text})` } : { text, joins };
}

/** A group inside a group of its own kind needs no brackets: its clauses join the outer list. */
function clauses(part: Rule, outer: 'and' | 'or', catalogue: Catalogue): string[] {
  const inner = 'all' in part && outer === 'and' ? part.all : 'any' in part && outer === 'or' ? part.any : undefined;
  if (inner) return inner.flatMap((deeper) => clauses(deeper, outer, catalogue));
  return [bracketed(words(part, catalogue, false))];
}

function joined(parts: string[], word: 'and' | 'or'): string {
  // the comma keeps a list of values, "10 and 20", apart from the next clause
  const pause = parts.some((part) => / (?:and|or) /.test(part)) ? ',' : '';
  return listed(parts, word, pause);
}

function contacts({ match, atLeast = 1, where }: ContactsMatch, catalogue: Catalogue, denied: boolean): string {
  const whose = `whose ${bracketed(words(where, catalogue, false))}`;
  if (match === 'every') return `there are ${denied ? 'not ' : ''}only contacts ${whose}`;
  if (atLeast > 1) return `there are ${denied ? 'fewer than' : 'at least'} ${atLeast} contacts ${whose}`;
  return `there is ${(match === 'none') === denied ? 'a' : 'no'} contact ${whose}`;
}

function condition({ field: key, op, value }: RuleCondition, catalogue: Catalogue, denied: boolean): string {
  const field = fieldNamed(catalogue, key);
  const operator = field && operatorOf(field.type, op);
  if (!field || !operator) return stray({ field: key, op, value }, denied);
  const negative = (operator.negates !== undefined) !== denied;
  return `${field.label} ${predicate(operator, negative, value === undefined ? '' : phrase(value, field, operator))}`;
}

/** A field that left the catalogue after the rule was stored: still describe what the rule asks. */
function stray({ field, op, value }: RuleCondition, denied: boolean): string {
  const values =
    value === undefined
      ? []
      : [value]
          .flat()
          .slice(0, SHOWN)
          .map((one) => quoted(String(one)));
  return [...(denied ? ['not'] : []), quoted(field), op.replaceAll('_', ' '), values.join(', ')].join(' ').trim();
}

function phrase(value: RuleValue, field: Field, operator: OperatorSpec): string {
  if (operator.takes === 'days') return value === 1 ? '1 day' : `${String(value)} days`;
  const shown = [value]
    .flat()
    .slice(0, SHOWN)
    .map((one) => inWords(one, field));
  const more = [value].flat().length - shown.length;
  if (more > 0) shown.push(`${more} more`);
  return listed(shown, operator.takes === 'pair' || operator.phrase.startsWith('all') || more > 0 ? 'and' : 'or');
}

function inWords(value: string | number, field: Field): string {
  if (typeof value === 'number')
    return Math.abs(value) < 1e15 ? value.toLocaleString('en-GB', { maximumFractionDigits: 15 }) : String(value);
  if (field.type === 'date')
    return `${Number(value.slice(8))} ${MONTHS[Number(value.slice(5, 7)) - 1]} ${value.slice(0, 4)}`;
  return quoted(field.options ? value.replaceAll('_', ' ') : value);
}

function listed(parts: string[], word: 'and' | 'or', pause = ''): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${pause} ${word} ${parts.at(-1)}`;
}

function bracketed({ text, joins }: Words): string {
  return joins ? `(${text})` : text;
}

/** More values than this would bury the sentence. */
const SHOWN = 12;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
