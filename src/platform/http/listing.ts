import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { rows } from '../database/sql.js';
import { Invalid, type FieldProblem } from '../errors.js';

/**
 * How one resource may be listed. Columns are written here by us, alias and property, and are the only ones that ever
 * reach SQL. Every listing is `?limit=50&cursor=…&sort=-createdAt&<filter>=value`; a filter takes several values with
 * commas (any of them), `none` for empty, and for numbers and dates also `<filter>.from` and `<filter>.to`; `q`
 * searches the text columns. `count=state,kind` counts what matches, and how much would for each value of these filters
 * (`count=` alone: only the total). `?format=csv` and `?format=ndjson` (or Accept) answer a file of all that matches:
 * see Exports.
 */
export interface Listing {
  sorts: Record<string, Sort>;
  defaultSort: string;
  filters: Record<string, Filter>;
  /** text columns that `q` looks into */
  search?: string[];
  /** the id column; makes every order total */
  id: string;
}
interface Sort {
  column: string;
  /** the value as it is in an entity or row, for the cursor */
  of: (row: never) => Date | string | number | null;
  kind: 'text' | 'number' | 'instant';
}
interface Filter {
  /** null: the caller of the listing reads the value and filters by it */
  column: string | null;
  kind: 'text' | 'id' | 'number' | 'instant' | 'flag' | 'set';
  values?: readonly string[];
}

export interface ListQuery {
  limit: number;
  /** '' where a file is written: in the order of ids */
  sort: string;
  descending: boolean;
  after: { value: string | number | null; id: string } | null;
  filters: Asked[];
  q: string | null;
  /** filters whose values are counted; null: nothing is counted */
  count: string[] | null;
}

interface Asked {
  name: string;
  test: 'any' | 'none' | 'from' | 'to';
  values: string[];
}

export interface Page<T> {
  items: T[];
  /** null on the last page */
  nextCursor: string | null;
  /** where `count` was asked for */
  counts?: FilterCounts;
}

export interface FilterCounts {
  /** everything that matches */
  total: number;
  /** of each counted filter, how many match the others, by its value ("none" for empty) */
  by: Record<string, Record<string, number>>;
}

/** On a request: what is asked for is the next page of a file. */
export const LISTED_ON = Symbol('listed on');
const PAGE_OF_FILE = 500;
/** how many values of a counted filter are listed at most: e-mail addresses would be as many as contacts */
export const MOST_VALUES = 500;

class ListingInvalid extends Invalid {}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The parsed query of a listing; anything the listing does not know is refused by name. */
export const Listed = createParamDecorator((listing: Listing, context: ExecutionContext): ListQuery => {
  const request = context.switchToHttp().getRequest<FastifyRequest & { [LISTED_ON]?: { after: string | null } }>();
  const query = parse(listing, request.query as Record<string, unknown>);
  const file = request[LISTED_ON];
  if (!file) return query;
  return { ...query, limit: PAGE_OF_FILE, sort: '', descending: false, after: file.after ? decode(file.after) : null };
});

