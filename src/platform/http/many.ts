import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Conflict } from '../errors.js';
import { Ids, Whole } from './fields.js';
import { askedBy } from './listing.docs.js';
import { narrow, type Listing, type ListQuery } from './listing.js';

class MoreThanSeen extends Conflict {}

/** A bulk action's targets: those that match the filters in the address, as the list showed them. */
export class Many {
  @Ids({ optional: true, description: 'of those who match, only these; left out: all' }) ids?: string[];
  @Whole({
    min: 1,
    max: 100_000,
    example: 12,
    description: 'how many the person saw: where more match by now, nothing is done',
  })
  count: number;
}

export class ManyDone {
  @Whole() done: number;
  @Whole({ description: 'matched and stay as they are: what was asked does not apply to them' }) left: number;
}

/** Documents an action on many of a listing's rows: its filters in the address, a body that extends Many, ManyDone. */
export const ForMany = (listing: Listing): MethodDecorator =>
  applyDecorators(HttpCode(200), ...askedBy(listing), ApiOkResponse({ type: ManyDone }));

/**
 * The ids of the targets, in order. `qb` has its own joins and its own conditions on who may see what.
 * @throws MoreThanSeen where more match than the person saw
 */
export async function matching<T extends ObjectLiteral>(
  qb: SelectQueryBuilder<T>,
  listing: Listing,
  query: ListQuery,
  { ids, count }: Many,
): Promise<string[]> {
  narrow(qb, listing, query);
  if (ids) qb.andWhere(`${listing.id} = ANY(:these)`, { these: ids });
  const found = await qb
    .select(listing.id, 'id')
    .orderBy(listing.id)
    .limit(count + 1)
    .getRawMany<{ id: string }>();
  if (found.length > count)
    throw new MoreThanSeen(`More match by now than the ${count} you saw. Look at the list again; nothing was done.`);
  return found.map(({ id }) => id);
}
