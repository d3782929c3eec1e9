import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { ATTRIBUTE_NAME } from './attribute-name.js';
import { Invalid, rows, type FieldProblem } from '../../platform/index.js';

/** Days are kept as 2026-12-01. */
export type AttributeValue = string | number | boolean;
export type Attributes = Record<string, AttributeValue>;
export const ATTRIBUTE_TYPES = ['text', 'number', 'boolean', 'date'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];
export type AttributeScope = 'organization' | 'contact';
export interface AttributeField {
  scope: AttributeScope;
  name: string;
  type: AttributeType;
}

export const MOST_ATTRIBUTES = 50;
const LONGEST_TEXT = 2000;
/** PostgreSQL counts no year 0. */
const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

class AttributesInvalid extends Invalid {}

/**
 * The custom fields that there are, each with the one type that its first value gave it: a cohort's rule rests on it.
 */
@Injectable()
export class AttributeFields {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  list(manager: EntityManager = this.source.manager): Promise<AttributeField[]> {
    return rows(manager, 'SELECT scope, name, type FROM attribute_field ORDER BY scope, name');
  }

  /** What `stored` becomes when `change` is laid over it; null takes a value away. Registers names that are new. */
  async merge(
    manager: EntityManager,
    scope: AttributeScope,
    stored: Attributes,
    change: Record<string, unknown> | undefined,
  ): Promise<Attributes> {
    if (!change) return stored;
    const problems = Object.entries(change).flatMap(([name, value]) => problemOf(name, value));
    const merged = Object.fromEntries(
      Object.entries({ ...stored, ...change }).filter(([, value]) => value !== null),
    ) as Attributes;
    if (Object.keys(merged).length > MOST_ATTRIBUTES)
      problems.push({
        field: 'attributes',
        code: 'too_many',
        message: `attributes holds at most ${MOST_ATTRIBUTES} names`,
      });
    if (problems.length === 0) problems.push(...(await this.register(manager, scope, change)));
    if (problems.length > 0) throw new AttributesInvalid('Some custom attributes are not right.', problems);
    return merged;
  }

  private async register(
    manager: EntityManager,
    scope: AttributeScope,
    change: Record<string, unknown>,
  ): Promise<FieldProblem[]> {
    const found = Object.entries(change).filter(([, value]) => value !== null);
    if (found.length === 0) return [];
    const types = await registerFields(
      manager,
      found.map(([name, value]) => ({ scope, name, type: typeOf(value as AttributeValue) })),
    );
    return found.flatMap(([name, value]) => {
      const type = types.get(`${scope}.${name}`)!;
      const own = typeOf(value as AttributeValue);
      return own === type || (type === 'text' && own === 'date')
        ? []
        : [
            {
              field: `attributes.${name}`,
              code: 'attribute_type',
              message: `${name} holds ${PLURALS[type]} everywhere`,
            },
          ];
    });
  }
}

/**
 * Writes names that are new, and returns the type of each, by "scope.name". The first to write a name decides its type.
 */
export async function registerFields(
  manager: EntityManager,
  fields: AttributeField[],
): Promise<Map<string, AttributeType>> {
  const list = JSON.stringify([...fields].sort((a, b) => (a.name < b.name ? -1 : 1)));
  await manager.query(INSERT_ATTRIBUTE_FIELD, [list]);
  const stored = await rows<AttributeField>(manager, SELECT_ATTRIBUTE_FIELD, [list]);
  return new Map(stored.map(({ scope, name, type }) => [`${scope}.${name}`, type]));
}

export function typeOf(value: AttributeValue): AttributeType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return isDay(value) ? 'date' : 'text';
}

/** The calendar has this day: 2026-02-30 is none. */
export function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

const PLURALS: Record<AttributeType, string> = {
  text: 'texts',
  number: 'numbers',
  boolean: 'true or false',
  date: 'days such as 2026-12-01',
};

function problemOf(name: string, value: unknown): FieldProblem[] {
  const field = `attributes.${name.slice(0, 60)}`;
  if (!ATTRIBUTE_NAME.test(name))
    return [
      {
        field,
        code: 'attribute_name',
        message:
          'a custom attribute’s name begins with a letter and has up to 60 letters, digits, blanks, dots, - or _',
      },
    ];
  const fits =
    value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    (typeof value === 'string' && value.length <= LONGEST_TEXT && !value.includes('\0'));
  return fits
    ? []
    : [
        {
          field,
          code: 'attribute_value',
          message: `${name} must be text of up to ${LONGEST_TEXT} characters, a number, true, false, or null to take it away`,
        },
      ];
}

const INSERT_ATTRIBUTE_FIELD = `
INSERT INTO attribute_field (scope, name, type)
  SELECT scope, name, type FROM jsonb_to_recordset($1) AS f(scope text, name text, type text) ON CONFLICT DO NOTHING`;

const SELECT_ATTRIBUTE_FIELD = `
SELECT a.scope, a.name, a.type FROM attribute_field a
  JOIN jsonb_to_recordset($1) AS f(scope text, name text) ON a.scope = f.scope AND a.name = f.name`;
