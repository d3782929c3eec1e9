import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiQuery, getSchemaPath } from '@nestjs/swagger';
import { declaredFields, listsView } from './declared-fields.js';
import { exportsOf, FORMATS } from './export.js';
import { isCountable, MOST_VALUES, type Listing } from './listing.js';

/** Answers a listing as pages or as a file, and documents it: its parameters, a page of `view`, the file's columns. */
export function ListOfPages(listing: Listing, view: new () => object): MethodDecorator {
  return applyDecorators(
    listsView(view),
    UseInterceptors(exportsOf(() => declaredFields(view))),
    ApiExtraModels(view),
    ApiQuery({ name: 'limit', required: false, type: Number, example: 50 }),
    ApiQuery({ name: 'cursor', required: false, type: String, description: 'nextCursor of the page before' }),
    ApiQuery({
      name: 'sort',
      required: false,
      enum: Object.keys(listing.sorts).flatMap((name) => [name, `-${name}`]),
      example: listing.defaultSort,
    }),
    ApiQuery({
      name: 'format',
      required: false,
      enum: [...FORMATS],
      description:
        'csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson',
    }),
    ApiQuery({
      name: 'count',
      required: false,
      type: String,
      description: `filters, with commas, whose values are to be counted; empty: only the total. Any of: ${Object.keys(
        listing.filters,
      )
        .filter((name) => isCountable(listing, name))
        .join(', ')}`,
    }),
    ...askedBy(listing),
    ApiOkResponse({
      description: 'A page; or, as a file, everything that matches.',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['items', 'nextCursor'],
            properties: {
              items: { type: 'array', items: { $ref: getSchemaPath(view) } },
              nextCursor: { type: 'string', nullable: true },
              counts: {
                type: 'object',
                description: 'where count was asked for',
                required: ['total', 'by'],
                properties: {
                  total: { type: 'integer', description: 'everything that matches' },
                  by: {
                    type: 'object',
                    description: `of each filter, how many match the others, by its value; the ${MOST_VALUES} values that most have`,
                    additionalProperties: { type: 'object', additionalProperties: { type: 'integer' } },
                  },
                },
              },
            },
          },
        },
        'text/csv': {
          schema: {
            type: 'string',
            description: `UTF-8 with a byte order mark; the columns are the fields of ${view.name}, lists and objects are written as JSON. Text that a spreadsheet would run has an apostrophe in front.`,
          },
        },
        'application/x-ndjson': { schema: { $ref: getSchemaPath(view) } },
      },
    }),
  );
}

/** Documents a listing's filters and its search. */
export const askedBy = (listing: Listing): MethodDecorator[] => [
  ...(listing.search ? [ApiQuery({ name: 'q', required: false, type: String, description: 'text to look for' })] : []),
  ...Object.entries(listing.filters).map(([name, filter]) =>
    ApiQuery({
      name,
      required: false,
      type: String,
      description: `${filter.values ? `one or more of: ${filter.values.join(', ')}` : filter.kind}; commas for any of several, "none" for empty`,
    }),
  ),
];
