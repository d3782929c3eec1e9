import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource, type EntityManager } from 'typeorm';
import { Conflict, Invalid, NotFound, row, touched } from '../../platform/index.js';
import { Employment } from './employment.entity.js';
import { assertNotMerged } from '../organizations/merged.js';
import { Organization } from '../organizations/organization.entity.js';

class EmployerNotFound extends Invalid {}
class AlreadyEmployed extends Conflict {}
class EmploymentNotFound extends NotFound {}
class EmploymentInvalid extends Invalid {}
class ContactNotFound extends NotFound {}

export interface NewJob {
  organizationId: string;
  title?: string | null;
  department?: string | null;
  /** a day; today where left out */
  since?: string;
  /** true: the person has two jobs; false: this one replaces the others, which end where it begins */
  keepOthers?: boolean;
}

@Injectable()
export class Employments {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** A person's jobs, the current ones first. */
  of(contactId: string, manager: EntityManager = this.source.manager): Promise<Employment[]> {
    return manager.find(Employment, {
      where: { contactId },
      order: { until: { direction: 'DESC', nulls: 'FIRST' }, createdAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  current(contactId: string, manager: EntityManager = this.source.manager): Promise<Employment[]> {
    return manager.find(Employment, {
      where: { contactId, until: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  async begin(manager: EntityManager, contactId: string, job: NewJob): Promise<Employment> {
    const { organizationId, title = null, department = null, since, keepOthers = false } = job;
    const person = await row(manager, 'SELECT FROM contact WHERE id = $1 FOR UPDATE', [contactId]);
    if (!person) throw new ContactNotFound('There is no such contact.');
    if (!(await manager.existsBy(Organization, { id: organizationId })))
      throw new EmployerNotFound('There is no such organization.', [
        { field: 'organizationId', code: 'unknown', message: 'organizationId names no organization' },
      ]);
    await assertNotMerged(manager, organizationId);
    if (await manager.existsBy(Employment, { contactId, organizationId, until: IsNull() }))
      throw new AlreadyEmployed('The person works there already. Change that employment instead.');
    if (!keepOthers) await manager.query(END_OTHERS, [contactId, since ?? null]);
    const { identifiers } = await manager.insert(Employment, {
      contactId,
      organizationId,
      title,
      department,
      since: since ?? null,
    });
    return manager.findOneByOrFail(Employment, { id: identifiers[0]!.id as string });
  }

  async change(
    manager: EntityManager,
    id: string,
    change: Partial<Pick<Employment, 'title' | 'department' | 'since' | 'until'>>,
  ): Promise<Employment> {
    if (!(await touched(manager, 'UPDATE employment SET id = id WHERE id = $1', [id])))
      throw new EmploymentNotFound('There is no such employment.');
    const employment = await manager.findOneByOrFail(Employment, { id });
    const { since, until } = { ...employment, ...change };
    if (since && until && until < since)
      throw new EmploymentInvalid('The job would end before it began.', [
        { field: 'until', code: 'invalid', message: 'until must not be before since' },
      ]);
    if (Object.keys(change).length > 0) await manager.update(Employment, { id }, change);
    return manager.findOneByOrFail(Employment, { id });
  }

  /** The person works there no longer, from today on. False where they did not. */
  async end(manager: EntityManager, contactId: string, organizationId: string): Promise<boolean> {
    return (await touched(manager, END_AT, [contactId, organizationId])) > 0;
  }

  /** A job that was entered by mistake; one that is over is ended instead. */
  async remove(manager: EntityManager, id: string): Promise<void> {
    const { affected } = await manager.delete(Employment, { id });
    if (!affected) throw new EmploymentNotFound('There is no such employment.');
  }
}

const END_OTHERS = `
UPDATE employment SET until = greatest(coalesce($2::date, app_now()::date), since)
  WHERE contact_id = $1 AND until IS NULL`;

/** $1 contact, $2 organization */
const END_AT = `
UPDATE employment SET until = greatest(app_now()::date, since)
 WHERE contact_id = $1 AND organization_id = $2 AND until IS NULL`;
