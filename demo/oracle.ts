import type { Json, Person } from './api.js';

export interface Findings {
  /** of the snapshot: not excluded and not enrolled, or enrolled and without an end */
  skipped: string[];
  /** messages that lie in a mailbox twice, and steps that one person got two messages of */
  contactedTwice: string[];
  /** said to be sent, and in no mailbox */
  missing: string[];
  enrolled: number;
  terminal: number;
  withReason: number;
  decisionMakers: number;
  dispatches: Record<string, number>;
}

/** Holds the rows against each other and against the mailboxes. It trusts no figure that Overture adds up itself. */
export async function examine(ops: Person, campaign: Json, snapshot: Json, postman: Person): Promise<Findings> {
  const mailboxes = await arrived(postman);
  const enrolments = new Map<string, Json>();
  for await (const page of ops.pages(`/enrolments?campaignId=${campaign.id}`))
    for (const each of page) enrolments.set(each.contactId, each);
  const excluded = new Set<string>();
  const skipped: string[] = [];
  let people = 0;
  for await (const page of ops.pages(`/snapshots/${snapshot.id}/contacts`))
    for (const person of page) {
      people++;
      if (person.excluded) excluded.add(person.contactId);
      else if (!enrolments.has(person.contactId)) skipped.push(`${person.contactId} was never enrolled`);
    }
  const late = [...enrolments.values()].filter((each) => each.late);
  const ended = [...enrolments.values()].filter((each) => each.endedAt !== null);
  for (const each of enrolments.values())
    if (each.endedAt === null) skipped.push(`${each.contactId} has no end: ${each.state} ${each.reason ?? ''}`);
  const contactedTwice = [...mailboxes]
    .filter(([, times]) => times > 1)
    .map(([messageId]) => `message ${messageId} arrived twice`);
  const steps = new Set<string>();
  const missing: string[] = [];
  const dispatches: Record<string, number> = {};
  for await (const page of ops.pages(`/messages?campaignId=${campaign.id}`))
    for (const each of page) {
      dispatches[each.state] = (dispatches[each.state] ?? 0) + 1;
      if (each.state === 'sent' && !mailboxes.has(each.messageId)) missing.push(each.messageId);
      if (!mailboxes.has(each.messageId)) continue;
      const step = `${each.contactId} ${each.stepKey}`;
      if (steps.has(step)) contactedTwice.push(`${step} got two messages`);
      steps.add(step);
    }
  return {
    skipped,
    contactedTwice,
    missing,
    enrolled: enrolments.size,
    terminal: ended.length,
    withReason: excluded.size,
    decisionMakers: people + late.length,
    dispatches,
  };
}

/** Every mail there is, read from the start: whoever reads along while mail arrives may miss one that was committed late. */
async function arrived(postman: Person): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for await (const page of postman.pages('/captured-mails?sort=id'))
    for (const { messageId } of page) times.set(messageId, (times.get(messageId) ?? 0) + 1);
  return times;
}
