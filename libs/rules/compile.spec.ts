import { check, compile, type Rule } from './index.js';
import { SAMPLE } from './sample.js';

const now = new Date('2026-03-10T15:30:00.000Z');

const compiled = (rule: unknown, firstParameter?: number): { sql: string; params: unknown[] } => {
  const result = check(rule, SAMPLE);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return compile(result.rule, SAMPLE, { now, firstParameter });
};

const one = (field: string, op: string, value?: unknown): [string, ...unknown[]] => {
  const { sql, params } = compiled({ field, op, value });
  return [sql, ...params];
};

describe('text', () => {
  it('is compared without regard to case, both sides lowered by the database', () => {
    expect(one('industry', 'is', 'Retail')).toEqual([
      '(o.industry IS NOT NULL AND lower(o.industry) = lower($1::text))',
      'Retail',
    ]);
    expect(one('industry', 'in', ['Retail', 'Food'])).toEqual([
      '(o.industry IS NOT NULL AND lower(o.industry) IN (SELECT lower(item) FROM unnest($1::text[]) AS item))',
      ['Retail', 'Food'],
    ]);
  });

  it.each([
    ['contains', String.raw`%100\% \_sure\\%`],
    ['starts_with', String.raw`100\% \_sure\\%`],
    ['ends_with', String.raw`%100\% \_sure\\`],
  ])('%s takes the user’s wildcards as letters', (op, pattern) => {
    expect(one('industry', op, String.raw`100% _sure\ `.trim())).toEqual([
      '(o.industry IS NOT NULL AND lower(o.industry) LIKE lower($1::text))',
      pattern,
    ]);
  });

  it.each([
    ['is_not', 'is', 'x'],
    ['not_in', 'in', ['x']],
    ['not_contains', 'contains', 'x'],
    ['is_not_empty', 'is_empty', undefined],
  ])('%s is all that %s is not, the unknown included', (negative, positive, value) => {
    expect(one('industry', negative, value)[0]).toBe(`(NOT ${one('industry', positive, value)[0]})`);
  });

  it('blank counts as empty', () => {
    expect(one('industry', 'is_empty')).toEqual([String.raw`(COALESCE(btrim(o.industry, E' \t\r\n'), '') = '')`]);
  });
});

describe('numbers', () => {
  it.each([
    ['eq', '='],
    ['lt', '<'],
    ['lte', '<='],
    ['gt', '>'],
    ['gte', '>='],
  ])('%s is %s', (op, sign) => {
    expect(one('employees', op, 50)).toEqual([`(o.employees IS NOT NULL AND o.employees ${sign} $1::bigint)`, 50]);
  });

  it('whole numbers go as bigint, for the index; others as numeric', () => {
    expect(one('employees', 'ne', 0.5)[0]).toBe('(NOT (o.employees IS NOT NULL AND o.employees = $1::numeric))');
    expect(one('employees', 'eq', 1e300)[0]).toContain('$1::numeric');
    expect(one('employees', 'in', [1, 2])).toEqual([
      '(o.employees IS NOT NULL AND o.employees = ANY($1::bigint[]))',
      [1, 2],
    ]);
    expect(one('employees', 'in', [1, 2.5])[0]).toContain('$1::numeric[]');
    expect(one('employees', 'between', [1, 2.5])).toEqual([
      '(o.employees IS NOT NULL AND o.employees BETWEEN $1::bigint AND $2::numeric)',
      1,
      2.5,
    ]);
  });
});

describe('dates', () => {
  it('a day is compared with days, an instant with the days’ midnights in UTC', () => {
    expect(one('founded', 'before', '2024-05-01')).toEqual([
      '(o.founded IS NOT NULL AND o.founded < $1::date)',
      '2024-05-01',
    ]);
    expect(one('contacted', 'after', '2024-12-31')).toEqual([
      '(o.contacted_at IS NOT NULL AND o.contacted_at >= $1::timestamptz)',
      '2025-01-01T00:00:00.000Z',
    ]);
    expect(one('contacted', 'on', '2024-02-29')).toEqual([
      '(o.contacted_at IS NOT NULL AND o.contacted_at >= $1::timestamptz AND o.contacted_at < $2::timestamptz)',
      '2024-02-29T00:00:00.000Z',
      '2024-03-01T00:00:00.000Z',
    ]);
    expect(one('founded', 'between', ['2024-01-01', '2024-01-31']).slice(1)).toEqual(['2024-01-01', '2024-02-01']);
  });

  it('relative dates count from the clock that was handed in', () => {
    expect(one('contacted', 'in_last_days', 7).slice(1)).toEqual([
      '2026-03-03T15:30:00.000Z',
      '2026-03-10T15:30:00.000Z',
    ]);
    expect(one('founded', 'in_last_days', 7).slice(1)).toEqual(['2026-03-03', '2026-03-10']);
    expect(one('founded', 'in_next_days', 1).slice(1)).toEqual(['2026-03-10', '2026-03-11']);
    expect(one('contacted', 'more_than_days_ago', 30)).toEqual([
      '(o.contacted_at IS NOT NULL AND o.contacted_at < $1::timestamptz)',
      '2026-02-08T15:30:00.000Z',
    ]);
    expect(one('founded', 'in_next_days', 36_500)[2]).toBe('2126-02-14');
    expect(one('contacted', 'in_last_days', 7)[0]).not.toMatch(/now|current/i);
  });
});

