import { check, describe as inEnglish, fieldsOf, type Rule } from './index.js';
import { SAMPLE } from './sample.js';

const said = (rule: unknown): string => {
  const result = check(rule, SAMPLE);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return inEnglish(result.rule, SAMPLE).replace(/^Organizations where (.*)\.$/s, '$1');
};

const retail = { field: 'industry', op: 'is', value: 'Retail' };
const large = { field: 'employees', op: 'gte', value: 1500 };
const key = { field: 'key_account', op: 'is_true' };
const champion = { field: 'contact.roles', op: 'includes', value: 'champion' };
const verified = { field: 'contact.verified', op: 'is_true' };

describe('a condition in words', () => {
  it.each([
    ['industry', 'is', 'Retail', 'Industry is “Retail”'],
    ['industry', 'is_not', 'Retail', 'Industry is not “Retail”'],
    ['industry', 'contains', 'ret', 'Industry contains “ret”'],
    ['industry', 'not_contains', 'ret', 'Industry does not contain “ret”'],
    ['industry', 'starts_with', 're', 'Industry starts with “re”'],
    ['industry', 'ends_with', 'il', 'Industry ends with “il”'],
    ['industry', 'in', ['A'], 'Industry is any of “A”'],
    ['industry', 'in', ['A', 'B', 'C'], 'Industry is any of “A”, “B” or “C”'],
    ['industry', 'not_in', ['A', 'B'], 'Industry is none of “A” or “B”'],
    ['industry', 'is_empty', undefined, 'Industry is empty'],
    ['industry', 'is_not_empty', undefined, 'Industry is not empty'],
    ['employees', 'eq', 5, 'Employees is 5'],
    ['employees', 'ne', 5, 'Employees is not 5'],
    ['employees', 'lt', 1500.5, 'Employees is less than 1,500.5'],
    ['employees', 'lte', 5, 'Employees is at most 5'],
    ['employees', 'gt', 5, 'Employees is more than 5'],
    ['employees', 'gte', -5, 'Employees is at least -5'],
    ['employees', 'between', [10, 20], 'Employees is between 10 and 20'],
    ['employees', 'in', [1, 1e300], 'Employees is any of 1 or 1e+300'],
    ['founded', 'before', '2024-05-01', 'Founded is before 1 May 2024'],
    ['founded', 'after', '1999-12-31', 'Founded is after 31 December 1999'],
    ['founded', 'on', '2024-05-01', 'Founded is on 1 May 2024'],
    ['founded', 'between', ['2024-01-01', '2024-02-29'], 'Founded is between 1 January 2024 and 29 February 2024'],
    ['contacted', 'in_last_days', 7, 'Last contacted is within the last 7 days'],
    ['contacted', 'in_next_days', 1, 'Last contacted is within the next 1 day'],
    ['contacted', 'more_than_days_ago', 90, 'Last contacted is more than 90 days ago'],
    ['key_account', 'is_true', undefined, 'Key account is true'],
    ['key_account', 'is_false', undefined, 'Key account is false'],
    ['relationship', 'is', 'former_customer', 'Relationship is “former customer”'],
    ['tags', 'includes', 'former_customer', 'Tags includes “former_customer”'],
    ['tags', 'excludes', 'x', 'Tags does not include “x”'],
    ['tags', 'includes_any', ['x', 'y'], 'Tags includes any of “x” or “y”'],
    ['tags', 'includes_all', ['x', 'y'], 'Tags includes all of “x” and “y”'],
  ])('%s %s %j', (field, op, value, sentence) => {
    expect(said({ field, op, value })).toBe(sentence);
  });

  it('a long list ends in how many more there are', () => {
    const value = Array.from({ length: 1000 }, (_, at) => at);
    expect(said({ field: 'employees', op: 'in', value })).toBe(
      'Employees is any of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 988 more',
    );
  });

  it('a value cannot break the sentence', () => {
    expect(said({ ...retail, value: 'a\n\u202Eb\t$& c' })).toBe('Industry is “a b $& c”');
    expect(said({ ...retail, value: 'x'.repeat(500) })).toBe(`Industry is “${'x'.repeat(59)}…”`);
  });
});

