import type { ClientBase } from 'pg';
import type { Installation, Json } from '../../../support/installation.js';
import { CALL, EMAIL } from '../../../support/world.js';
import type { Colleague } from '../propositions/version.js';
import { organizationOf, PEOPLE_EACH, type Plan } from './facts.js';

export const ORGANIZATIONS = 4;
/**
 * Two campaigns over organizations that partly are the same; one person of the first is excluded from it. The first holds an organization
 * out, the other has a second wave; who waits comes last.
 */
export const CAMPAIGNS: Plan[] = [
  { organizations: [0, 3, 1], excluded: [1], onUnknown: 'continue', second: [], heldOut: [1], heldOutDays: 6 },
  { organizations: [3, 1, 2], excluded: [], onUnknown: 'hold', second: [1, 2], heldOut: [], heldOutDays: 28 },
];
const STEPS = [
  [EMAIL('intro'), CALL('call', { afterDays: 1 }), EMAIL('last', { afterDays: 1 })],
  [EMAIL('hello'), EMAIL('bye', { afterDays: 2 })],
];
/** Tables that hold anything of a campaign, and what else a run leaves behind. */
const TOUCHED = `
WITH RECURSIVE touched(id) AS (
  SELECT unnest('{campaign,suppression,organization_pace,contact_pace,ownership,inbound_mail,consent,clock,enrolment_tally,held_campaign}'::regclass[])
  UNION SELECT conrelid::regclass FROM pg_constraint JOIN touched ON confrelid = id WHERE contype = 'f'
) SELECT id::text AS name FROM touched`;
/** who decide on what the campaigns take out */
export const EXECUTIVES: Colleague[] = ['finance', 'logistics'].map((department) => ({
  department,
  role: 'executive',
}));

export interface Base {
  userId: string;
  versionId: string;
  propositionId: string;
  playId: string;
}

/** A version that is being decided on, campaigns in draft that are to take it out, by their ids, and nobody was ever touched. */
export async function anew(app: Installation, base: Base, snapshots: string[]): Promise<string[]> {
  const touched = await app.sql<{ name: string }>(TOUCHED);
  await app.pastTriggers(async (superuser) => {
    // a truncation of as many tables takes a quarter of a second; the order of deletions would be a second schema
    for (const { name } of touched) await superuser.query(`DELETE FROM ${name}`);
    await unlive(superuser, base);
  });
  await app.sql('UPDATE contact SET email_state = DEFAULT, phone_state = DEFAULT, not_before = NULL');
  const campaigns: string[] = [];
  for (const [n, plan] of CAMPAIGNS.entries()) {
    const [{ id }] = (await app.sql<Json>(
      `INSERT INTO campaign (name, version_id, snapshot_id, play_id, steps, created_by, on_unknown, hold_out_days, day_starts, day_ends, working_days, hours_between_touches, active_per_organization)
       VALUES ('Campaign', $1, $2, $3, $4, $5, $6, $7, '00:00', '23:59:59', '{1,2,3,4,5,6,7}', 0, 50) RETURNING id`,
      [
        base.versionId,
        snapshots[n],
        base.playId,
        JSON.stringify(STEPS[n]),
        base.userId,
        plan.onUnknown,
        plan.heldOutDays,
      ],
    )) as [Json];
    campaigns.push(id);
    if (plan.second.length > 0)
      await app.sql(
        'INSERT INTO wave (campaign_id, ordinal, size, gated) VALUES ($1, 1, $2, false), ($1, 2, NULL, true)',
        [id, plan.organizations.length - plan.second.length - plan.heldOut.length],
      );
  }
  return campaigns;
}

/** A cohort of these organizations; waves are cut in its order. */
export async function freeze(
  app: Installation,
  like: string,
  people: Json[],
  { organizations, excluded, heldOut }: Plan,
): Promise<string> {
  const [{ id }] = (await app.sql<Json>(
    `INSERT INTO cohort_snapshot (cohort_id, version_id, rule, sentence, required_roles, hold_out_percent, seed, organizations, decision_makers, decision_makers_excluded, held_out, frozen_by)
     SELECT cohort_id, version_id, rule, sentence, required_roles, 0, 's', $2, $3, $4, $5, frozen_by FROM cohort_snapshot WHERE id = $1 RETURNING id`,
    [like, organizations.length, organizations.length * PEOPLE_EACH, excluded.length, heldOut.length],
  )) as [Json];
  const chosen = organizations.flatMap((n) =>
    people.flatMap((each, person) =>
      organizationOf(person) === n
        ? [{ ...each, hold_out: heldOut.includes(n), excluded: excluded.includes(person) }]
        : [],
    ),
  );
  await app.sql(
    `WITH p AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS p(contact_id uuid, organization_id uuid, hold_out boolean, excluded boolean)
     ), enrolment AS (
       INSERT INTO snapshot_organization (snapshot_id, organization_id, stratum, hold_out) SELECT DISTINCT $1::uuid, organization_id, 's', hold_out FROM p
     )
     INSERT INTO snapshot_contact (snapshot_id, ordinal, contact_id, organization_id, role, hold_out, excluded)
     SELECT $1, row_number() OVER (), contact_id, organization_id, 'decision_maker', hold_out, CASE WHEN excluded THEN 'suppressed' END FROM p`,
    [id, JSON.stringify(chosen)],
  );
  return id as string;
}

/** As it was before anybody had decided; to be done without triggers, which know no way back. */
async function unlive(superuser: ClientBase, { versionId, propositionId, userId }: Base): Promise<void> {
  await superuser.query('DELETE FROM proposition_version WHERE proposition_id = $1 AND id <> $2', [
    propositionId,
    versionId,
  ]);
  for (const name of ['approval', 'mobilisation_item'])
    await superuser.query(`DELETE FROM ${name} WHERE version_id = $1`, [versionId]);
  await superuser.query(
    "UPDATE proposition_version SET state = 'in_review', approved_at = NULL, live_at = NULL, ended_at = NULL, ended_by = NULL, ended_reason = NULL WHERE id = $1",
    [versionId],
  );
  for (const { department } of EXECUTIVES)
    await superuser.query(
      'INSERT INTO approval (version_id, round, department, due_at) VALUES ($1, 1, $2, app_now())',
      [versionId, department],
    );
  await superuser.query(
    "INSERT INTO mobilisation_item (version_id, department, text, owner_id, due_on) VALUES ($1, 'logistics', 'Open the stock interface.', $2, '2030-01-31')",
    [versionId, userId],
  );
}
