import * as fc from 'fast-check';
import { Client } from 'pg';
import { check, compile, OPERATORS, type Field, type Rule, type Scope } from '../../../libs/rules/index.js';
import { SAMPLE } from '../../../libs/rules/sample.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';

/** The rule language against a real PostgreSQL: what SQL selects is what a plain reading of the rule selects. */

const now = new Date('2026-03-10T15:30:00.000Z');
const DAY = 86_400_000;

interface Contact {
  title: string | null;
  verified: boolean | null;
  influence: number | null;
  roles: string[];
  attributes: Record<string, unknown>;
}

interface Row {
  industry: string | null;
  employees: number | null;
  rating: number | null;
  founded: string | null;
  contacted_at: string | null;
  key_account: boolean | null;
  relationship: string | null;
  tags: (string | null)[] | null;
  regions: string[] | null;
  attributes: Record<string, unknown>;
  contacts: Contact[];
}

const words = (text: string): string[] => text.split(' ');
const TEXTS = [...words(`Retail retail Food É 100%_x\\ 100a_x O'Neil a"b,{c} NULL $1`), 'RETAIL TRADE', '漢字 🦊'];
const NUMBERS = [0, 1, 5, 49, 50, 51, 250, -3];
const DAYS = [
  ...words('1791-01-01 2000-02-29 2026-02-28 2026-03-01 2026-03-03'),
  ...words('2026-03-09 2026-03-10 2026-03-11 2026-03-17 2126-01-01'),
];
const INSTANTS = [
  ...DAYS.map((day) => `${day}T00:00:00.000Z`),
  ...words('2026-02-28T23:59:59.999Z 2026-03-03T15:29:59.999Z 2026-03-03T15:30:00.000Z'),
  ...words('2026-03-10T15:30:00.000Z 2026-03-10T15:30:00.001Z 2026-03-17T15:30:00.000Z'),
];
const NO_DAYS = words('2023-02-29 1900-02-29 2024-13-01 2026-06-31 0000-01-01 20260310 2026-3-1');
const TAGS = words('VIP vip EDI former_customer É a,b {x} null 5');
const ODD = [...words('soon [] NaN Infinity - 0x10 1,200 ٣ १ 1e9999'), '', ' ', '\t', '1'.repeat(200), '12\n', '5 5'];

const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { freq: 4 });
const of = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const stored = (...values: unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: of(...values) },
    of<unknown>(...ODD),
    of<unknown>(null, true, false, 7, 0.5, [], {}),
  );

const contact: fc.Arbitrary<Contact> = fc.record({
  title: maybe(of(...TEXTS, '')),
  verified: maybe(fc.boolean()),
  influence: maybe(of(1, 2, 3, 4, 5)),
  roles: fc.subarray(['decision_maker', 'champion', 'blocker']),
  attributes: fc.record({ seniority: stored(...NUMBERS, '1', '5') }, { requiredKeys: [] }),
});

const organization: fc.Arbitrary<Row> = fc.record({
  industry: maybe(of(...TEXTS, '', '  ', ' \n')),
  employees: maybe(of(...NUMBERS)),
  rating: maybe(of(...NUMBERS, 0.5, 1.5)),
  founded: maybe(of(...DAYS)),
  contacted_at: maybe(of(...INSTANTS)),
  key_account: maybe(fc.boolean()),
  relationship: maybe(of('prospect', 'customer', 'former_customer')),
  tags: maybe(fc.array(fc.option(of(...TAGS), { freq: 8 }), { maxLength: 3 })),
  regions: maybe(fc.subarray(['north', 'south', 'west'])),
  attributes: fc.record(
    {
      erp: stored(...TEXTS),
      sites: stored(...NUMBERS, '50', ' 5 ', '5.', '.5', '+1', '-3', '5e1', '0.50', '1e-3', '00050'),
      renewal: stored(...DAYS, ...NO_DAYS, '2026-03-09T23:00:00-09:00', '2026-03-10 10:00'),
      vmi: stored(true, false, 'yes', 'No', 'TRUE', 'y', '1', 0, 'maybe'),
      tier: stored('gold', 'silver', 'Gold'),
      lines: stored(['EDI', 'VIP'], ['vip', null, 5], 'EDI', 5, [['EDI']], { a: 'EDI' }),
    },
    { requiredKeys: [] },
  ),
  contacts: fc.array(contact, { maxLength: 4 }),
});

const single = (key: string, field: Field): fc.Arbitrary<string | number> => {
  if (field.type === 'number') return of(...NUMBERS, 0.5, 1.5);
  if (field.type === 'date') return of(...DAYS);
  if (field.options) return of(...field.options);
  if (field.type === 'set') return of(...TAGS);
  return of(...TEXTS, 'ret', 'RE', '%', '_', '\\', 'x', 'Trade', "'", key);
};

