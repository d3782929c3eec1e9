import type { Field } from './catalogue.js';

/** Takes a value, gives its placeholder: `$3`. */
export type Bind = (value: unknown) => string;

// [0-9], because \d may match digits of other scripts, which a cast then refuses; bounded, because numeric overflows
// too
const NUMBER = String.raw`^ *[-+]?([0-9]{1,100}([.][0-9]{0,100})?|[.][0-9]{1,100})([eE][-+]?[0-9]{1,3})? *$`;
const LEAP = '([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29';
const DAY =
  '[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))';
const DATE = `^(?!0000)(${LEAP}|${DAY})($|[T ])`;

/**
 * The SQL that reads a field. An attribute that does not read as its field's type reads as NULL; no stored value raises
 * an error.
 */
export function column(field: Field, bind: Bind): string {
  if (field.attribute === undefined) return field.sql;
  const name = `${bind(field.attribute)}::text`;
  const text = `(${field.sql} ->> ${name})`;
  switch (field.type) {
    case 'text':
    case 'enum':
      return text;
    case 'number':
      return `(CASE WHEN ${text} ~ '${NUMBER}' THEN ${text}::numeric END)`;
    case 'date':
      return `(CASE WHEN ${text} ~ '${DATE}' THEN left(${text}, 10)::date END)`;
    case 'boolean':
      return `(CASE WHEN lower(${text}) IN ('true', 'yes', 'y', '1') THEN TRUE WHEN lower(${text}) IN ('false', 'no', 'n', '0') THEN FALSE END)`;
    case 'set': {
      const json = `(${field.sql} -> ${name})`;
      const items = `WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(${json}))`;
      return `(CASE jsonb_typeof(${json}) ${items} WHEN 'string' THEN ARRAY[${text}] WHEN 'number' THEN ARRAY[${text}] END)`;
    }
  }
}

/**
 * A test that is never NULL, so that NOT means "all the others". A column that the planner may look up in an index
 * keeps the bare comparison; anything costlier is written once, which `IS TRUE` allows and an index does not.
 */
export function known(column: string, test: string): string {
  return /^[a-z_]+\.[a-z_]+$/.test(column) ? `(${column} IS NOT NULL AND ${test})` : `((${test}) IS TRUE)`;
}
