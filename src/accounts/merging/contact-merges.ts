import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Conflict, Invalid, NotFound } from '../../platform/index.js';
import { KEEP_ALIAS } from '../contacts/contacts.js';
import type { Columns } from '../imports/draft.js';
import { CONTACT_CHOICES, contactValues } from './contact-values.js';
import { MergeParts, MovedByStatements } from './merge-parts.js';
import { Merges, type Mergeable } from './merges.js';
import * as sql from './moving.sql.js';

class ContactNotFound extends NotFound {}
class ContactMergeNotFound extends NotFound {}
class ContactMergeInvalid extends Invalid {}
class ContactMerged extends Conflict {}
class ContactErased extends Conflict {}

const CONTACTS: Mergeable = {
  thing: 'contact',
  writable: [
    ...Object.values(CONTACT_CHOICES).flatMap(({ columns }) => columns),
    'preference',
    'lawful_basis',
    'not_before',
    'away_until',
    'attributes',
  ],
  unique: /^(email|external_id|shared_mailbox)/,
  choices: CONTACT_CHOICES,
  values: contactValues,
  errors: {
    notFound: ContactNotFound,
    mergeNotFound: ContactMergeNotFound,
    withItself: ContactMergeInvalid,
    mergedBefore: ContactMerged,
  },
};

/** Two records of one person become one. */
@Injectable()
export class ContactMerges extends Merges {
  constructor(@InjectDataSource() source: DataSource, parts: MergeParts) {
    super(source, parts, CONTACTS);
    parts.register('accounts', new MovedByStatements(sql.MOVING));
  }

  protected override assertMergeable(survivor: Columns, merged: Columns): void {
    if (survivor.erased_at || merged.erased_at)
      throw new ContactErased('One of the two was erased: nothing is left to merge or to take apart.');
  }

  protected async merged(manager: EntityManager, survivor: Columns, merged: Columns, after: Columns): Promise<void> {
    await manager.query(sql.MARK_TWIN, [survivor.id]);
    await manager.query(sql.COPY_SUPPRESSIONS, [merged.id, survivor.id, 'contact']);
    for (const name of [merged.name, survivor.name])
      if (name !== (after.name ?? survivor.name)) await manager.query(KEEP_ALIAS, [survivor.id, name, 'merge']);
  }

  protected override async separating(manager: EntityManager, mergedId: string): Promise<void> {
    await manager.query(sql.MARK_TWIN, [mergedId]);
  }
}
