import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ENROLMENT_STATES, INTERESTS, ROLES } from '../../libs/plays/index.js';
import { Enrolment } from '../campaigns/index.js';
import { Allow, Listed, ListOfPages, page, rows, type Listing, type ListQuery, type Page } from '../platform/index.js';
import { COUNTED, CountedPersonView, type Counted } from './people.view.js';
import { INTERESTED } from './results.js';
import { isCountedAs } from './scoreboard.sql.js';
import { CONNECTED } from './words.js';

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

  /** The people whom a number of the scoreboard counts; `step`, `at.from` and `at.to` are the scoreboard's step, from and to. */
  @Get()
  @Allow('everyone')
  @ListOfPages(PEOPLE, CountedPersonView)
  async list(@Listed(PEOPLE) query: ListQuery): Promise<Page<CountedPersonView>> {
    const all = (name: string, test = 'any'): string[] =>
      query.filters.find((filter) => filter.name === name && filter.test === test)?.values ?? [];
    // one value, commas and all, as the scoreboard reads it: the list must not show more than the number counts
    const asked = (name: string, test?: string): string | null => all(name, test).join(',') || null;
    const counted = all('countedAs') as Counted[];
    const qb = this.source
      .getRepository(Enrolment)
      .createQueryBuilder('e')
      .innerJoin('contact', 'c', 'c.id = e.contactId')
      .innerJoin('organization', 'o', 'o.id = e.organizationId')
      .where(
        '(:versions::uuid[] IS NULL OR e.campaignId IN (SELECT k.id FROM campaign k WHERE k.version_id = ANY(:versions)))',
        {
          versions: all('versionId').length > 0 ? all('versionId') : null,
        },
      )
      .andWhere(`(${counted.map(isCountedAs).join(' OR ') || 'true'})`, {
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

/** $1 enrolments, in whose order they come */
const NAMED = `
SELECT e.id, e.campaign_id AS "campaignId", k.name AS campaign, e.contact_id AS "contactId", c.name AS contact, e.organization_id AS "organizationId",
       o.name AS organization, e.role, e.hold_out AS "holdOut", e.state, e.reason, e.touches, e.first_touch_at AS "firstTouchAt", e.interest,
       e.last_disposition AS "lastDisposition"
  FROM unnest($1::uuid[]) WITH ORDINALITY asked (id, place) JOIN enrolment e ON e.id = asked.id
  JOIN campaign k ON k.id = e.campaign_id JOIN contact c ON c.id = e.contact_id JOIN organization o ON o.id = e.organization_id
 ORDER BY asked.place`;
