/** What an operator wants beside it: no value, one, a list, [from, to], or a number of days. */
export type OperatorArity = 'nothing' | 'one' | 'list' | 'pair' | 'days';

export interface OperatorSpec {
  takes: OperatorArity;
  verb: 'is' | 'contain' | 'start' | 'end' | 'include';
  /** What follows the verb; {} stands for the value. */
  phrase: string;
  /** The operator of which this is the exact opposite, empty values included. */
  negates?: string;
}

const spec = (takes: OperatorArity, verb: OperatorSpec['verb'], phrase: string): OperatorSpec => ({
  takes,
  verb,
  phrase,
});
const opposite = (negates: string, of: OperatorSpec): OperatorSpec => ({ ...of, negates });

const is = spec('one', 'is', '{}');
const within = spec('list', 'is', 'any of {}');
const between = spec('pair', 'is', 'between {}');
const empty = spec('nothing', 'is', 'empty');
const contains = spec('one', 'contain', '{}');
const includes = spec('one', 'include', '{}');

const listed = {
  is,
  is_not: opposite('is', is),
  in: within,
  not_in: opposite('in', within),
  is_empty: empty,
  is_not_empty: opposite('is_empty', empty),
};

export const OPERATORS = {
  text: {
    ...listed,
    contains,
    not_contains: opposite('contains', contains),
    starts_with: spec('one', 'start', 'with {}'),
    ends_with: spec('one', 'end', 'with {}'),
  },
  number: {
    eq: is,
    ne: opposite('eq', is),
    lt: spec('one', 'is', 'less than {}'),
    lte: spec('one', 'is', 'at most {}'),
    gt: spec('one', 'is', 'more than {}'),
    gte: spec('one', 'is', 'at least {}'),
    between,
    in: within,
    is_empty: empty,
    is_not_empty: opposite('is_empty', empty),
  },
  date: {
    before: spec('one', 'is', 'before {}'),
    after: spec('one', 'is', 'after {}'),
    on: spec('one', 'is', 'on {}'),
    between,
    in_last_days: spec('days', 'is', 'within the last {}'),
    in_next_days: spec('days', 'is', 'within the next {}'),
    more_than_days_ago: spec('days', 'is', 'more than {} ago'),
    is_empty: empty,
    is_not_empty: opposite('is_empty', empty),
  },
  boolean: {
    is_true: spec('nothing', 'is', 'true'),
    is_false: spec('nothing', 'is', 'false'),
  },
  enum: listed,
  set: {
    includes,
    excludes: opposite('includes', includes),
    includes_any: spec('list', 'include', 'any of {}'),
    includes_all: spec('list', 'include', 'all of {}'),
    is_empty: empty,
    is_not_empty: opposite('is_empty', empty),
  },
} satisfies Record<string, Record<string, OperatorSpec>>;

export type FieldType = keyof typeof OPERATORS;
export type Operator = { [T in FieldType]: keyof (typeof OPERATORS)[T] }[FieldType];

export function operatorOf(type: FieldType, op: string): OperatorSpec | undefined {
  const family: Record<string, OperatorSpec> = OPERATORS[type];
  return Object.hasOwn(family, op) ? family[op] : undefined;
}

/** "is at least …", as a rule builder lists it. */
export function label(type: FieldType, op: Operator): string {
  const operator = operatorOf(type, op);
  return operator
    ? predicate(operator, operator.negates !== undefined, operator.takes === 'days' ? '… days' : '…')
    : op;
}

/** `does not contain “x”`, from the operator, whether it is denied, and the value in words. */
export function predicate(operator: OperatorSpec, negative: boolean, value: string): string {
  const { verb, phrase } = operator;
  // a function, because $& in a replacement string would mean something
  const rest = phrase.replace('{}', () => value);
  if (verb !== 'is') return negative ? `does not ${verb} ${rest}` : `${verb}s ${rest}`;
  if (negative && rest.startsWith('any of')) return `is none${rest.slice('any'.length)}`;
  return `is ${negative ? 'not ' : ''}${rest}`;
}