export function parse(listing: Listing, query: Record<string, unknown>): ListQuery {
  const errors: FieldProblem[] = [];
  const wrong = (field: string, message: string) => void errors.push({ field, code: 'invalid', message });
  const parsed: ListQuery = { limit: 50, sort: '', descending: false, after: null, filters: [], q: null, count: null };
  const order = query.sort ?? listing.defaultSort;
  if (typeof order === 'string') {
    parsed.descending = order.startsWith('-');
    parsed.sort = order.replace(/^-/, '');
  }
  if (!Object.hasOwn(listing.sorts, parsed.sort))
    wrong('sort', `sort must be one of: ${Object.keys(listing.sorts).join(', ')}, with - in front for descending`);
  for (const [name, value] of Object.entries(query)) {
    if (typeof value !== 'string' || value.includes('\0')) wrong(name, `${name} may be given once, as text`);
    else if (name === 'format') continue;
    else if (name === 'limit') {
      parsed.limit = Number(value);
      if (!Number.isInteger(parsed.limit) || parsed.limit < 1 || parsed.limit > 500)
        wrong('limit', 'limit must be a whole number from 1 to 500');
    } else if (name === 'cursor') {
      const cursor = decode(value);
      if (!cursor || cursor.sort !== order)
        wrong('cursor', 'cursor must be a nextCursor of this listing, with the same sort');
      else parsed.after = cursor;
    } else if (name === 'count') {
      parsed.count = value.split(',').filter(Boolean);
      const uncountable = parsed.count.find((each) => !isCountable(listing, each));
      if (uncountable !== undefined)
        wrong('count', `count names filters of this listing with a few values each, not "${uncountable.slice(0, 60)}"`);
    } else if (name === 'q' && listing.search) parsed.q = value.slice(0, 200);
    else if (name !== 'sort') {
      const [, key, bound] = /^(.+?)(?:\.(from|to))?$/.exec(name) ?? [];
      const filter = key !== undefined && Object.hasOwn(listing.filters, key) ? listing.filters[key] : undefined;
      if (!filter || (bound && filter.kind !== 'number' && filter.kind !== 'instant'))
        wrong(name, `this listing has no filter ${name}; it has: ${Object.keys(listing.filters).join(', ') || 'none'}`);
      else {
        const values = bound ? [value] : value.split(',');
        const bad = values.find((each) => !isNone(filter, each) && !fits(filter, each));
        if (bad !== undefined)
          wrong(
            name,
            `${name} cannot be "${bad.slice(0, 60)}"${filter.values ? `; it is one of: ${filter.values.join(', ')}` : ''}`,
          );
        else if (!bound && isNone(filter, value)) parsed.filters.push({ name: key!, test: 'none', values: [] });
        else parsed.filters.push({ name: key!, test: (bound as 'from' | 'to' | undefined) ?? 'any', values });
      }
    }
  }
  if (errors.length > 0) throw new ListingInvalid('The listing cannot be asked like this.', errors);
  return parsed;
}

export const isCountable = (listing: Listing, name: string): boolean =>
  Object.hasOwn(listing.filters, name) &&
  listing.filters[name]!.column !== null &&
  ['text', 'flag', 'id'].includes(listing.filters[name]!.kind);

/** "none" asks for empty ones, unless it is a value that this filter knows. */
function isNone(filter: Filter, value: string): boolean {
  return value === 'none' && !filter.values?.includes('none');
}

function fits(filter: Filter, value: string): boolean {
  if (filter.values) return filter.values.includes(value);
  if (filter.kind === 'id') return UUID.test(value);
  if (filter.kind === 'number') return value !== '' && Number.isFinite(Number(value));
  if (filter.kind === 'instant') return /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value));
  if (filter.kind === 'flag') return value === 'true' || value === 'false';
  return value.length <= 300;
}

/** Runs a query builder as one page. `qb` has its own joins and its own conditions on who may see what. */
export async function page<T extends ObjectLiteral>(
  qb: SelectQueryBuilder<T>,
  listing: Listing,
  query: ListQuery,
): Promise<Page<T>> {
  const sort = query.sort === '' ? byId(listing) : listing.sorts[query.sort]!;
  const bare = qb.clone();
  narrow(qb, listing, query);
  const column = sort.kind === 'text' ? `lower(${sort.column})` : sort.column;
  const [compare, direction] = query.descending ? (['<', 'DESC'] as const) : (['>', 'ASC'] as const);
  if (query.after) {
    // empty values come last in either direction
    if (query.after.value === null)
      qb.andWhere(`${sort.column} IS NULL AND ${listing.id} ${compare} :afterId`, { afterId: query.after.id });
    else
      qb.andWhere(`((${column}, ${listing.id}) ${compare} (:afterValue, :afterId) OR ${sort.column} IS NULL)`, {
        afterValue: query.after.value,
        afterId: query.after.id,
      });
  }
  if (sort.kind === 'text') qb.addSelect(column, 'sort_key').orderBy('sort_key', direction, 'NULLS LAST');
  else qb.orderBy(sort.column, direction, 'NULLS LAST');
  qb.addOrderBy(listing.id, direction).limit(query.limit + 1);
  const items = await qb.getMany();
  const more = items.length > query.limit;
  if (more) items.pop();
  const counts = query.count ? { counts: await countAll(bare, listing, query) } : {};
  return { items, nextCursor: more ? encode(query, sort, items.at(-1)!) : null, ...counts };
}

/** Of each filter the values that most rows have; `matching` and `numbers` are SQL of ours. */
const mostCounted = (matching: string, numbers: string): string => `
SELECT counted, value, n
  FROM (SELECT number.counted, number.value, count(*)::int AS n,
               row_number() OVER (PARTITION BY number.counted ORDER BY count(*) DESC, number.value) AS place
          FROM (${matching}) matching CROSS JOIN LATERAL (VALUES ${numbers}) number (counted, value, passes)
         WHERE number.passes
         GROUP BY 1, 2) ranked
 WHERE place <= ${MOST_VALUES}
 ORDER BY counted, place`;

