import { filled } from '../scale/questions.js';
import type { Json } from '../support/http.js';
import type { Rows } from '../support/rows.js';

export interface Operation {
  method: string;
  /** below /api/v1, as in the document */
  template: string;
  /** with ids of rows that there are */
  path: string;
  /** names of what may stand in the query */
  queries: string[];
  /** a body that its schema allows; undefined where it takes none, or a file */
  body: Json;
}

/** Streams never end. */
const STREAMS = /^\/(?:changes|campaigns\/\{id\}\/events)$/;
const NO_SUCH_ID = '00000000-0000-4000-8000-000000000000';
const DEEPEST = 6;

/** Every operation of the API's document, ready to be called. */
export async function operations(document: Json, app: Rows): Promise<Operation[]> {
  const all: Operation[] = [];
  for (const [full, methods] of Object.entries<Json>(document.paths)) {
    const template = full.replace(/^\/api\/v1/, '');
    if (!full.startsWith('/api/v1') || STREAMS.test(template)) continue;
    const path = (await filled(template, app).catch(() => ({ path: template }))).path.replaceAll(
      /\{\w+\}/g,
      NO_SUCH_ID,
    );
    for (const [method, { parameters = [], requestBody }] of Object.entries<Json>(methods))
      all.push({
        method: method.toUpperCase(),
        template,
        path,
        queries: parameters.filter((each: Json) => each.in === 'query').map(({ name }: Json) => name),
        body: sampleOf(document, requestBody?.content?.['application/json']?.schema, 0),
      });
  }
  return all;
}

function sampleOf(document: Json, schema: Json, depth: number): Json {
  if (!schema || depth > DEEPEST) return undefined;
  if (schema.$ref) return sampleOf(document, document.components.schemas[schema.$ref.split('/').at(-1)], depth + 1);
  if (schema.allOf) return sampleOf(document, schema.allOf[0], depth + 1);
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  if (schema.properties)
    return Object.fromEntries(
      Object.entries<Json>(schema.properties).map(([name, each]) => [name, sampleOf(document, each, depth + 1)]),
    );
  if (schema.type === 'array') return [sampleOf(document, schema.items, depth + 1)];
  if (schema.type === 'string') return schema.format === 'uuid' ? NO_SUCH_ID : 'x'.repeat(schema.minLength ?? 1);
  return schema.type === 'boolean' ? false : schema.type === 'object' ? {} : (schema.minimum ?? 1);
}

/** The body with the text in place of each of its texts, one after the other. */
export function withEach(body: Json, text: string): Json[] {
  if (typeof body === 'string') return [text];
  if (Array.isArray(body)) return body.flatMap((item, at) => withEach(item, text).map((other) => body.with(at, other)));
  if (body === null || typeof body !== 'object') return [];
  return Object.entries(body).flatMap(([name, value]) =>
    withEach(value, text).map((other) => ({ ...body, [name]: other })),
  );
}
