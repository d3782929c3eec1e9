import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ENROLMENT_STATES, INTERESTS, ROLES } from '../../../libs/plays/index.js';
import { Enrolment } from '../../campaigns/index.js';
import {
  Allow,
  Listed,
  ListOfPages,
  page,
  rows,
  type Listing,
  type ListQuery,
  type Page,
} from '../../platform/index.js';
import { CAMPAIGNS, COUNTED_AS, NAMED, SAID, SENT } from './people.sql.js';
import { COUNTED, CountedPersonView, type CountedMeasure } from './people.view.js';
import { INTERESTED } from './results.js';
import { CONNECTED } from '../conversations/kinds.js';

/** The scoreboard's own filter, and which of its numbers is opened. */
const PEOPLE: Listing = {
  id: 'e.id',
  defaultSort: 'id',
  sorts: {
    id: { column: 'e.id', kind: 'number', of: (one: Enrolment) => one.id },
    firstTouchAt: { column: 'e.firstTouchAt', kind: 'instant', of: (one: Enrolment) => one.firstTouchAt },
  },
  filters: {
    versionId: { column: null, kind: 'id' },
    countedAs: { column: null, kind: 'text', values: COUNTED },
    step: { column: null, kind: 'text' },
    at: { column: null, kind: 'instant' },
    campaignId: { column: 'e.campaignId', kind: 'id' },
    organizationId: { column: 'e.organizationId', kind: 'id' },
    role: { column: 'e.role', kind: 'text', values: ROLES },
    industry: { column: 'o.industry', kind: 'text' },
    repId: { column: '(SELECT w.rep_id FROM ownership w WHERE w.organization_id = o.id)', kind: 'id' },
    state: { column: 'e.state', kind: 'text', values: ENROLMENT_STATES },
    interest: { column: 'e.interest', kind: 'text', values: [...INTERESTS, 'unknown'] },
  },
  search: ['c.name', 'o.name'],
};

@ApiTags('feedback')
@Controller('scoreboard/people')
export class PeopleController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * The people counted by a number of the scoreboard; `step`, `at.from` and `at.to` are the scoreboard's step, from and
   * to.
   */
  @Get()
  @Allow('everyone')
  @ListOfPages(PEOPLE, CountedPersonView)
  async list(@Listed(PEOPLE) query: ListQuery): Promise<Page<CountedPersonView>> {
    const all = (name: string, test = 'any'): string[] =>
      query.filters.find((filter) => filter.name === name && filter.test === test)?.values ?? [];
    const some = (name: string): string[] | null => (all(name).length > 0 ? all(name) : null);
    // one value, commas and all, as the scoreboard reads it: the list must not show more than the number counts
    const asked = (name: string, test?: string): string | null => all(name, test).join(',') || null;
    const campaigns = await rows<{ id: string }>(this.source.manager, CAMPAIGNS, [
      some('versionId'),
      some('campaignId'),
    ]);
    const counted = all('countedAs') as CountedMeasure[];
    const qb = this.source
      .getRepository(Enrolment)
      .createQueryBuilder('e')
      .innerJoin('contact', 'c', 'c.id = e.contactId')
      .innerJoin('organization', 'o', 'o.id = e.organizationId')
      .where('e.campaignId = ANY(:campaigns)', { campaigns: campaigns.map(({ id }) => id) });
    if (counted.length > 0)
      qb.leftJoin(`(${SAID})`, 'said', 'said.id = e.id')
        .leftJoin(`(${SENT})`, 'sent', 'sent.id = e.id')
        .andWhere(`(${counted.map((stage) => COUNTED_AS[stage]).join(' OR ')})`, {
          step: asked('step'),
          from: asked('at', 'from'),
          to: asked('at', 'to'),
          connected: CONNECTED,
          interested: INTERESTED,
        });
    const { items, ...rest } = await page(qb, PEOPLE, query);
    const named = await rows<CountedPersonView>(this.source.manager, NAMED, [items.map((one) => one.id)]);
    return { items: named, ...rest };
  }
}