const valueFor = (key: string, field: Field, takes: string): fc.Arbitrary<unknown> => {
  const one = single(key, field);
  if (takes === 'nothing') return fc.constant(undefined);
  if (takes === 'days') return of(1, 7, 9, 30, 36_500);
  if (takes === 'list') return fc.array(one, { minLength: 1, maxLength: 4 });
  return takes === 'pair' ? fc.tuple(one, one).map(([a, b]) => (a <= b ? [a, b] : [b, a])) : one;
};

const conditions = (scope: Scope): fc.Arbitrary<Rule>[] =>
  Object.entries(SAMPLE.fields)
    .filter(([, field]) => field.scope === scope)
    .flatMap(([key, field]) =>
      Object.entries(OPERATORS[field.type]).map(([op, { takes }]) =>
        valueFor(key, field, takes).map((value) => ({ field: key, op, ...(value !== undefined && { value }) }) as Rule),
      ),
    );

const grown = (scope: Scope, leaf: fc.Arbitrary<Rule>): fc.Arbitrary<Rule> =>
  fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3, depthIdentifier: scope },
      leaf,
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((all): Rule => ({ all })),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((any): Rule => ({ any })),
      tie('rule').map((not): Rule => ({ not })),
    ),
  })).rule;

const about = (where: fc.Arbitrary<Rule>): fc.Arbitrary<Rule> =>
  fc
    .tuple(where, of('some', 'none', 'every'), of(undefined, 1, 2, 3))
    .map(
      ([where, match, atLeast]) =>
        ({ contacts: { match, ...(match === 'some' && atLeast && { atLeast }), where } }) as Rule,
    );

const rules = grown(
  'organization',
  fc.oneof(
    { weight: 2, arbitrary: fc.oneof(...conditions('organization')) },
    about(grown('contact', fc.oneof(...conditions('contact')))),
  ),
);

/** The reference: what a rule means, in the plainest words that JavaScript has. */
function matches(rule: Rule, row: Row, one?: Contact): boolean {
  if ('all' in rule) return rule.all.every((part) => matches(part, row, one));
  if ('any' in rule) return rule.any.some((part) => matches(part, row, one));
  if ('not' in rule) return !matches(rule.not, row, one);
  if ('contacts' in rule) {
    const { match, atLeast = 1, where } = rule.contacts;
    const found = row.contacts.filter((contact) => matches(where, row, contact)).length;
    if (match === 'none') return found === 0;
    return match === 'every' ? found > 0 && found === row.contacts.length : found >= atLeast;
  }
  const field = SAMPLE.fields[rule.field] as Field;
  return holds(field, rule.op, reading(rule.field, field, row, one), rule.value);
}

function reading(key: string, field: Field, row: Row, one?: Contact): unknown {
  const from: Record<string, unknown> = { ...(one ?? row) };
  if (field.attribute === undefined) {
    return from[key.replace('contact.', '')] ?? (key === 'contacted' ? row.contacted_at : null);
  }
  const value = (from.attributes as Record<string, unknown>)[field.attribute] ?? null;
  const text = value === null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value);
  switch (field.type) {
    case 'number':
      // an exponent that overflows is no number here; PostgreSQL must not stumble over it
      return /^ *[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})? *$/i.test(text ?? '') && text!.length < 100
        ? Number(text)
        : null;
    case 'date': {
      const day = text?.slice(0, 10) ?? '';
      const real =
        /^\d{4}-\d\d-\d\d$/.test(day) &&
        !day.startsWith('0000') &&
        !Number.isNaN(Date.parse(day)) &&
        new Date(day).toISOString().startsWith(day);
      return real && /^([T ]|$)/.test(text?.slice(10) ?? '') ? day : null;
    }
    case 'boolean':
      if (['true', 'yes', 'y', '1'].includes(text?.toLowerCase() ?? '')) return true;
      return ['false', 'no', 'n', '0'].includes(text?.toLowerCase() ?? '') ? false : null;
    case 'set':
      if (Array.isArray(value))
        return value.map((item) =>
          item === null ? null : typeof item === 'object' ? JSON.stringify(item) : String(item),
        );
      return typeof value === 'string' || typeof value === 'number' ? [text] : null;
    default:
      return text;
  }
}

const NOT: Record<string, string> = {
  is_not: 'is',
  not_in: 'in',
  not_contains: 'contains',
  is_not_empty: 'is_empty',
  ne: 'eq',
  excludes: 'includes',
};