describe('a whole rule in words', () => {
  it('is one sentence', () => {
    const read = check(retail, SAMPLE);
    expect('rule' in read && inEnglish(read.rule, SAMPLE)).toBe('Organizations where Industry is “Retail”.');
  });

  it.each([
    ['two clauses', { all: [retail, key] }, 'Industry is “Retail” and Key account is true'],
    [
      'three clauses',
      { any: [retail, key, large] },
      'Industry is “Retail”, Key account is true or Employees is at least 1,500',
    ],
    [
      'a pause before the last clause where a list of values would run into it',
      { all: [{ field: 'employees', op: 'between', value: [1, 2] }, key] },
      'Employees is between 1 and 2, and Key account is true',
    ],
    [
      'brackets where and/or mix',
      { all: [key, { any: [retail, large] }] },
      'Key account is true, and (Industry is “Retail” or Employees is at least 1,500)',
    ],
    [
      'no brackets where they do not',
      { all: [key, { all: [retail, large] }] },
      'Key account is true, Industry is “Retail” and Employees is at least 1,500',
    ],
    ['a group of one is that one', { all: [{ any: [retail] }] }, 'Industry is “Retail”'],
    ['not of a condition', { not: large }, 'Employees is not at least 1,500'],
    [
      'not of a negation',
      { not: { field: 'industry', op: 'not_in', value: ['A', 'B'] } },
      'Industry is any of “A” or “B”',
    ],
    ['not of not', { not: { not: retail } }, 'Industry is “Retail”'],
    ['not of a group', { not: { any: [retail, key] } }, 'not (Industry is “Retail” or Key account is true)'],
    ['not of a group of one', { not: { all: [retail] } }, 'Industry is not “Retail”'],
  ])('%s', (_, rule, sentence) => {
    expect(said(rule)).toBe(sentence);
  });

  it.each([
    [
      { match: 'some', where: champion },
      'there is a contact whose Role includes “champion”',
      'there is no contact whose Role includes “champion”',
    ],
    [
      { match: 'none', where: champion },
      'there is no contact whose Role includes “champion”',
      'there is a contact whose Role includes “champion”',
    ],
    [
      { match: 'some', atLeast: 2, where: champion },
      'there are at least 2 contacts whose Role includes “champion”',
      'there are fewer than 2 contacts whose Role includes “champion”',
    ],
    [
      { match: 'every', where: { all: [champion, verified] } },
      'there are only contacts whose (Role includes “champion” and E-mail verified is true)',
      'there are not only contacts whose (Role includes “champion” and E-mail verified is true)',
    ],
  ])('%j', (contacts, sentence, denial) => {
    expect(said({ contacts })).toBe(sentence);
    expect(said({ not: { contacts } })).toBe(denial);
  });

  it('a field that left the catalogue is still named', () => {
    const rule: Rule = { all: [{ field: 'attributes.gone', op: 'is_not', value: 'x' }] };
    expect(inEnglish(rule, SAMPLE)).toBe('Organizations where “attributes.gone” is not “x”.');
  });
});

describe('what a rule builder shows', () => {
  it('every field by label, with its operators in words and no SQL', () => {
    const fields = fieldsOf(SAMPLE);
    expect(fields).toHaveLength(Object.keys(SAMPLE.fields).length);
    expect(fields.map(({ label }) => label)).toEqual(fields.map(({ label }) => label).sort());
    expect(fields.find(({ key }) => key === 'relationship')).toEqual({
      key: 'relationship',
      label: 'Relationship',
      type: 'enum',
      scope: 'organization',
      options: ['prospect', 'customer', 'former_customer'],
      operators: [
        { op: 'is', label: 'is …', takes: 'one' },
        { op: 'is_not', label: 'is not …', takes: 'one' },
        { op: 'in', label: 'is any of …', takes: 'list' },
        { op: 'not_in', label: 'is none of …', takes: 'list' },
        { op: 'is_empty', label: 'is empty', takes: 'nothing' },
        { op: 'is_not_empty', label: 'is not empty', takes: 'nothing' },
      ],
    });
    expect(JSON.stringify(fields)).not.toMatch(/o\.|attributes"|sql/);
  });
});
