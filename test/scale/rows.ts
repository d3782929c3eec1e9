import type { Json } from '../support/http.js';
import type { Rows } from '../support/rows.js';
import { CALL, EMAIL, world } from '../support/world.js';

const PEOPLE_EACH = 5;
/** days over which everything happened */
const DAYS = 28;

/** One statement at a time, each told before it begins; `n` people in one campaign, and what a month makes of them. */
export async function fill(app: Rows, people: number, reps: string[], tell: (words: string) => void): Promise<void> {
  tell('organizations and people');
  const { campaignId, versionId } = await world(app, {
    organizations: Math.ceil(people / PEOPLE_EACH),
    peopleEach: PEOPLE_EACH,
    steps: [EMAIL('intro'), EMAIL('again', { afterDays: 3 }), CALL('call', { afterDays: 3 })],
    campaign: { state: 'running', launched_at: new Date(Date.now() - DAYS * 86_400_000) },
  });
  for (const [words, text] of STATEMENTS) {
    tell(words);
    const given = { $campaign: campaignId, $version: versionId };
    const parameters: unknown[] = [];
    const numbered = text.replace(/\$(campaign|version|reps|days)\b/g, (name) => {
      parameters.push(name === '$reps' ? reps : name === '$days' ? DAYS : (given as Json)[name]);
      return `$${parameters.length}`;
    });
    await app.sql(numbered, parameters);
  }
  tell('statistics');
  await app.sql('VACUUM (ANALYZE)');
}

