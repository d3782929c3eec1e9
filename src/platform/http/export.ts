import { Readable } from 'node:stream';
import {
  Injectable,
  mixin,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import type { DataSource } from 'typeorm';
import { recordAccess } from '../database/access.js';
import { Forbidden, Invalid } from '../errors.js';
import type { ActorRequest } from './actor.js';
import { BYTE_ORDER_MARK, csv } from './csv.js';
import { LISTED_ON, type Page } from './listing.js';
import type { UserRole } from './policy.js';
import { spend } from './rate-limit.js';

export const FORMATS = ['json', 'csv', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Record<Format, string> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

class FormatNotFound extends Invalid {}
class ExportNotAllowed extends Forbidden {}

/** Not reps: they work person by person, and a file holds a whole list. */
const MAY_EXPORT: readonly UserRole[] = ['sales_ops', 'manager', 'executive', 'admin'];
/** of one list, by one person */
const files = new RateLimiterMemory({ points: 20, duration: 3600 });

/**
 * Answers a listing as a file of everything that matches: asks the endpoint for page after page, each behind the last,
 * so that what may be seen and how it looks is decided in one place. One page is in memory; the next is asked for when
 * the client has taken this one, and none when it has gone. Pages are in the order of ids, which never change: no row
 * is in a file twice.
 */
@Injectable()
abstract class Exports implements NestInterceptor {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  protected abstract columns(): string[];

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & ActorRequest & Record<symbol, unknown>>();
    const format = formatOf(request);
    if (format === 'json') return next.handle();
    return defer(async () => {
      await this.assertMayExport(request, format);
      const ask = async (after: string | null): Promise<Page<object>> => {
        request[LISTED_ON] = { after };
        return lastValueFrom(next.handle()) as Promise<Page<object>>;
      };
      // what cannot be answered at all is reported before the file begins
      const first = await ask(null);
      const name = new URL(request.url, 'http://x').pathname.replace(/\/+$/, '').split('/').at(-1)!;
      return new StreamableFile(Readable.from(this.pieces(format, first, ask), { objectMode: false }), {
        type: TYPES[format],
        disposition: `attachment; filename="${name.replaceAll(/[^\w-]/g, '')}.${format}"`,
      });
    });
  }

  private async assertMayExport(
    { actor, url, routeOptions }: FastifyRequest & ActorRequest,
    format: Format,
  ): Promise<void> {
    if (!actor!.roles.some((role) => (MAY_EXPORT as readonly string[]).includes(role)))
      throw new ExportNotAllowed(`Files of a list are for ${MAY_EXPORT.join(', ')}.`);
    await spend(files, `${actor!.id} ${routeOptions.url}`, 'You have taken this list twenty times within an hour.');
    const { pathname, search } = new URL(url, 'http://x');
    await recordAccess(this.source, {
      actor: actor!.id,
      action: 'export',
      entity: pathname,
      entityId: '',
      detail: { format, filters: search },
    });
  }

  private async *pieces(
    format: 'csv' | 'ndjson',
    first: Page<object>,
    ask: (after: string) => Promise<Page<object>>,
  ): AsyncGenerator<string> {
    const columns = this.columns();
    if (format === 'csv') yield BYTE_ORDER_MARK + csv([columns]);
    for (let page = first; ; page = await ask(page.nextCursor)) {
      if (page.items.length > 0)
        yield format === 'csv' ? csv(page.items.map(cells(columns))) : lines(page.items, columns);
      if (page.nextCursor === null) return;
    }
  }
}

/** Of a listing with these columns: the view's fields. */
export function exportsOf(columns: () => string[]): Type<NestInterceptor> {
  class ListExports extends Exports {
    protected columns = columns;
  }
  return mixin(ListExports);
}

const cells =
  (columns: string[]) =>
  (item: object): unknown[] =>
    columns.map((column) => (item as Record<string, unknown>)[column]);

function lines(items: object[], columns: string[]): string {
  const line = (item: object): string =>
    JSON.stringify(
      Object.fromEntries(columns.map((column) => [column, (item as Record<string, unknown>)[column] ?? null])),
    );
  return `${items.map(line).join('\n')}\n`;
}

/** `?format=` wins over Accept; of several in Accept the one with the highest q, the first of equals. */
function formatOf(request: FastifyRequest): Format {
  const { format } = request.query as { format?: unknown };
  if (format !== undefined) {
    if (typeof format === 'string' && (FORMATS as readonly string[]).includes(format)) return format as Format;
    throw new FormatNotFound(`format is one of: ${FORMATS.join(', ')}`, [
      { field: 'format', code: 'invalid', message: `format must be one of: ${FORMATS.join(', ')}` },
    ]);
  }
  const wanted = (request.headers.accept ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [type, ...parameters] = part.split(';').map((text) => text.trim());
      const q = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1);
      return { format: ACCEPTED[type!], q };
    })
    .filter((each) => each.format !== undefined && each.q > 0)
    .sort((one, two) => two.q - one.q);
  return wanted[0]?.format ?? 'json';
}

const ACCEPTED: Record<string, Format> = {
  'application/json': 'json',
  '*/*': 'json',
  'application/*': 'json',
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
};
