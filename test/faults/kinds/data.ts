import type { Json } from '../../support/http.js';
import type { Fault } from '../faults.js';
import { pause, type Scene } from '../scene.js';

const ALONE = 'one poison enrolment never stops a batch, a campaign or a worker';

/** What no import would let in, and a row may hold all the same: SQL that sets it, for the contact c, job j and organization o. */
const HOSTILE: Record<string, { contact?: string; job?: string; organization?: string }> = {
  'a second address behind a comma': { contact: "email = 'a-' || id || '@x.example, b-' || id || '@y.example'" },
  'a second address in brackets': { contact: `email = '"x" <a-' || id || '@x.example>,<b-' || id || '@y.example>'` },
  'no address at all': { contact: "email = 'nobody'" },
  'an address of a thousand characters': { contact: "email = repeat('a', 1000) || '@x.example'" },
  'an address with a command of SMTP': { contact: `email = E'a@x.example>\\r\\nRCPT TO:<b@y.example'` },
  'headers in the name': {
    contact: `name = E'A\\r\\nBcc: victim@other.example\\r\\n\\r\\nbody', given_name = E'A\\r\\n.\\r\\nMAIL FROM:<x@x.example>'`,
  },
  'a name as long as an index lets it be': {
    contact: "name = repeat('Maria ', 20000), given_name = repeat('Maria ', 170000)",
  },
  'control characters': {
    contact: `name = E'\\x01\\x02\\x7f\\u0085\\u2028\\u202e\\ufeff', given_name = E'\\x01\\u202e'`,
  },
  'a template in the name': {
    contact: "given_name = '{{ links.stop }}{% for i in (1..100000000) %}x{% endfor %}{{ nobody.here | boom }}'",
  },
  'no name': { contact: "name = '', given_name = NULL, family_name = NULL" },
  'a time zone that is none': { contact: "time_zone = 'Mars/Olympus_Mons'" },
  'a time zone of the organization that is none': { organization: "time_zone = E'UTC\\x01'" },
  'a country that is none': {
    organization: "country = '??', region = repeat('x', 100000), postal_code = '''; DROP TABLE contact; --'",
  },
  'a language that is none': { contact: "language = 'xx-' || repeat('y', 1000)" },
  'the end of time': { contact: "not_before = '-infinity', email_checked_at = 'infinity'" },
  'attributes without end': {
    contact: `attributes = jsonb_build_object('x', (repeat('[', 3000) || repeat(']', 3000))::jsonb, '__proto__', '{"x": 1}'::jsonb)`,
  },
  'a title of a megabyte': { job: "title = repeat('Buyer {{ x }} ', 80000)" },
  'an organization of extremes': {
    organization: `name = E'<script>\\r\\nBcc: x@y.example', domain = 'no domain', website = 'javascript:alert(1)', employees = 2147483647, founded = -32768, revenue_minor = 9223372036854775807, revenue_currency = '???', tags = array_fill('x'::text, ARRAY[10000])`,
  },
};

/** Every tenth person is hostile, each in one way; one in every way that leaves the address alone. */
const TENTH = `
SELECT p.contact_id AS contact, p.organization_id AS organization, p.ordinal::int FROM snapshot_contact p JOIN campaign k ON k.snapshot_id = p.snapshot_id
 WHERE k.id = $1 AND p.ordinal % 10 = 0 ORDER BY p.ordinal`;

/** How each hostile enrolment ended, and what the API lists of those that failed. */
const ENDED = `
SELECT e.contact_id AS contact, e.state, e.reason, left(coalesce(e.error, d.response), 90) AS why, d.state AS mail
  FROM enrolment e LEFT JOIN dispatch d ON d.enrolment_id = e.id WHERE e.campaign_id = $1`;

