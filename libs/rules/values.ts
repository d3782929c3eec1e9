import { LIMITS, type RuleValue } from './ast.js';
import type { Field } from './catalogue.js';
import type { OperatorSpec } from './operators.js';
import { closest, quoted, type Problems } from './problems.js';

/** Reads the value of a condition; undefined with a problem noted where it does not fit. */
export function readValue(
  value: unknown,
  field: Field,
  operator: OperatorSpec,
  path: string,
  problems: Problems,
): RuleValue | undefined {
  switch (operator.takes) {
    case 'nothing':
      return problems.add(path, 'value_not_allowed', 'This operator takes no value: leave “value” out.');
    case 'one':
      return readOne(value, field, path, problems);
    case 'days':
      return readCount(value, LIMITS.days, path, problems);
    case 'pair':
      return readPair(value, field, path, problems);
    case 'list':
      return readList(value, field, path, problems);
  }
}

/** A whole number from 1 to `most`. */
export function readCount(value: unknown, most: number, path: string, problems: Problems): number | undefined {
  if (typeof value !== 'number') return problems.add(path, 'wrong_type', `Give a number, not ${kindOf(value)}.`);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  return problems.add(path, 'bad_number', `Give a whole number from 1 to ${most}.`);
}

function readPair(value: unknown, field: Field, path: string, problems: Problems): RuleValue | undefined {
  if (!Array.isArray(value) || value.length !== 2) {
    return problems.add(path, 'wrong_type', 'Give two values, from and to: [from, to].');
  }
  const [from, to] = [0, 1].map((at) => readOne(value[at], field, `${path}/${at}`, problems));
  if (from === undefined || to === undefined) return undefined;
  // two days compare as text, because YYYY-MM-DD sorts as it reads
  if (from > to) return problems.add(path, 'bad_order', 'The first value is above the second: swap them.');
  return [from, to] as RuleValue;
}

function readList(value: unknown, field: Field, path: string, problems: Problems): RuleValue | undefined {
  if (!Array.isArray(value)) return problems.add(path, 'wrong_type', `Give a list of values, not ${kindOf(value)}.`);
  if (value.length === 0) return problems.add(path, 'empty_list', 'Give at least one value.');
  if (value.length > LIMITS.list) {
    return problems.add(path, 'too_long', `Give at most ${LIMITS.list} values; these are ${value.length}.`);
  }
  const read: (string | number)[] = [];
  for (let at = 0; at < value.length && !problems.full; at++) {
    const one = readOne(value[at], field, `${path}/${at}`, problems);
    if (one !== undefined) read.push(one);
  }
  return read.length === value.length ? (read as RuleValue) : undefined;
}

function readOne(value: unknown, field: Field, path: string, problems: Problems): string | number | undefined {
  if (field.type === 'number') return readNumber(value, path, problems);
  if (field.type === 'date') return readDay(value, path, problems);
  return readText(value, field, path, problems);
}

function readNumber(value: unknown, path: string, problems: Problems): number | undefined {
  if (typeof value !== 'number') return problems.add(path, 'wrong_type', `Give a number, not ${kindOf(value)}.`);
  if (!Number.isFinite(value)) return problems.add(path, 'bad_number', 'Give a number that is finite.');
  // JSON has no -0, and a rule must come back from storage as it went
  return value === 0 ? 0 : value;
}

function readDay(value: unknown, path: string, problems: Problems): string | undefined {
  if (typeof value !== 'string') return problems.add(path, 'wrong_type', `Give a date as text, not ${kindOf(value)}.`);
  const parts = /^([12]\d{3})-(\d\d)-(\d\d)$/.exec(value);
  if (parts) {
    const day = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
    // Date.UTC turns 31 June into 1 July
    if (day.toISOString().slice(0, 10) === value) return value;
  }
  return problems.add(path, 'bad_date', 'Give a day that exists, from the years 1000 to 2999, as YYYY-MM-DD.');
}

function readText(value: unknown, field: Field, path: string, problems: Problems): string | undefined {
  if (typeof value !== 'string') return problems.add(path, 'wrong_type', `Give text, not ${kindOf(value)}.`);
  if (value.length > LIMITS.text) {
    return problems.add(path, 'too_long', `Give at most ${LIMITS.text} characters; these are ${value.length}.`);
  }
  // PostgreSQL can store neither; \p{Cs} under the u flag is a surrogate without its other half
  if (/\0|\p{Cs}/u.test(value))
    return problems.add(path, 'bad_text', 'This text holds a character that cannot be stored.');
  if (value.trim() === '')
    return problems.add(path, 'empty_text', 'Give some text, or ask whether the field is empty.');
  if (field.options && !field.options.includes(value)) {
    const message = `${quoted(value)} is not one of the choices of ${field.label}.`;
    return problems.add(path, 'not_an_option', message, closest(value, field.options));
  }
  return value;
}

export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value === 'number' ? 'a number' : 'an object';
}
