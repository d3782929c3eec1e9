import type { Json } from './http.js';
import type { Rows } from './rows.js';

export interface World {
  userId: string;
  versionId: string;
  snapshotId: string;
  campaignId: string;
}

export interface WorldPlan {
  organizations?: number;
  peopleEach?: number;
  steps?: object[];
  campaign?: Record<string, unknown>;
  /** hours of the day at which everybody may be touched; round the clock unless a test is about hours */
  always?: boolean;
}

export const EMAIL = (key: string, more: object = {}) => ({
  key,
  kind: 'email',
  intent: 'x',
  subject: `About ${key}`,
  body: 'Dear {{ contact.givenName }}: {{ links.respond }}',
  ...more,
});
export const CALL = (key: string, more: object = {}) => ({
  key,
  kind: 'call',
  intent: 'x',
  maxAttempts: 2,
  retryAfterHours: 24,
  ...more,
});

/**
 * A live version, organizations with people, a frozen cohort of all of them and a campaign in draft: written as rows, for tests of
 * what comes after. Names count: organization 1 has the people 1.1, 1.2 …
 */
export async function world(app: Rows, plan: WorldPlan = {}): Promise<World> {
  const { organizations = 1, peopleEach = 1, steps = [EMAIL('intro')], always = true } = plan;
  const [{ id: userId }] = (await app.sql<Json>(
    "INSERT INTO app_user (email, name, department, roles) VALUES ('world' || gen_random_uuid() || '@overture.test', 'World', 'management', '{executive}') RETURNING id",
  )) as [Json];
  const [{ id: propositionId }] = (await app.sql<Json>(
    "INSERT INTO proposition (title, created_by) VALUES ('VMI', $1) RETURNING id",
    [userId],
  )) as [Json];
  const [{ id: versionId }] = (await app.sql<Json>(
    `INSERT INTO proposition_version (proposition_id, number, state, narrative, promise, required_roles, created_by, live_at)
     VALUES ($1, 1, 'live', 'We keep your shelves full.', 'Fewer stock-outs', '{decision_maker}', $2, app_now()) RETURNING id`,
    [propositionId, userId],
  )) as [Json];
  await app.sql(
    `WITH org AS (
       INSERT INTO organization (name, name_key, domain, time_zone, country, external_id)
       SELECT 'Organization ' || n, 'organization ' || n, 'org' || n || '.example', 'UTC', NULL, $3 || '-' || n FROM generate_series(1, $1::int) n RETURNING id, external_id
     ), person AS (
       INSERT INTO contact (name, given_name, name_key, email, email_key, phone, external_id)
       SELECT 'Person ' || split_part(o.external_id, '-', 6) || '.' || p, 'Person', 'person', 'p' || p || '@' || o.external_id || '.example', 'p' || p || '@' || o.external_id || '.example', '+4930123456' || p, o.external_id || '/' || p
         FROM org o, generate_series(1, $2::int) p RETURNING id, external_id
     ), job AS (
       INSERT INTO employment (contact_id, organization_id, title) SELECT c.id, o.id, 'Buyer' FROM person c JOIN org o ON o.external_id = split_part(c.external_id, '/', 1) RETURNING contact_id, organization_id
     )
     INSERT INTO buying_role (organization_id, contact_id, role) SELECT organization_id, contact_id, 'decision_maker' FROM job`,
    [organizations, peopleEach, versionId],
  );
  const rule = JSON.stringify({ field: 'name', op: 'is_not_empty' });
  const [{ id: cohortId }] = (await app.sql<Json>(
    "INSERT INTO cohort (version_id, name, rule, required_roles, seed, created_by) VALUES ($1, 'All', $2, '{decision_maker}', 's', $3) RETURNING id",
    [versionId, rule, userId],
  )) as [Json];
  const [{ id: snapshotId }] = (await app.sql<Json>(
    "INSERT INTO cohort_snapshot (cohort_id, version_id, rule, sentence, required_roles, hold_out_percent, seed, organizations, decision_makers, frozen_by) VALUES ($1, $2, $3, 'All.', '{decision_maker}', 0, 's', $4, $5, $6) RETURNING id",
    [cohortId, versionId, rule, organizations, organizations * peopleEach, userId],
  )) as [Json];
  await app.sql(
    "INSERT INTO snapshot_organization (snapshot_id, organization_id, stratum) SELECT $1, id, 's' FROM organization WHERE external_id LIKE $2 || '-%'",
    [snapshotId, versionId],
  );
  await app.sql(
    `INSERT INTO snapshot_contact (snapshot_id, ordinal, contact_id, organization_id, role)
     SELECT $1, row_number() OVER (ORDER BY split_part(o.external_id, '-', 6)::int, c.external_id), c.id, o.id, 'decision_maker'
       FROM organization o JOIN employment e ON e.organization_id = o.id JOIN contact c ON c.id = e.contact_id WHERE o.external_id LIKE $2 || '-%'`,
    [snapshotId, versionId],
  );
  const [{ id: playId }] = (await app.sql<Json>(
    "INSERT INTO play (name, steps, created_by) VALUES ('Play', $1, $2) RETURNING id",
    [JSON.stringify(steps), userId],
  )) as [Json];
  const settings = {
    name: 'Campaign',
    ...(always ? { day_starts: '00:00', day_ends: '23:59:59', working_days: '{1,2,3,4,5,6,7}' } : {}),
    hours_between_touches: 0,
    active_per_organization: 50,
    ...plan.campaign,
  };
  const names = Object.keys(settings);
  const [{ id: campaignId }] = (await app.sql<Json>(
    `INSERT INTO campaign (version_id, snapshot_id, play_id, steps, created_by, ${names.join(', ')}) VALUES ($1, $2, $3, $4, $5, ${names.map((_, i) => `$${i + 6}`).join(', ')}) RETURNING id`,
    [versionId, snapshotId, playId, JSON.stringify(steps), userId, ...Object.values(settings)],
  )) as [Json];
  return { userId, versionId, snapshotId, campaignId };
}
