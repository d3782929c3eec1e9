import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, map } from 'rxjs';
import { Problem } from '../errors.js';

type View = new () => object;
type Prune = (value: unknown) => unknown;

/** Where @nestjs/swagger keeps what the decorators of fields and endpoints say. */
const NAMES = 'swagger/apiModelPropertiesArray';
const PROPERTIES = 'swagger/apiModelProperties';
const RESPONSES = 'swagger/apiResponse';
const LISTED = Symbol('listed view');

/** Marks an endpoint that answers pages of `view`. */
export const listsView =
  (view: View): MethodDecorator =>
  (_target, _name, descriptor: PropertyDescriptor) => {
    Reflect.defineMetadata(LISTED, view, descriptor.value as object);
  };

/** The fields that a view declares, in their order. */
export const declaredFields = (view: View): string[] => [
  ...new Set(
    ((Reflect.getMetadata(NAMES, view.prototype as object) as string[] | undefined) ?? []).map((name) => name.slice(1)),
  ),
];

/**
 * Answers hold exactly the fields that their class declares: a column that is added to a table becomes public only
 * where a view names it. Endpoints that answer files, streams or pages of HTML declare no class and pass.
 */
@Injectable()
export class DeclaredFields implements NestInterceptor {
  private readonly known = new Map<object, Prune | null>();

  intercept(context: ExecutionContext, next: CallHandler) {
    const handler = context.getHandler();
    if (!this.known.has(handler)) this.known.set(handler, pruneFor(handler));
    const prune = this.known.get(handler);
    if (!prune) return next.handle();
    return next.handle().pipe(
      map(prune),
      catchError((error: unknown) => {
        // a stale edit answers the thing as it is now
        if (error instanceof Problem && 'current' in error.more) error.more.current = prune(error.more.current);
        throw error;
      }),
    );
  }
}

function pruneFor(handler: object): Prune | null {
  const listed = Reflect.getMetadata(LISTED, handler) as View | undefined;
  if (listed) {
    const items = listOf(() => fieldsOf(listed));
    return (page) => (isPlain(page) && 'items' in page ? { ...page, items: items(page.items) } : page);
  }
  const responses = (Reflect.getMetadata(RESPONSES, handler) ?? {}) as Record<string, { type?: unknown }>;
  const answer = Object.entries(responses).find(([status, { type }]) => status.startsWith('2') && isView(type));
  return answer ? fieldsOf(answer[1].type as View) : null;
}

const prunes = new Map<View, Prune>();

/** Made once for each class, and when it is first needed: views may hold each other. */
function fieldsOf(view: View): Prune {
  const made = prunes.get(view);
  if (made) return made;
  let fields: [string, Prune | null][] | undefined;
  const prune: Prune = (value) => {
    if (!isObject(value)) return value;
    fields ??= declaredFields(view).map((name) => [name, nestedIn(view, name)]);
    const answer: Record<string, unknown> = {};
    for (const [name, nested] of fields)
      if (value[name] !== undefined) answer[name] = nested ? nested(value[name]) : value[name];
    return answer;
  };
  prunes.set(view, prune);
  return prune;
}

/** For a field that holds a view or a list of views; null: it is taken as it is. */
function nestedIn(view: View, name: string): Prune | null {
  const { type, isArray } = Reflect.getMetadata(PROPERTIES, view.prototype as object, name) as {
    type?: unknown;
    isArray?: boolean;
  };
  if (typeof type !== 'function') return null;
  const inner = type.prototype === undefined ? (type as () => unknown)() : type;
  if (!isView(inner)) return null;
  return isArray ? listOf(() => fieldsOf(inner)) : fieldsOf(inner);
}

function listOf(each: () => Prune): Prune {
  return (value) => (Array.isArray(value) ? value.map(each()) : value);
}

const isView = (type: unknown): type is View =>
  typeof type === 'function' && Reflect.hasMetadata(NAMES, (type.prototype ?? {}) as object);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** A page, and not a file that is answered in its place. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && Object.getPrototypeOf(value) === Object.prototype;
