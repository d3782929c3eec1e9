import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Every, Invalid, NotFound, row, rows, transaction } from '../../platform/index.js';
import type { Columns } from '../imports/draft.js';
import { OrganizationMerged } from '../organizations/merged.js';
import { MovedByStatements, OrganizationMergeParts, type Moved } from './merge-parts.js';
import { Merges, type Mergeable } from './merges.js';
import { FOLLOWED, MOVING_OF_ORGANIZATION, UNFOLLOWED } from './moving-organizations.sql.js';
import { COPY_SUPPRESSIONS } from './moving.sql.js';
import { ORGANIZATION_CHOICES, organizationValues } from './organization-values.js';

class OrganizationNotFound extends NotFound {}
class OrganizationMergeNotFound extends NotFound {}
class OrganizationMergeInvalid extends Invalid {}

const ORGANIZATIONS: Mergeable = {
  thing: 'organization',
  writable: [...Object.values(ORGANIZATION_CHOICES).flatMap(({ columns }) => columns), 'tags', 'attributes'],
  unique: /^external_id/,
  choices: ORGANIZATION_CHOICES,
  values: organizationValues,
  errors: {
    notFound: OrganizationNotFound,
    mergeNotFound: OrganizationMergeNotFound,
    withItself: OrganizationMergeInvalid,
    mergedBefore: OrganizationMerged,
  },
};

/** Transactions that wrote to the merged record while it was merged have ended by then. */
const SETTLED_SECONDS = 30;

/** Two records of one organization become one. Its people stay as they are: who is one person is a merge of its own. */
@Injectable()
export class OrganizationMerges extends Merges {
  constructor(@InjectDataSource() source: DataSource, parts: OrganizationMergeParts) {
    super(source, parts, ORGANIZATIONS);
    parts.register('accounts', new MovedByStatements(MOVING_OF_ORGANIZATION));
  }

  /** What an import, a launch or a conversation wrote to the merged record while the merge ran goes to the survivor. */
  @Every('follow-organization-merges', 10_000)
  async follow(settledSeconds = SETTLED_SECONDS): Promise<void> {
    for (const { id } of await rows<{ id: string }>(this.source, UNFOLLOWED, [settledSeconds]))
      await transaction(this.source, 'worker', (manager) => this.followOne(manager, id));
  }

  protected async merged(manager: EntityManager, survivor: Columns, merged: Columns): Promise<void> {
    await manager.query(COPY_SUPPRESSIONS, [merged.id, survivor.id, 'organization']);
  }

  private async followOne(manager: EntityManager, id: string): Promise<void> {
    await this.parts.alone(manager);
    const merge = await row<StillToFollow>(manager, TO_FOLLOW, [id]);
    if (!merge) return;
    const { survivorId, mergedId, by, moved } = merge;
    await this.lock(manager, survivorId, mergedId, true);
    const late = await this.parts.move(manager, mergedId, survivorId, { take: [], by });
    await manager.query(COPY_SUPPRESSIONS, [mergedId, survivorId, 'organization']);
    await manager.query(FOLLOWED, [id, together(moved, late)]);
  }
}

interface StillToFollow {
  /** where its rows belong now: the survivor may have been merged since */
  survivorId: string;
  mergedId: string;
  by: string;
  moved: Record<string, Moved>;
}

/** $1 merge */
const TO_FOLLOW = `
SELECT o.merged_into AS survivor_id, m.merged_id, m.by, m.moved
  FROM organization_merge m
  JOIN organization o ON o.id = m.merged_id
 WHERE m.id = $1 AND m.followed_at IS NULL AND m.undone_at IS NULL AND o.merged_into IS NOT NULL
   FOR UPDATE OF m`;

function together(one: Record<string, Moved>, other: Record<string, Moved>): Record<string, Moved> {
  const both = { ...one };
  for (const [room, moved] of Object.entries(other)) {
    both[room] = { ...both[room] };
    for (const [what, ids] of Object.entries(moved)) both[room]![what] = [...(both[room]![what] ?? []), ...ids];
  }
  return both;
}