function holds(field: Field, op: string, read: unknown, value: unknown): boolean {
  if (NOT[op]) return !holds(field, NOT[op], read, value);
  if (op === 'is_true' || op === 'is_false') return read === (op === 'is_true');
  if (op === 'is_empty')
    return (
      read === null || (typeof read === 'string' && read.trim() === '') || (Array.isArray(read) && read.length === 0)
    );
  if (read === null) return false;
  const fold = (text: unknown): unknown => (typeof text === 'string' && !field.options ? text.toLowerCase() : text);
  const list = [value].flat().map(fold);
  if (Array.isArray(read)) {
    const has = (item: unknown): boolean => read.map(fold).includes(item);
    return op === 'includes_any' ? list.some(has) : list.every(has);
  }
  if (field.type === 'date') return held(op, String(read), value);
  const here = fold(read) as string;
  const [first, last] = list as [string, string];
  switch (op) {
    case 'contains':
      return here.includes(first);
    case 'starts_with':
      return here.startsWith(first);
    case 'ends_with':
      return here.endsWith(first);
    case 'lt':
      return here < first;
    case 'lte':
      return here <= first;
    case 'gt':
      return here > first;
    case 'gte':
      return here >= first;
    case 'between':
      return here >= first && here <= last;
    default:
      return list.includes(here);
  }
}

function held(op: string, read: string, value: unknown): boolean {
  const day = read.slice(0, 10);
  const at = Date.parse(read);
  // a day is as many whole days away as the calendar says; an instant, to the millisecond
  const days = (read.length > 10 ? at - now.getTime() : at - Date.parse(now.toISOString().slice(0, 10))) / DAY;
  switch (op) {
    case 'before':
      return day < String(value);
    case 'after':
      return day > String(value);
    case 'on':
      return day === value;
    case 'between':
      return day >= (value as string[])[0]! && day <= (value as string[])[1]!;
    case 'in_last_days':
      return days <= 0 && days >= -Number(value);
    case 'in_next_days':
      return days >= 0 && days <= Number(value);
    default:
      return days < -Number(value);
  }
}

describe('rules on a real PostgreSQL', () => {
  const rows = fc.sample(organization, { numRuns: 80, seed: 7 });
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await cloneDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    // tables of the test's own, before the application's in the search path: the language is older than any room
    // and a time zone that would move a day if any comparison leaned on the session's
    await client.query(`
      SET TimeZone = 'Pacific/Kiritimati';
      CREATE TEMP TABLE organization (id int, industry text, employees integer, rating float8, founded date, contacted_at timestamptz,
        key_account boolean, relationship text, tags text[], regions text[], attributes jsonb);
      CREATE TEMP TABLE contact (id int, verified boolean, influence smallint, attributes jsonb);
      CREATE TEMP TABLE employment (contact_id int, organization_id int, title text);
      CREATE TEMP TABLE buying_role (contact_id int, organization_id int, role text)`);
    let person = 0;
    for (const [id, row] of rows.entries()) {
      const { contacts, attributes, ...columns } = row;
      await client.query('INSERT INTO organization VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
        id,
        ...Object.values(columns),
        JSON.stringify(attributes),
      ]);
      for (const { title, verified, influence, roles, attributes: own } of contacts) {
        await client.query('INSERT INTO contact VALUES ($1, $2, $3, $4)', [
          ++person,
          verified,
          influence,
          JSON.stringify(own),
        ]);
        await client.query('INSERT INTO employment VALUES ($1, $2, $3)', [person, id, title]);
        for (const role of roles) await client.query('INSERT INTO buying_role VALUES ($1, $2, $3)', [person, id, role]);
      }
    }
    await client.query(
      'CREATE INDEX ON employment (organization_id); CREATE INDEX ON contact (id); CREATE INDEX ON buying_role (contact_id); ANALYZE',
    );
  }, 60_000);

  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  const selected = async (rule: Rule): Promise<unknown[]> => {
    const result = check(rule, SAMPLE);
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    const { sql, params } = compile(result.rule, SAMPLE, { now, firstParameter: 2 });
    const found = await client.query(`SELECT ${sql} AS matches FROM organization o WHERE o.id >= $1 ORDER BY o.id`, [
      0,
      ...params,
    ]);
    return found.rows.map(({ matches }) => matches);
  };

  it('every operator of every field selects what it says, and its opposite all the rest', async () => {
    for (const condition of [...conditions('organization'), ...conditions('contact').map(about)]) {
      const seen = new Set<unknown>();
      for (const rule of fc.sample(condition, { numRuns: 5, seed: 11 })) {
        const wanted = rows.map((row) => matches(rule, row));
        expect([rule, await selected(rule)]).toEqual([rule, wanted]);
        expect([rule, await selected({ not: rule })]).toEqual([rule, wanted.map((is) => !is)]);
        for (const is of wanted) seen.add(is);
      }
      // a test in which nothing, or everything, is ever selected would show nothing
      expect([JSON.stringify(fc.sample(condition, { numRuns: 1, seed: 11 })), seen.size]).toEqual([
        expect.anything(),
        2,
      ]);
    }
  }, 120_000);

  it('any rule selects what a plain reading of it selects', async () => {
    await fc.assert(
      fc.asyncProperty(rules, async (rule) => {
        expect(await selected(rule)).toEqual(rows.map((row) => matches(rule, row)));
      }),
      { numRuns: 400 },
    );
  }, 120_000);
});