/** What an enrolment's ordinal makes of it: the same in every run. */
const STATEMENTS: [words: string, text: string][] = [
  [
    'countries, industries and sizes',
    `UPDATE organization o SET country = (ARRAY['DE', 'FR', 'GB', 'NL', 'US'])[1 + n % 5], industry = (ARRAY['food', 'retail', 'chemicals'])[1 + n % 3], employees = n % 5000
       FROM (SELECT id, row_number() OVER (ORDER BY id)::int AS n FROM organization) each WHERE each.id = o.id`,
  ],
  [
    'roles',
    `UPDATE buying_role b SET role = (ARRAY['decision_maker', 'economic_buyer', 'champion', 'influencer', 'end_user'])[1 + n % 5]
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM buying_role) each WHERE each.id = b.id`,
  ],
  [
    'enrolments',
    `INSERT INTO enrolment (campaign_id, contact_id, organization_id, role, shard, state, reason, step, step_state, touches, conversed, interest, enrolled_at, first_touch_at, ended_at, next_action_at)
     SELECT $campaign::uuid, contact_id, organization_id, (ARRAY['decision_maker', 'economic_buyer', 'champion', 'influencer', 'end_user'])[1 + ordinal % 5], ordinal / 5 % 32, state,
            CASE state WHEN 'finished' THEN (ARRAY['completed', 'replied', 'declined', 'won'])[1 + ordinal % 4] WHEN 'paused' THEN 'not_before' WHEN 'excluded' THEN 'suppressed' END,
            CASE WHEN state = 'pending' THEN 'intro' WHEN state = 'active' THEN 'call' ELSE 'again' END, CASE WHEN state = 'active' THEN 'in_flight' ELSE 'due' END,
            CASE WHEN state = 'pending' THEN 0 ELSE 2 END, ordinal % 3 = 0, (ARRAY['unknown', 'none', 'aware', 'curious', 'active'])[1 + ordinal % 5],
            at, CASE WHEN state <> 'pending' THEN at + interval '1 hour' END,
            CASE WHEN state IN ('finished', 'bounced', 'opted_out', 'excluded') THEN at + interval '7 days' END,
            CASE WHEN state IN ('pending', 'paused') THEN app_now() + interval '30 days' END
       FROM (SELECT p.*, app_now() - make_interval(secs => 86400.0 * $days * (ordinal % 9973) / 9973) AS at,
                    (ARRAY['finished', 'finished', 'finished', 'finished', 'finished', 'finished', 'active', 'pending', 'bounced', 'opted_out', 'paused', 'excluded'])[1 + ordinal % 12] AS state
               FROM snapshot_contact p WHERE snapshot_id = (SELECT snapshot_id FROM campaign WHERE id = $campaign::uuid)) each`,
  ],
  [
    'mails',
    `INSERT INTO dispatch (enrolment_id, campaign_id, contact_id, organization_id, step_key, state, recipient, attempts, message_id, queued_at, next_attempt_at, sending_at, sent_at)
     SELECT e.id, e.campaign_id, e.contact_id, e.organization_id, key, CASE WHEN key = 'again' AND e.state = 'bounced' THEN 'bounced' ELSE 'sent' END, c.email, 1, key || e.id,
            at, at, at, at + interval '1 second'
       FROM enrolment e JOIN contact c ON c.id = e.contact_id, (VALUES ('intro', 0), ('again', 3)) steps(key, days), LATERAL (SELECT e.first_touch_at + make_interval(days => days) AS at) moment
      WHERE e.first_touch_at IS NOT NULL`,
  ],
  [
    'what happened to enrolments',
    `INSERT INTO enrolment_event (enrolment_id, at, what, step) SELECT id, coalesce(first_touch_at, enrolled_at), what, 'intro' FROM enrolment, (VALUES ('enrolled'), ('sent')) whats(what)`,
  ],
  [
    'tasks',
    `INSERT INTO task (kind, state, title, organization_id, contact_id, campaign_id, enrolment_id, step_key, rep_id, contribution, due_at, disposition, closed_by, closed_at, created_at)
     SELECT 'call', becomes, 'Call', organization_id, contact_id, campaign_id, id, 'call', rep, n % 97, at, CASE becomes WHEN 'done' THEN 'connected_interested' END,
            CASE becomes WHEN 'done' THEN rep END, CASE becomes WHEN 'done' THEN at + interval '1 day' END, at
       FROM (SELECT e.*, ($reps::uuid[])[1 + n % cardinality($reps::uuid[])] AS rep, coalesce(first_touch_at, enrolled_at) AS at, CASE WHEN state = 'active' THEN 'open' ELSE 'done' END AS becomes
               FROM (SELECT *, row_number() OVER (ORDER BY id)::int AS n FROM enrolment) e WHERE state = 'active' OR conversed) each`,
  ],
  [
    'owners',
    `INSERT INTO ownership (organization_id, rep_id) SELECT DISTINCT ON (organization_id) organization_id, rep_id FROM task WHERE rep_id IS NOT NULL ORDER BY organization_id, id`,
  ],
  [
    'conversations',
    `INSERT INTO conversation (version_id, campaign_id, enrolment_id, task_id, organization_id, contact_id, rep_id, source, step_key, role, disposition, sentiment, interest, wants, verbatim, price_reaction, occurred_at, recorded_at, seconds)
     SELECT $version::uuid, t.campaign_id, e.id, t.id, t.organization_id, t.contact_id, t.rep_id, 'rep', 'call', e.role,
            (ARRAY['connected_interested', 'connected_meeting_set', 'connected_not_now', 'connected_not_interested', 'gatekeeper_message', 'voicemail_left', 'no_answer'])[1 + n % 7],
            (ARRAY['positive', 'neutral', 'negative'])[1 + n % 3], e.interest, CASE WHEN n % 4 = 0 THEN 'fewer rush orders' END, CASE WHEN n % 2 = 0 THEN 'We ran out of stock twice in May, number ' || n END,
            (ARRAY['too_high', 'acceptable', 'not_discussed'])[1 + n % 3], t.closed_at, t.closed_at, 30 + n % 300
       FROM (SELECT *, row_number() OVER (ORDER BY id)::int AS n FROM task WHERE state = 'done') t JOIN enrolment e ON e.id = t.enrolment_id`,
  ],
  [
    'objections',
    `INSERT INTO objection (conversation_id, version_id, code, verbatim)
     SELECT id, version_id, (ARRAY['price_value', 'status_quo', 'timing', 'loss_of_control', 'no_need'])[1 + n % 5], 'It is number ' || n
       FROM (SELECT id, version_id, row_number() OVER (ORDER BY id)::int AS n FROM conversation) c WHERE n % 2 = 0`,
  ],
  [
    'suppressions',
    `INSERT INTO suppression (kind, value, reason, created_by) SELECT 'contact', contact_id::text, 'unsubscribe', 'scale' FROM enrolment WHERE state = 'opted_out'`,
  ],
  [
    'mails that came in',
    `INSERT INTO inbound_mail (hash, sender, subject, kind, state, dispatch_id, enrolment_id, contact_id, reading, received_at, handled_at)
     SELECT sha256(id::text::bytea), recipient, 'Re: About', CASE WHEN n % 40 = 0 THEN 'reply' ELSE 'auto_reply' END, CASE WHEN n % 60 = 0 THEN 'new' ELSE 'handled' END,
            id, enrolment_id, contact_id, '{}', sent_at + interval '1 hour', CASE WHEN n % 60 <> 0 THEN sent_at + interval '2 hours' END
       FROM (SELECT *, row_number() OVER (ORDER BY id)::int AS n FROM dispatch WHERE step_key = 'intro') d WHERE n % 20 = 0`,
  ],
];
