import { label, OPERATORS, type FieldType, type Operator, type OperatorArity } from './operators.js';

export type Scope = 'organization' | 'contact';

export interface Field {
  /** As people call it: "Industry". */
  label: string;
  type: FieldType;
  scope: Scope;
  /**
   * A column expression over alias `o` or over the aliases of `contactsFrom`. Written by us, never by a user: it goes
   * into the SQL as it stands. With `attribute`, the jsonb document that holds the attribute: `o.attributes`. An enum's
   * column must compare with text.
   */
  sql: string;
  /**
   * The closed list of an enum or set. Listed values are compared exactly; free text is compared without regard to
   * case.
   */
  options?: readonly string[];
  /** The name of a custom attribute inside the document `sql`; it reaches the database as a parameter. */
  attribute?: string;
  /**
   * What a date column holds: an `instant` (timestamptz, the default) or a `day` (date). Attributes always hold days.
   */
  precision?: 'day' | 'instant';
}

export interface Catalogue {
  fields: Record<string, Field>;
  /**
   * One row a contact of organization `o`, ending in a WHERE clause that can take another AND: `FROM employment e JOIN
   * contact c ON c.id = e.contact_id WHERE e.organization_id = o.id`.
   */
  contactsFrom: string;
  /**
   * What makes two of those rows the same person: `c.id`. Keeps "at least 2 contacts" true where a join doubles a row.
   */
  contactKey: string;
}

export interface OperatorChoice {
  op: Operator;
  label: string;
  takes: OperatorArity;
}

export interface FieldChoice {
  key: string;
  label: string;
  type: FieldType;
  scope: Scope;
  operators: OperatorChoice[];
  options?: readonly string[];
}

/** What a rule builder needs, by label; no SQL leaves with it. */
export function fieldsOf(catalogue: Catalogue): FieldChoice[] {
  return Object.entries(catalogue.fields)
    .map(([key, field]) => ({
      key,
      label: field.label,
      type: field.type,
      scope: field.scope,
      operators: Object.entries(OPERATORS[field.type]).map(([op, { takes }]) => ({
        op: op as Operator,
        label: label(field.type, op as Operator),
        takes,
      })),
      ...(field.options && { options: field.options }),
    }))
    .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}

/** Own keys only: `constructor` and `__proto__` are no fields. */
export function fieldNamed(catalogue: Catalogue, key: string): Field | undefined {
  return Object.hasOwn(catalogue.fields, key) ? catalogue.fields[key] : undefined;
}