/** What waits for a person: a task, or a time zone that nobody knows. */
const ASKED = `
SELECT e.id, e.contact_id AS contact, 'hold: no time zone' AS kind FROM enrolment e
 WHERE e.campaign_id = $1 AND e.ended_at IS NULL AND e.deferred = 'time_zone_unknown'
 UNION ALL
SELECT e.id, e.contact_id AS contact, 'task: ' || t.kind FROM enrolment e JOIN task t ON t.enrolment_id = e.id AND t.state = 'open'
 WHERE e.campaign_id = $1 AND e.ended_at IS NULL`;

async function poison(scene: Scene): Promise<void> {
  do {
    const ways = new Map<string, string>();
    const campaignId = await scene.launch({}, (id) => spoil(scene, id, ways));
    scene.injected += ways.size;
    const asked = new Map<string, string>();
    await scene.during(async (over) => {
      for (; !over(); await pause(500)) await workOff(scene, campaignId, asked);
    });
    const enrolments = await scene.programs.sql<Json>(ENDED, [campaignId]);
    const others = enrolments.filter(
      ({ contact, state, mail }) =>
        !ways.has(contact) && !asked.has(contact) && !(state === 'finished' && mail === 'sent'),
    );
    if (others.length > 0) throw new Error(`The poison of others harmed: ${JSON.stringify(others.slice(0, 5))}`);
    const silent = enrolments.filter(
      ({ contact, state, why }) => ways.has(contact) && state !== 'finished' && !why && !asked.has(contact),
    );
    if (silent.length > 0) throw new Error(`Ended without a reason: ${JSON.stringify(silent)}`);
    const failed = enrolments.filter(({ state }) => state === 'failed');
    const { body } = await scene.ops.get(`/enrolments?campaignId=${campaignId}&state=failed&limit=500`);
    if (body.items.length !== failed.length)
      throw new Error(`${failed.length} failed, and ${body.items.length} are listed.`);
    for (const { contact, state, why } of enrolments)
      if (ways.has(contact))
        scene.notes.push([ways.get(contact), state, asked.get(contact), why].filter(Boolean).join(', '));
  } while (scene.injected < scene.amount.rounds);
}

/** What only a person can mend is asked of a rep, who finds nothing and takes the enrolment out. */
async function workOff(scene: Scene, campaignId: string, asked: Map<string, string>): Promise<void> {
  for (const { id, contact, kind } of await scene.programs.sql<Json>(ASKED, [campaignId])) {
    const { status } = await scene.ops.post(`/enrolments/${id}/exclusion`, { reason: 'There is no other address' });
    if (status === 200) asked.set(contact, `after the ${kind}`);
  }
}

async function spoil(scene: Scene, campaignId: string, ways: Map<string, string>): Promise<void> {
  const names = Object.keys(HOSTILE);
  const people = await scene.programs.sql<Json>(TENTH, [campaignId]);
  for (const [n, { contact, organization }] of people.entries()) {
    const all = n > 0 && n === Math.min(people.length, names.length + 1) - 1;
    const way = all ? 'all of it' : names[n % names.length]!;
    for (const each of all ? names.filter((name) => !name.includes('address')) : [way])
      for (const [table, sets] of Object.entries(HOSTILE[each]!)) {
        const where = { contact: 'id = $1', job: 'contact_id = $1', organization: 'id = $1' }[table]!;
        const of = table === 'organization' ? organization : contact;
        await scene.programs.sql(`UPDATE ${table === 'job' ? 'employment' : table} SET ${sets} WHERE ${where}`, [of]);
      }
    await scene.programs.sql('UPDATE contact SET email_key = lower(email) WHERE id = $1', [contact]);
    ways.set(contact, way);
    scene.hostile.push(contact);
  }
}

export const data: Fault[] = [
  {
    name: 'poison',
    promise: ALONE,
    does: 'every tenth enrolment has data that no import would let in: addresses, names, templates, time zones, numbers, dates',
    short: 'redis',
    unknown: 0,
    run: poison,
  },
];
