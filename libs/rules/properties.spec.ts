import * as fc from 'fast-check';
import {
  check,
  compile,
  describe as inEnglish,
  LIMITS,
  OPERATORS,
  type Field,
  type Rule,
  type Scope,
} from './index.js';
import { SAMPLE } from './sample.js';

const now = new Date('2026-03-10T15:30:00.000Z');

/** Letters that our SQL never uses, so that one of them in it has leaked from a value. */
const foreign = fc.string({ unit: fc.constantFrom(...'αβγδж漢🦊☃'), minLength: 1, maxLength: 20 });
const integer = fc.integer({ min: -1e9, max: 1e9 });
const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const single = (field: Field): fc.Arbitrary<string | number> => {
  if (field.type === 'number') return integer;
  if (field.type === 'date') return day;
  return field.options ? fc.constantFrom(...field.options) : foreign;
};

const valueFor = (field: Field, takes: string): fc.Arbitrary<unknown> => {
  const one = single(field);
  if (takes === 'nothing') return fc.constant(undefined);
  if (takes === 'days') return fc.integer({ min: 1, max: LIMITS.days });
  if (takes === 'list') return fc.array(one, { minLength: 1, maxLength: 5 });
  return takes === 'pair' ? fc.tuple(one, one).map(([a, b]) => (a <= b ? [a, b] : [b, a])) : one;
};

const condition = (scope: Scope): fc.Arbitrary<Rule> =>
  fc.oneof(
    ...Object.entries(SAMPLE.fields)
      .filter(([, field]) => field.scope === scope)
      .flatMap(([key, field]) =>
        Object.entries(OPERATORS[field.type]).map(([op, { takes }]) =>
          valueFor(field, takes).map((value) => ({ field: key, op, ...(value !== undefined && { value }) }) as Rule),
        ),
      ),
  );

const ruleOf = (scope: Scope, leaf: fc.Arbitrary<Rule>): fc.Arbitrary<Rule> =>
  fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4, depthIdentifier: scope },
      leaf,
      fc.array(tie('rule'), { minLength: 1, maxLength: 4 }).map((all): Rule => ({ all })),
      fc.array(tie('rule'), { minLength: 1, maxLength: 4 }).map((any): Rule => ({ any })),
      tie('rule').map((not): Rule => ({ not })),
    ),
  })).rule;

const contacts = fc
  .tuple(
    ruleOf('contact', condition('contact')),
    fc.constantFrom('some', 'none', 'every'),
    fc.option(fc.integer({ min: 1, max: 1000 })),
  )
  .map(
    ([where, match, atLeast]): Rule =>
      ({ contacts: { match, ...(match === 'some' && atLeast && { atLeast }), where } }) as Rule,
  );

const rules = ruleOf('organization', fc.oneof({ weight: 3, arbitrary: condition('organization') }, contacts)).filter(
  (rule) => 'rule' in check(rule, SAMPLE),
);

const conditionsOf = (rule: Rule): Extract<Rule, { field: string }>[] => {
  if ('all' in rule) return rule.all.flatMap(conditionsOf);
  if ('any' in rule) return rule.any.flatMap(conditionsOf);
  if ('not' in rule) return conditionsOf(rule.not);
  return 'contacts' in rule ? conditionsOf(rule.contacts.where) : [rule];
};

/** The same rule with every value changed for another of its kind. */
const changed = (value: unknown): unknown => {
  if (typeof value === 'string') return 'x';
  if (typeof value === 'number') return 7;
  return Array.isArray(value) ? [...value.map(changed), changed(value[0])] : value;
};

describe('any rule that check passes', () => {
  it('keeps its values out of the SQL and its placeholders in step with its parameters', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 50 }), (rule, firstParameter) => {
        const { sql, params } = compile(rule, SAMPLE, { now, firstParameter });
        expect(sql).toMatch(/^[\x20-\x7e]+$/);
        for (const text of params.flat().filter((value) => typeof value === 'string')) expect(sql).not.toContain(text);
        const numbers = [...sql.matchAll(/\$(\d+)/g)].map((found) => Number(found[1]));
        expect(new Set(numbers).size).toBe(params.length);
        if (params.length > 0) expect(Math.max(...numbers)).toBe(firstParameter + params.length - 1);
        if (params.length > 0) expect(Math.min(...numbers)).toBe(firstParameter);
      }),
      { numRuns: 300 },
    );
  });

  it('compiles to the same SQL whatever its values are', () => {
    const plain = rules.filter((rule) =>
      conditionsOf(rule).every(({ field }) => SAMPLE.fields[field]?.type !== 'date'),
    );
    fc.assert(
      fc.property(plain, (rule) => {
        const other = JSON.parse(JSON.stringify(rule), (key, value) =>
          key === 'value' && !isPair(rule, value) ? changed(value) : value,
        );
        expect(compile(other, SAMPLE, { now }).sql).toBe(compile(rule, SAMPLE, { now }).sql);
      }),
      { numRuns: 200 },
    );
  });

  it('reads as one sentence that names every field', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const sentence = inEnglish(rule, SAMPLE);
        expect(sentence).toMatch(/^Organizations where [^\n]+\.$/);
        for (const { field } of conditionsOf(rule)) expect(sentence).toContain(SAMPLE.fields[field]?.label);
        expect(sentence.split('(').length).toBe(sentence.split(')').length);
      }),
      { numRuns: 300 },
    );
  });

  it('comes back the same from storage', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(check(rule, SAMPLE)).toEqual({ rule });
        expect(check(JSON.parse(JSON.stringify(rule)), SAMPLE)).toEqual({ rule });
      }),
    );
  });
});

describe('anything at all', () => {
  const key = fc.oneof(
    fc.constantFrom('all', 'any', 'not', 'field', 'op', 'value', 'contacts', '__proto__'),
    fc.string(),
  );
  const word = fc.oneof(
    fc.constantFrom(
      ...Object.keys(SAMPLE.fields),
      ...Object.values(OPERATORS).flatMap((family) => Object.keys(family)),
    ),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\0', '\uD800'),
  );
  const junk = fc.anything({
    key,
    values: [word, fc.double(), fc.boolean(), fc.constant(null), integer],
    withNullPrototype: true,
  });
  const almost = fc.record({ field: word, op: word, value: junk }, { requiredKeys: [] });

  it('is either read or refused with a reason, and what is read compiles and reads aloud', () => {
    fc.assert(
      fc.property(fc.oneof(junk, almost, fc.record({ all: fc.array(almost) }), fc.anything()), (input) => {
        const result = check(input, SAMPLE);
        if ('problems' in result) {
          expect(result.problems.length).toBeGreaterThan(0);
          for (const { path, message } of result.problems)
            expect([path, message]).toEqual([expect.stringMatching(/^(\/.*)?$/), expect.stringMatching(/\.$/)]);
        } else {
          expect(compile(result.rule, SAMPLE, { now }).sql).toMatch(/^\(|^EXISTS/);
          expect(inEnglish(result.rule, SAMPLE)).toMatch(/\.$/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** [from, to] must stay two. */
function isPair(rule: Rule, value: unknown): boolean {
  const wanted = JSON.stringify(value);
  return conditionsOf(rule).some((found) => found.op === 'between' && JSON.stringify(found.value) === wanted);
}
