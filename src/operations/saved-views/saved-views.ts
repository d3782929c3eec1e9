import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Conflict, Forbidden, Invalid, NotFound, row, type Actor } from '../../platform/index.js';
import { SavedView } from './saved-view.entity.js';

class SavedViewNotFound extends NotFound {}
class NotYourView extends Forbidden {}
class FiltersInvalid extends Invalid {}
class TooManyViews extends Conflict {}

export type NewView = Pick<SavedView, 'list' | 'name' | 'shared'> & { filters: Record<string, unknown> };
const MOST_FILTERS = 40;
const LONGEST = 2_000;
const MOST_VIEWS = 200;

@Injectable()
export class SavedViews {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** A user's own and the shared views of one list. */
  of(list: string, userId: string): Promise<SavedView[]> {
    return this.source.manager.find(SavedView, {
      where: [
        { list, ownerId: userId },
        { list, shared: true },
      ],
      order: { name: 'ASC', id: 'ASC' },
      take: 1_000,
    });
  }

  /** The same name again is the same view with other filters. */
  async save(manager: EntityManager, { list, name, shared, filters }: NewView, ownerId: string): Promise<SavedView> {
    assertFilters(filters);
    const saved = await row<{ id: string }>(manager, SAVE, [list, name, JSON.stringify(filters), shared, ownerId]);
    if ((await manager.countBy(SavedView, { ownerId })) > MOST_VIEWS)
      throw new TooManyViews(`${MOST_VIEWS} views are as many as one person keeps. Forget one first.`);
    return manager.findOneByOrFail(SavedView, { id: saved!.id });
  }

  /** One's own; an administrator may also remove shared ones. */
  async forget(manager: EntityManager, id: string, by: Actor): Promise<void> {
    const view = await manager.findOneBy(SavedView, { id });
    const own = view?.ownerId === by.id;
    if (!view || (!own && !view.shared)) throw new SavedViewNotFound('There is no such view.');
    if (!own && !by.roles.includes('admin'))
      throw new NotYourView('This view belongs to another user. Its owner or an administrator can remove it.');
    await manager.delete(SavedView, { id });
  }
}

function assertFilters(filters: Record<string, unknown>): void {
  const entries = Object.entries(filters);
  const right = entries.every(
    ([name, value]) => name.length <= 100 && typeof value === 'string' && value.length <= LONGEST,
  );
  if (right && entries.length <= MOST_FILTERS) return;
  const message = 'filters must be names with a text each';
  throw new FiltersInvalid('The filters cannot be kept.', [{ field: 'filters', code: 'invalid', message }]);
}

const SAVE = `
INSERT INTO saved_view (list, name, filters, shared, owner_id) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (list, owner_id, name) DO UPDATE SET filters = excluded.filters, shared = excluded.shared RETURNING id`;
