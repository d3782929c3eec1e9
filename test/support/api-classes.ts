import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

type Class = new () => object;
const FIELDS = 'swagger/apiModelPropertiesArray';

/**
 * Every class that endpoints take, answer with or hold inside, by the name under which it stands in the document. More than one of a name:
 * only one of them stands there, and nothing says so, because one that is reached through another's field is passed over.
 */
export function apiClasses(app: INestApplication): Map<string, Set<Class>> {
  const found = new Map<string, Set<Class>>();
  for (const { controllers } of app.get(ModulesContainer).values())
    for (const { metatype } of controllers.values())
      for (const type of mentionedBy(metatype as Class)) visit(type, found);
  return found;
}

function mentionedBy(controller: Class): unknown[] {
  const handlers = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(handlers).flatMap((name) => {
    const responses = (Reflect.getMetadata('swagger/apiResponse', handlers[name]!) ?? {}) as Record<
      string,
      { type?: unknown }
    >;
    return [
      ...Object.values(responses).map(({ type }) => type),
      ...((Reflect.getMetadata('swagger/apiExtraModels', handlers[name]!) ?? []) as unknown[]),
      ...((Reflect.getMetadata('design:paramtypes', handlers, name) ?? []) as unknown[]),
    ];
  });
}

function visit(type: unknown, found: Map<string, Set<Class>>): void {
  if (Array.isArray(type)) return type.forEach((each) => visit(each, found));
  if (typeof type !== 'function') return;
  // a type that is named before it is there
  if (type.prototype === undefined) return visit((type as () => unknown)(), found);
  const fields = Reflect.getMetadata(FIELDS, type.prototype as object) as string[] | undefined;
  const known = found.get(type.name) ?? new Set();
  if (!fields || known.has(type as Class)) return;
  found.set(type.name, known.add(type as Class));
  for (const field of fields) {
    const facts = Reflect.getMetadata('swagger/apiModelProperties', type.prototype as object, field.slice(1)) as {
      type?: unknown;
    };
    visit(facts.type, found);
  }
}
