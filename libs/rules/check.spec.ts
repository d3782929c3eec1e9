import { check, type Rule } from './index.js';
import type { RuleProblem } from './problems.js';
import { SAMPLE } from './sample.js';

const read = (rule: unknown): Rule => {
  const result = check(rule, SAMPLE);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.rule;
};

const problems = (rule: unknown): RuleProblem[] => {
  const result = check(rule, SAMPLE);
  return 'problems' in result ? result.problems : [];
};

const codes = (rule: unknown): string[] => problems(rule).map(({ path, code }) => `${path} ${code}`);

const retail = { field: 'industry', op: 'is', value: 'Retail' };
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const deep = (levels: number): unknown => (levels === 1 ? retail : { not: deep(levels - 1) });

describe('a rule that is right', () => {
  it('comes back as a copy that says the same', () => {
    const rule = {
      all: [
        retail,
        {
          any: [
            { field: 'employees', op: 'between', value: [50, 250] },
            { not: { field: 'key_account', op: 'is_true' } },
          ],
        },
        {
          contacts: { match: 'some', atLeast: 2, where: { field: 'contact.roles', op: 'includes', value: 'champion' } },
        },
      ],
    };
    expect(read(rule)).toEqual(rule);
    expect(read(rule)).not.toBe(rule);
  });

  it.each([
    [{ field: 'industry', op: 'in', value: ['Retail', 'Food'] }],
    [{ field: 'industry', op: 'is_empty' }],
    [{ field: 'rating', op: 'gt', value: -0.5 }],
    [{ field: 'founded', op: 'on', value: '2024-02-29' }],
    [{ field: 'contacted', op: 'in_last_days', value: 30 }],
    [{ field: 'attributes.tier', op: 'is', value: 'gold' }],
    [{ field: 'tags', op: 'includes_all', value: ['a', 'b'] }],
  ])('%j is read', (rule) => {
    expect(read(rule)).toEqual(rule);
  });

  it('a key without a value counts as absent, as in JSON', () => {
    expect(read({ field: 'industry', op: 'is_empty', value: undefined, all: undefined })).toEqual({
      field: 'industry',
      op: 'is_empty',
    });
  });
});

describe('a rule that is not one', () => {
  it.each([
    [null],
    [undefined],
    ['x'],
    [7],
    [true],
    [[]],
    [[retail]],
    [{}],
    [{ op: 'is', value: 'x' }],
    [new Date(0)],
    [() => 1],
  ])('%p is refused at the root', (rule) => {
    expect(codes(rule)).toEqual([' not_a_rule']);
  });

  it('a rule that names no field says so', () => {
    expect(problems({ op: 'is', value: 'x' })[0]?.message).toMatch(/names no field/);
  });

  it('two kinds in one object are refused rather than one of them ignored', () => {
    expect(codes({ all: [retail], ...retail })).toEqual([' ambiguous_rule']);
  });

  it('and/or are met with what they are called here', () => {
    expect(problems({ or: [retail] })[0]?.suggestions).toEqual(['any']);
  });

  it('an unknown key is refused where it stands', () => {
    expect(codes({ any: [{ ...retail, vlaue: 'x' }] })).toEqual(['/any/0 unknown_key']);
    expect(problems({ field: 'industry', op: 'is_empty', vlaue: 1 })[0]?.suggestions).toEqual(['value']);
  });

  it.each(['all', 'any'])('an empty or absent list of %s is refused', (kind) => {
    expect(codes({ [kind]: [] })).toEqual([`/${kind} empty_group`]);
    expect(codes({ [kind]: retail })).toEqual([`/${kind} wrong_type`]);
  });

  it('every problem is listed at once, each with a pointer to its place', () => {
    expect(
      codes({ all: [{ field: 'nope', op: 'is' }, { not: { field: 'employees', op: 'eq', value: '50' } }, 3] }),
    ).toEqual(['/all/0/field unknown_field', '/all/1/not/value wrong_type', '/all/2 not_a_rule']);
  });
});

