import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { row, rows } from '../../platform/index.js';
import { nextOpening } from '../contact-policy/contact-hours.js';
import { isMail, namedIn } from '../plays/templates.js';
import type { Campaign } from './campaign.entity.js';

export interface MissingField {
  /** a merge field, or timeZone */
  field: string;
  people: number;
}

/** What the campaign's mails name or its hours need, and for how many decision makers it is not known. */
@Injectable()
export class MissingData {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async of(campaign: Campaign): Promise<MissingField[]> {
    const mails = campaign.steps.filter(isMail);
    const named = new Set((await Promise.all(mails.map((step) => namedIn(step)))).flat());
    const empty = await row<Record<string, number>>(this.source, EMPTY_FIELDS, [campaign.snapshotId]);
    const fields = Object.entries(empty ?? {}).map(([field, people]) => ({ field, people }));
    return [
      ...fields.filter(({ field, people }) => people > 0 && named.has(field)),
      ...(await this.withoutZone(campaign)),
    ];
  }

  /** Those whom the contact policy will hold. */
  private async withoutZone(campaign: Campaign): Promise<MissingField[]> {
    const countries = await rows<{ country: string | null; people: number; now: Date }>(this.source, NO_ZONE, [
      campaign.snapshotId,
    ]);
    const people = countries
      .filter(
        ({ country, now }) => nextOpening(now, { zone: null, country }, { ...campaign, closed: new Set() }) === null,
      )
      .reduce((sum, each) => sum + each.people, 0);
    return people > 0 ? [{ field: 'timeZone', people }] : [];
  }
}

const PEOPLE = `
  FROM snapshot_contact p
  JOIN contact c ON c.id = p.contact_id
  JOIN organization o ON o.id = p.organization_id
 WHERE p.snapshot_id = $1 AND p.excluded IS NULL`;

/** As `mergeFields` fills them. $1 snapshot */
const EMPTY_FIELDS = `
SELECT count(*) FILTER (WHERE nameless)::int AS "contact.name",
       count(*) FILTER (WHERE nameless AND given_name IS NULL)::int AS "contact.givenName",
       count(*) FILTER (WHERE nameless AND family_name IS NULL)::int AS "contact.familyName",
       count(*) FILTER (WHERE title IS NULL)::int AS "contact.title",
       count(*) FILTER (WHERE industry IS NULL)::int AS "organization.industry",
       count(*) FILTER (WHERE city IS NULL)::int AS "organization.city",
       count(*) FILTER (WHERE country IS NULL)::int AS "organization.country"
  FROM (
    SELECT c.name LIKE '%@%' AS nameless, c.given_name, c.family_name, o.industry, o.city, o.country,
           (SELECT em.title
              FROM employment em
             WHERE em.contact_id = c.id AND em.organization_id = o.id AND em.until IS NULL
             LIMIT 1) AS title
    ${PEOPLE}) each`;

/** $1 snapshot */
const NO_ZONE = `
SELECT o.country, count(*)::int AS people, app_now() AS now
${PEOPLE}
   AND c.time_zone IS NULL
   AND o.time_zone IS NULL
 GROUP BY o.country`;
