import type { Json } from './http.js';

/** Compares answers with the OpenAPI document: what it does not declare must not be there, and what it requires must. */
export class DeclaredAnswers {
  private readonly operations: { method: string; pattern: RegExp; responses: Json }[];

  constructor(private readonly document: Json) {
    this.operations = Object.entries<Json>(document.paths)
      .flatMap(([path, methods]) =>
        Object.entries<Json>(methods).map(([method, { responses }]) => ({
          method: method.toUpperCase(),
          pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
          parameters: path.split('{').length,
          responses,
        })),
      )
      // `/tasks/reassignments` before `/tasks/{id}`
      .toSorted((one, two) => one.parameters - two.parameters);
  }

  /** @throws where the answer differs from the document */
  check(method: string, url: string, status: number, body: unknown): void {
    const { pathname } = new URL(url);
    const operation = this.operations.find((each) => each.method === method && each.pattern.test(pathname));
    const schema = (code: number): Json => operation?.responses[code]?.content?.['application/json']?.schema;
    const { current } = (body ?? {}) as { current?: unknown };
    // a stale edit answers the thing as it is now, which may lack what is worked out for an answer
    const differences =
      status === 409 && current
        ? this.differences(schema(200), current, '.current').filter((each) => each.endsWith('not declared'))
        : this.differences(schema(status), body, '');
    if (differences.length > 0)
      throw new Error(`${method} ${pathname} answers otherwise than documented: ${differences.join('; ')}`);
  }

  private differences(schema: Json, value: unknown, at: string): string[] {
    if (value === null || typeof value !== 'object' || !schema) return [];
    if (schema.$ref)
      return this.differences(this.document.components.schemas[schema.$ref.split('/').at(-1)], value, at);
    if (schema.allOf) return this.differences(schema.allOf[0], value, at);
    if (Array.isArray(value)) return value.flatMap((each) => this.differences(schema.items, each, `${at}[]`));
    // free-form JSON declares no names
    if (!schema.properties) return [];
    const { properties, required = [] } = schema as { properties: Json; required?: string[] };
    const found = value as Record<string, unknown>;
    return [
      ...Object.keys(found)
        .filter((name) => !(name in properties))
        .map((name) => `${at}.${name} is not declared`),
      ...required.filter((name) => !(name in found)).map((name) => `${at}.${name} is missing`),
      ...Object.keys(found).flatMap((name) => this.differences(properties[name], found[name], `${at}.${name}`)),
    ];
  }
}