describe('fields and operators', () => {
  it('a misspelt field gets the near ones, a label its key', () => {
    expect(problems({ field: 'industri', op: 'is', value: 'x' })[0]?.suggestions).toEqual(['industry']);
    expect(problems({ field: 'Last contacted', op: 'is_empty' })[0]?.suggestions?.[0]).toBe('contacted');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])('%s is no field', (field) => {
    expect(codes(JSON.parse(`{"field":"${field}","op":"is","value":"x"}`))).toEqual(['/field unknown_field']);
  });

  it.each(['__proto__', 'constructor', 'toString'])('%s is no operator', (op) => {
    expect(codes({ field: 'industry', op, value: 'x' })).toEqual(['/op unknown_operator']);
  });

  it('a __proto__ key in the JSON is an unknown key like any other', () => {
    expect(codes(JSON.parse('{"__proto__":{"field":"industry"}}'))).toEqual([' not_a_rule']);
    expect(codes(JSON.parse('{"field":"industry","op":"is_empty","__proto__":{}}'))).toEqual([' unknown_key']);
    expect(codes(JSON.parse('{"field":"industry","op":"is_empty","constructor":1}'))).toEqual([' unknown_key']);
  });

  it('an operator of another type is refused with those that fit', () => {
    const [problem] = problems({ field: 'employees', op: 'contains', value: 'x' });
    expect(problem).toMatchObject({ path: '/op', code: 'unknown_operator' });
    expect(problem?.message).toContain('between');
    expect(problems({ field: 'industry', op: 'start_with', value: 'x' })[0]?.suggestions).toEqual(['starts_with']);
  });

  it('a field that is no text is refused', () => {
    expect(codes({ field: ['industry'], op: 'is', value: 'x' })).toEqual(['/field wrong_type']);
    expect(codes({ field: 'industry', op: { is: 1 }, value: 'x' })).toEqual(['/op unknown_operator']);
  });
});

describe('contacts', () => {
  const champion = { field: 'contact.roles', op: 'includes', value: 'champion' };

  it('a contact’s field outside, and an organization’s field inside, are sent to their place', () => {
    expect(problems(champion)[0]).toMatchObject({
      path: '/field',
      code: 'wrong_scope',
      message: expect.stringContaining('belongs to a contact'),
    });
    expect(problems({ contacts: { match: 'none', where: { not: retail } } })[0]).toMatchObject({
      path: '/contacts/where/not/field',
      code: 'wrong_scope',
      message: expect.stringContaining('belongs to the organization'),
    });
  });

  it('contacts have no contacts', () => {
    const inner = { contacts: { match: 'some', where: champion } };
    expect(codes({ contacts: { match: 'some', where: inner } })).toEqual(['/contacts/where/contacts wrong_scope']);
  });

  it.each([
    [{ match: 'most', where: champion }, ['/contacts/match not_an_option']],
    [{ match: 'some' }, ['/contacts/where not_a_rule']],
    [{ match: 'some', where: champion, atMost: 2 }, ['/contacts unknown_key']],
    [{ match: 'some', where: champion, atLeast: 0 }, ['/contacts/atLeast bad_number']],
    [{ match: 'some', where: champion, atLeast: 1.5 }, ['/contacts/atLeast bad_number']],
    [{ match: 'some', where: champion, atLeast: 1001 }, ['/contacts/atLeast bad_number']],
    [{ match: 'some', where: champion, atLeast: '2' }, ['/contacts/atLeast wrong_type']],
    [{ match: 'every', where: champion, atLeast: 2 }, ['/contacts/atLeast value_not_allowed']],
    [[champion], ['/contacts wrong_type']],
  ])('%j is refused', (contacts, wanted) => {
    expect(codes({ contacts })).toEqual(wanted);
  });
});

