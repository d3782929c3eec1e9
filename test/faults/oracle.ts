import type { Json } from '../support/http.js';
import type { MailServer } from '../support/mail-server.js';
import type { Rows } from '../support/rows.js';

/** What the log of the mail server says, held against the rows. All but `enrolments`, `unknown` and `ended` must be zero. */
export interface Verdict {
  enrolments: number;
  /** not enrolled and not excluded; or without an end; or failed without data to fail by; or said to be sent, and never taken by the mail server */
  skipped: number;
  /** messages beyond one an enrolment and step that the mail server took */
  contactedTwice: number;
  /** the mail server took a message of which the rows say that it was never handed over, or know nothing */
  mistold: number;
  unknown: Unknown[];
  /** enrolments by how they ended */
  ended: Record<string, number>;
}

/** What nobody can know from the rows alone, with what there is to judge by. */
export interface Unknown {
  dispatchId: string;
  recipient: string;
  since: string;
  attempts: number;
  response: string | null;
  /** known to the log only: whether the mail server took it */
  taken: boolean;
}

/** A mail that was handed over when somebody said that no more should be. */
export interface InFlight {
  after: 'pause' | 'abort';
  dispatchId: string;
  recipient: string;
  /** milliseconds after the call had returned; null: it did not arrive */
  takenAfter: number | null;
}

/** $1 who may fail, with the reason */
const PEOPLE = `
SELECT count(*)::int AS enrolments,
       count(*) FILTER (WHERE e.id IS NULL AND p.excluded IS NULL OR e.id IS NOT NULL AND (e.ended_at IS NULL
                          OR e.state = 'failed' AND NOT (e.contact_id = ANY($1) AND e.error IS NOT NULL)))::int AS skipped
  FROM campaign k JOIN snapshot_contact p ON p.snapshot_id = k.snapshot_id
  LEFT JOIN enrolment e ON e.campaign_id = k.id AND e.contact_id = p.contact_id
 WHERE k.launched_at IS NOT NULL`;
const ENDS = `
SELECT e.state || coalesce(' ' || e.reason, '') AS how, count(*)::int AS n FROM enrolment e GROUP BY 1 ORDER BY 2 DESC`;
const DISPATCHES = `
SELECT id, message_id, recipient, state, attempts, sending_at, response FROM dispatch`;
const UNTOUCHED = `
SELECT count(*)::int AS n FROM enrolment e WHERE e.ended_at IS NOT NULL AND e.state = 'finished' AND NOT EXISTS (SELECT FROM dispatch d WHERE d.enrolment_id = e.id)`;

export async function judge(rows: Rows, mail: MailServer, mayFail: string[]): Promise<Verdict> {
  const byMessage = counted(mail.accepted.map(({ messageId }) => messageId));
  const byRecipient = counted(mail.accepted.map(({ recipient }) => recipient));
  const wanted = new Map<string, number>();
  const verdict: Verdict = { enrolments: 0, skipped: 0, contactedTwice: 0, mistold: 0, unknown: [], ended: {} };
  const [people] = (await rows.sql<Json>(PEOPLE, [mayFail])) as [Json];
  const [{ n: untouched }] = (await rows.sql<Json>(UNTOUCHED)) as [Json];
  Object.assign(verdict, { enrolments: people.enrolments, skipped: people.skipped + untouched });
  for (const { how, n } of await rows.sql<Json>(ENDS)) verdict.ended[how] = n;
  const sum = (counts: Iterable<number>) => [...counts].reduce((all, n) => all + n, 0);

  const twiceByMessage = sum([...byMessage.values()].map((times) => times - 1));
  for (const each of await rows.sql<Json>(DISPATCHES)) {
    const taken = byMessage.delete(each.message_id);
    if (each.recipient) wanted.set(each.recipient, (wanted.get(each.recipient) ?? 0) + 1);
    if (each.state === 'unknown') verdict.unknown.push(unknown(each, taken));
    else if (['sent', 'delivered'].includes(each.state)) verdict.skipped += taken ? 0 : 1;
    else verdict.mistold += taken ? 1 : 0;
  }
  verdict.mistold += byMessage.size;
  // two dispatches for one step would have messages of their own: they show only by whom they reached
  const twiceByPerson = sum([...byRecipient].map(([who, times]) => Math.max(0, times - (wanted.get(who) ?? 0))));
  verdict.contactedTwice = Math.max(twiceByMessage, twiceByPerson);
  return verdict;
}

function counted(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function unknown(dispatch: Json, wasTaken: boolean): Unknown {
  return {
    dispatchId: dispatch.id,
    recipient: dispatch.recipient,
    since: new Date(dispatch.sending_at).toISOString(),
    attempts: dispatch.attempts,
    response: dispatch.response,
    taken: wasTaken,
  };
}

export const kept = ({ skipped, contactedTwice, mistold }: Verdict): boolean =>
  skipped + contactedTwice + mistold === 0;