/** The conditions of a query's filters and search; those of the filters `except` are left out. */
export function narrow<T extends ObjectLiteral>(
  qb: SelectQueryBuilder<T>,
  listing: Listing,
  query: ListQuery,
  except: string[] = [],
): void {
  for (const asked of query.filters) {
    const condition = except.includes(asked.name) ? null : conditionOf(listing, asked);
    if (condition) qb.andWhere(...condition);
  }
  if (query.q && listing.search)
    qb.andWhere(`(${listing.search.map((column) => `${column} ILIKE :q`).join(' OR ')})`, {
      q: `%${query.q.replace(/[\\%_]/g, '\\$&')}%`,
    });
}

/** With its parameters; null where the caller of the listing filters by it. */
function conditionOf(listing: Listing, { name, test, values }: Asked): [string, ObjectLiteral] | null {
  const { column, kind } = listing.filters[name]!;
  if (column === null) return null;
  const key = `${name}_${test}`;
  if (test === 'none') return [`${column} IS NULL`, {}];
  if (test === 'from') return [`${column} >= :${key}`, { [key]: values[0] }];
  if (test === 'to') return [`${column} <= :${key}`, { [key]: values[0] }];
  if (kind === 'set') return [`${column} && :${key}::text[]`, { [key]: values }];
  if (kind === 'text')
    return [`lower(${column}) = ANY(:${key})`, { [key]: values.map((value) => value.toLowerCase()) }];
  return [`${column} = ANY(:${key})`, { [key]: values }];
}

/**
 * All numbers by one reading: of each row its values, and whether the counted filters that are asked for let it pass.
 */
async function countAll<T extends ObjectLiteral>(
  bare: SelectQueryBuilder<T>,
  listing: Listing,
  query: ListQuery,
): Promise<FilterCounts> {
  const counted = query.count!;
  narrow(bare, listing, query, counted);
  bare.select('true', 'matches');
  counted.forEach((name, i) => bare.addSelect(`(${listing.filters[name]!.column})::text`, `value${i}`));
  const narrowing = query.filters.filter(({ name }) => counted.includes(name));
  narrowing.forEach((asked, i) => {
    const [condition, parameters] = conditionOf(listing, asked)!;
    bare.addSelect(condition, `passes${i}`).setParameters(parameters);
  });
  const passes = (except?: string) =>
    narrowing.map(({ name }, i) => (name === except ? 'true' : `passes${i}`)).join(' AND ') || 'true';
  const numbers = [
    `(NULL::int, NULL::text, ${passes()})`,
    ...counted.map((name, i) => `(${i}, value${i}, ${passes(name)})`),
  ];
  const [matching, parameters] = bare.getQueryAndParameters();
  const found = await rows<{ counted: number | null; value: string | null; n: number }>(
    bare.connection.manager,
    mostCounted(matching, numbers.join(', ')),
    parameters,
  );
  const of = (number: number | null) => found.filter((row) => row.counted === number);
  return {
    total: of(null)[0]?.n ?? 0,
    by: Object.fromEntries(
      counted.map((name, i) => [name, Object.fromEntries(of(i).map(({ value, n }) => [value ?? 'none', n]))]),
    ),
  };
}

const byId = (listing: Listing): Sort => ({ column: listing.id, kind: 'number', of: ({ id }: { id: string }) => id });

function encode(query: ListQuery, sort: Sort, last: ObjectLiteral): string {
  const value = sort.of(last as never);
  const key =
    value instanceof Date
      ? value.toISOString()
      : sort.kind === 'text' && typeof value === 'string'
        ? value.toLowerCase()
        : value;
  return Buffer.from(JSON.stringify([(query.descending ? '-' : '') + query.sort, key, last.id])).toString('base64url');
}

function decode(cursor: string): { sort: string; value: string | number | null; id: string } | null {
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    if (!Array.isArray(parts) || parts.length !== 3) return null;
    const [sort, value, id] = parts as unknown[];
    if (
      typeof sort !== 'string' ||
      typeof id !== 'string' ||
      id.includes('\0') ||
      (value !== null && typeof value !== 'string' && typeof value !== 'number')
    )
      return null;
    return { sort, value, id };
  } catch {
    return null;
  }
}