describe('values', () => {
  const text = (value: unknown): string[] => codes({ field: 'industry', op: 'is', value });
  const number = (value: unknown): string[] => codes({ field: 'employees', op: 'gte', value });
  const day = (value: unknown): string[] => codes({ field: 'founded', op: 'before', value });

  it('text must be text that PostgreSQL can hold', () => {
    expect(text(5)).toEqual(['/value wrong_type']);
    expect(text(null)).toEqual(['/value wrong_type']);
    expect(text('')).toEqual(['/value empty_text']);
    expect(text(' \n')).toEqual(['/value empty_text']);
    expect(text('a\0b')).toEqual(['/value bad_text']);
    expect(text('a\uD800b')).toEqual(['/value bad_text']);
    expect(text('\uDC00')).toEqual(['/value bad_text']);
    expect(text('🦊')).toEqual([]);
    expect(text('x'.repeat(500))).toEqual([]);
    expect(text('x'.repeat(501))).toEqual(['/value too_long']);
  });

  it('numbers must be numbers, and finite', () => {
    expect(number('50')).toEqual(['/value wrong_type']);
    expect(number(NaN)).toEqual(['/value bad_number']);
    expect(number(-Infinity)).toEqual(['/value bad_number']);
    expect(number(10n)).toEqual(['/value wrong_type']);
    expect(number(1e300)).toEqual([]);
    expect(read({ field: 'employees', op: 'eq', value: -0 })).toEqual({ field: 'employees', op: 'eq', value: 0 });
  });

  it('a date is a day that exists', () => {
    for (const value of [
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-06-31',
      '24-06-01',
      '0999-01-01',
      '2024-06-01T00:00',
      'today',
      '2024-6-1',
    ]) {
      expect([value, ...day(value)]).toEqual([value, '/value bad_date']);
    }
    expect(day(20240601)).toEqual(['/value wrong_type']);
    expect(day(new Date(0))).toEqual(['/value wrong_type']);
    expect(day('2000-02-29')).toEqual([]);
  });

  it('a number of days is whole and from 1 to 36500', () => {
    const days = (value: unknown): string[] => codes({ field: 'contacted', op: 'more_than_days_ago', value });
    expect([days(0), days(-1), days(1.5), days(36_501)]).toEqual(times(4, ['/value bad_number']));
    expect(days('7')).toEqual(['/value wrong_type']);
    expect(days(36_500)).toEqual([]);
  });

  it('from and to come as two, in order', () => {
    const between = (value: unknown): string[] => codes({ field: 'employees', op: 'between', value });
    expect(between([5])).toEqual(['/value wrong_type']);
    expect(between([1, 2, 3])).toEqual(['/value wrong_type']);
    expect(between({ 0: 1, 1: 2, length: 2 })).toEqual(['/value wrong_type']);
    expect(between([9, 5])).toEqual(['/value bad_order']);
    expect(between([5, null])).toEqual(['/value/1 wrong_type']);
    expect(between([5, 5])).toEqual([]);
    expect(codes({ field: 'founded', op: 'between', value: ['2024-02-01', '2023-12-31'] })).toEqual([
      '/value bad_order',
    ]);
  });

  it('a list has from 1 to 1000 values, each fit', () => {
    const list = (value: unknown): string[] => codes({ field: 'industry', op: 'in', value });
    expect(list('Retail')).toEqual(['/value wrong_type']);
    expect(list([])).toEqual(['/value empty_list']);
    expect(list(Array(1001).fill('x'))).toEqual(['/value too_long']);
    expect(list(Array(1000).fill('x'))).toEqual([]);
    expect(list(['a', 1, 'b', ''])).toEqual(['/value/1 wrong_type', '/value/3 empty_text']);
    expect(list(Array(3))).toHaveLength(3);
    expect(codes({ field: 'tags', op: 'includes', value: ['a'] })).toEqual(['/value wrong_type']);
  });

  it('a choice is one of the options, and a near miss gets a suggestion', () => {
    const [problem] = problems({ field: 'relationship', op: 'in', value: ['customer', 'Prospect'] });
    expect(problem).toMatchObject({ path: '/value/1', code: 'not_an_option', suggestions: ['prospect'] });
    expect(codes({ field: 'regions', op: 'includes_any', value: ['east'] })).toEqual(['/value/0 not_an_option']);
  });

  it('a value is refused where none belongs and asked for where one does', () => {
    expect(codes({ field: 'industry', op: 'is_empty', value: 'x' })).toEqual(['/value value_not_allowed']);
    expect(codes({ field: 'industry', op: 'is' })).toEqual(['/value value_missing']);
  });
});

describe('limits', () => {
  it('12 levels are read, 13 are not, and 100,000 do not overflow the stack', () => {
    expect(codes(deep(12))).toEqual([]);
    expect(codes(deep(13))[0]).toMatch(/too_deep$/);
    let bottomless: unknown = retail;
    for (let level = 0; level < 100_000; level++) bottomless = { not: bottomless };
    expect(codes(bottomless)).toHaveLength(1);
  });

  it('200 parts are read, 201 are not', () => {
    expect(codes({ all: times(199, retail) })).toEqual([]);
    expect(codes({ all: times(200, retail) })).toEqual(['/all/199 too_large']);
    expect(codes({ all: times(1_000_000, retail) })).toHaveLength(1);
  });

  it('a rule that contains itself is refused', () => {
    const loop: { any: unknown[] } = { any: [retail] };
    loop.any.push(loop);
    expect(codes(loop).length).toBeGreaterThan(0);
  });

  it('a wholly wrong rule earns at most 50 problems, quickly', () => {
    const wrong = { all: times(190, { field: 'x'.repeat(1e6), op: 'is', value: 'x' }) };
    expect(codes(wrong)).toHaveLength(50);
    const keys = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`k${at}`, 1]));
    expect(codes({ ...retail, ...keys })).toHaveLength(50);
    expect(codes({ field: 'industry', op: 'in', value: Array(1000).fill(0) })).toHaveLength(50);
  });

  it('what is repeated in a message is one short, clean line', () => {
    const [problem] = problems({ field: `a\u202Eb\n\0${'c'.repeat(500)}\uD800`, op: 'is', value: 'x' });
    expect(problem?.message.length).toBeLessThan(100);
    expect(problem?.message).not.toMatch(/[\p{C}]/u);
  });
});