describe('booleans, choices and sets', () => {
  it('an unknown boolean is neither true nor false', () => {
    expect(one('key_account', 'is_true')).toEqual(['(o.key_account IS TRUE)']);
    expect(one('key_account', 'is_false')).toEqual(['(o.key_account IS FALSE)']);
  });

  it('a choice is compared as it stands', () => {
    expect(one('relationship', 'is', 'customer')[0]).toBe('(o.relationship IS NOT NULL AND o.relationship = $1::text)');
    expect(one('relationship', 'not_in', ['customer'])).toEqual([
      '(NOT (o.relationship IS NOT NULL AND o.relationship = ANY($1::text[])))',
      ['customer'],
    ]);
  });

  it('a closed set can use its index, free tags are lowered', () => {
    expect(one('regions', 'includes', 'north')).toEqual([
      '(o.regions IS NOT NULL AND o.regions @> $1::text[])',
      ['north'],
    ]);
    expect(one('regions', 'includes_any', ['north', 'west'])[0]).toBe(
      '(o.regions IS NOT NULL AND o.regions && $1::text[])',
    );
    expect(one('regions', 'excludes', 'north')[0]).toBe('(NOT (o.regions IS NOT NULL AND o.regions @> $1::text[]))');
    expect(one('tags', 'includes_all', ['VIP'])[0]).toBe(
      '(ARRAY(SELECT lower(item) FROM unnest(o.tags) AS item) @> ARRAY(SELECT lower(item) FROM unnest($1::text[]) AS item))',
    );
    expect(one('tags', 'is_empty')).toEqual(['(COALESCE(cardinality(o.tags), 0) = 0)']);
  });
});

describe('custom attributes', () => {
  it('the name is a parameter, and so is the value', () => {
    expect(one('attributes.erp', 'is', 'SAP')).toEqual([
      '((lower((o.attributes ->> $1::text)) = lower($2::text)) IS TRUE)',
      'erp',
      'SAP',
    ]);
  });

  it('a name made to break out stays a parameter', () => {
    const attribute = `x') OR pg_sleep(9) IS NULL; --`;
    const fields = {
      'attributes.x': { label: 'X', type: 'text', scope: 'organization', sql: 'o.attributes', attribute } as const,
    };
    const { sql, params } = compile({ field: 'attributes.x', op: 'is', value: 'y' }, { ...SAMPLE, fields }, { now });
    expect(sql).not.toContain('pg_sleep');
    expect(params).toEqual([attribute, 'y']);
  });

  it.each([
    ['attributes.sites', 'gt', 5, '::numeric END'],
    ['attributes.renewal', 'before', '2024-01-01', '::date END'],
  ])('%s is cast only behind a test of its pattern', (field, op, value, cast) => {
    expect(one(field, op, value)[0]).toMatch(/^\(\(\(CASE WHEN \(o\.attributes ->> \$1::text\) ~ '/);
    expect(one(field, op, value)[0]).toContain(cast);
  });
});

describe('groups and contacts', () => {
  const verified = { field: 'contact.verified', op: 'is_true' };

  it('groups keep their brackets, and placeholders their numbers', () => {
    const rule = {
      any: [
        {
          all: [
            { field: 'key_account', op: 'is_true' },
            { field: 'employees', op: 'gt', value: 5 },
          ],
        },
        { not: { field: 'rating', op: 'lt', value: 2 } },
      ],
    };
    expect(compiled(rule, 4)).toEqual({
      sql: '(((o.key_account IS TRUE) AND (o.employees IS NOT NULL AND o.employees > $4::bigint)) OR (NOT (o.rating IS NOT NULL AND o.rating < $5::bigint)))',
      params: [5, 2],
    });
  });

  it.each([
    [{ match: 'some', where: verified }, 'EXISTS (SELECT 1 FROM … AND (c.verified IS TRUE))', []],
    [{ match: 'some', atLeast: 1, where: verified }, 'EXISTS (SELECT 1 FROM … AND (c.verified IS TRUE))', []],
    [{ match: 'none', where: verified }, '(NOT EXISTS (SELECT 1 FROM … AND (c.verified IS TRUE)))', []],
    [
      { match: 'every', where: verified },
      '(EXISTS (SELECT 1 FROM …) AND NOT EXISTS (SELECT 1 FROM … AND NOT (c.verified IS TRUE)))',
      [],
    ],
    [
      { match: 'some', atLeast: 3, where: verified },
      '((SELECT count(DISTINCT c.id) FROM … AND (c.verified IS TRUE)) >= $1::int)',
      [3],
    ],
  ])('%j', (contacts, sql, params) => {
    const result = compiled({ contacts });
    expect(result.sql.replaceAll(SAMPLE.contactsFrom, 'FROM …')).toBe(sql);
    expect(result.params).toEqual(params);
  });
});

describe('hostile values', () => {
  it.each([
    `'; DROP TABLE organization; --`,
    `' OR pg_sleep(10) IS NULL --`,
    '$1',
    '$2::text',
    '/* */ -- ',
    '\\',
    `E'\\047'`,
    '$$x$$',
    '"; SELECT 1',
    '{"a"}',
  ])('%s travels as a parameter', (value) => {
    for (const [field, op, given] of [
      ['industry', 'is', value],
      ['industry', 'contains', value],
      ['attributes.erp', 'in', [value]],
      ['tags', 'includes', value],
    ] as const) {
      const harmless = JSON.parse(JSON.stringify(given).replace(/"(?:[^"\\]|\\.)*"/, '"x"'));
      expect(one(field, op, given)[0]).toBe(one(field, op, harmless)[0]);
    }
  });

  it('a rule that was never checked cannot name a column', () => {
    const rule = { field: 'o.id) OR (TRUE', op: 'is_true' } as Rule;
    expect(() => compile(rule, SAMPLE, { now })).toThrow(/check the rule first/);
    expect(() => compile({ field: 'constructor', op: 'is_true' }, SAMPLE, { now })).toThrow(/check the rule first/);
  });
});
