import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Enrolments, Answers, type EnrolmentFacts } from '../../campaigns/index.js';
import { Clock, Invalid, NotFound, rows } from '../../platform/index.js';
import { Task, Tasks, TaskNotFound } from '../../work/index.js';
import { writeRisks } from '../buying/risks.js';
import { Conversation } from './conversation.entity.js';
import { FoundPeople, type FoundPerson } from './found-people.js';
import { ContactUpdates } from './contact-updates.js';
import { ConversationObjection } from './objection.entity.js';
import { BuyerCommitment } from './buyer-commitment.entity.js';
import type { ConversationInput } from './record.js';
import { assertStructured, interestOf } from './completeness.js';
import type { Source } from './kinds.js';

export class ConversationNotFound extends NotFound {}
class TaskNoConversation extends Invalid {}

interface Origin {
  source: Source;
  sessionId: string | null;
  taskId: string | null;
  campaignId: string | null;
  versionId: string | null;
  enrolmentId: string | null;
  organizationId: string;
  contactId: string | null;
  stepKey: string | null;
  role: string | null;
  repId: string | null;
  /** who acts: a user's id, or what acted without one */
  by: string;
}

/** a conversation with several contacts, and the rep who led it */
export interface GroupSessionLink {
  id: string;
  repId: string;
}

export interface RecordedConversation {
  conversationId: string;
  found: FoundPerson[];
}

const CONVERSATION_KINDS = ['call', 'task', 'reply'];

/** The one way in for market feedback: record, task and enrolment change together or not at all. */
@Injectable()
export class Conversations {
  constructor(
    private readonly clock: Clock,
    private readonly tasks: Tasks,
    private readonly enrolments: Enrolments,
    private readonly progress: Answers,
    private readonly people: FoundPeople,
    private readonly learned: ContactUpdates,
  ) {}

  /**
   * A rep's record of the conversation that a task asked for; closes the task. The same again answers with what is
   * stored.
   * @throws ConversationIncomplete, TaskNoConversation, and whatever Tasks.close refuses; nothing is written then.
   */
  async log(
    manager: EntityManager,
    said: ConversationInput & { taskId: string; fence: number },
    repId: string,
  ): Promise<string> {
    const task = await manager.findOneBy(Task, { id: said.taskId });
    if (!task) throw new TaskNotFound('There is no such task.');
    if (!CONVERSATION_KINDS.includes(task.kind))
      throw new TaskNoConversation('This task is no conversation. Close it with POST /task-resolutions.');
    assertStructured(said, await this.clock.now(manager));
    // the enrolment before the task, as an answer that comes in by itself locks them
    const enrolment = task.enrolmentId ? await this.enrolments.facts(manager, task.enrolmentId) : null;
    const { taskId, fence, disposition } = said;
    const closed = await this.tasks.close(manager, { taskId, fence, actorId: repId, disposition });
    if (closed.repeated) return (await manager.findOneByOrFail(Conversation, { taskId })).id;
    const origin: Origin = {
      source: 'rep',
      sessionId: null,
      taskId,
      campaignId: task.campaignId,
      versionId: enrolment?.versionId ?? (await versionOf(manager, task.campaignId)),
      enrolmentId: task.enrolmentId,
      organizationId: task.organizationId,
      contactId: task.contactId,
      stepKey: task.stepKey,
      role: enrolment?.role ?? null,
      repId,
      by: repId,
    };
    return (await this.write(manager, origin, said)).conversationId;
  }

  /**
   * A contact's answer without a task of their own: on the response page, in a reply, or in a group conversation, which
   * a rep records. `by` is who the audit names.
   */
  async record(
    manager: EntityManager,
    answer: ConversationInput & { enrolmentId: string; source: Source; by: string; session?: GroupSessionLink },
  ): Promise<RecordedConversation> {
    const { enrolmentId, source, by, session, ...said } = answer;
    const enrolment = await this.enrolments.facts(manager, enrolmentId);
    return this.write(manager, originOf(enrolment, source, by, session), said);
  }

  private async write(manager: EntityManager, origin: Origin, heard: ConversationInput): Promise<RecordedConversation> {
    const said = guarded(heard);
    const { by, ...columns } = origin;
    const { disposition, sentiment, notBefore, occurredAt } = said;
    const interest = interestOf(said);
    const { identifiers } = await manager.insert(Conversation, {
      ...columns,
      role: said.contact?.role ?? origin.role,
      disposition,
      sentiment,
      interest: interest ?? 'unknown',
      buyingJobs: [...new Set(said.buyingJobs)],
      wants: said.wants || null,
      needs: said.needs || null,
      aspirations: said.aspirations || null,
      competitor: said.competitor || null,
      priceReaction: said.priceReaction ?? null,
      whatChanged: said.whatChanged || null,
      verbatim: said.verbatim || null,
      notBefore: notBefore ?? null,
      meetingAt: said.meeting?.at ?? null,
      meetingMinutes: said.meeting?.minutes ?? null,
      meetingPlace: said.meeting?.place || null,
      seconds: said.seconds ?? null,
      occurredAt: occurredAt ?? (() => 'app_now()'),
    });
    const conversationId = identifiers[0]!.id as string;
    await this.writeParts(manager, conversationId, origin.versionId, said);
    await writeRisks(manager, { conversationId, ...origin }, said.risks ?? []);
    const found = await this.people.join(manager, origin, said.newPeople ?? []);
    await this.writeFound(manager, conversationId, found, said);
    const { contactId, organizationId, role, source, enrolmentId } = origin;
    if (contactId) await this.learned.keep(manager, { contactId, organizationId, role, source, by }, said);
    if (enrolmentId)
      await this.progress.settle(manager, { enrolmentId, disposition, notBefore: notBefore ?? null, interest, source });
    return { conversationId, found };
  }

  private async writeParts(
    manager: EntityManager,
    conversationId: string,
    versionId: string | null,
    { objections = [], commitments = [] }: ConversationInput,
  ): Promise<void> {
    if (objections.length > 0)
      await manager.insert(
        ConversationObjection,
        objections.map(({ code, underlying, verbatim }, i) => ({
          conversationId,
          versionId,
          code,
          position: i + 1,
          underlying: underlying || null,
          verbatim: verbatim || null,
        })),
      );
    if (commitments.length > 0)
      await manager.insert(
        BuyerCommitment,
        commitments.map(({ by, text, dueOn }) => ({ conversationId, by, text, dueOn })),
      );
  }

  private async writeFound(
    manager: EntityManager,
    conversationId: string,
    found: FoundPerson[],
    { disposition, newPeople = [], referredTo }: ConversationInput,
  ): Promise<void> {
    const only = disposition === 'connected_referred' && newPeople.length === 1 ? newPeople[0]!.name : undefined;
    const referred = found.find(({ name }) => name === (referredTo ?? only))?.contactId ?? null;
    await rows(manager, INSERT_FOUND_PERSON, [conversationId, found.map(({ contactId }) => contactId), referred]);
  }
}

/** The verbatim of a personal risk is kept beside the risk, where few may read it, and nowhere else. */
function guarded(said: ConversationInput): ConversationInput {
  const { objections = [], verbatim } = said;
  if (!verbatim || !objections.some(({ code }) => code === 'risk_personal')) return said;
  const kept = objections.map((each) =>
    each.code === 'risk_personal'
      ? { ...each, verbatim: [each.verbatim, verbatim].filter(Boolean).join('\n\n') }
      : each,
  );
  return { ...said, objections: kept, verbatim: undefined };
}

function originOf(enrolment: EnrolmentFacts, source: Source, by: string, session?: GroupSessionLink): Origin {
  const { id: enrolmentId, campaignId, versionId, organizationId, contactId, role, stepKey } = enrolment;
  return {
    source,
    sessionId: session?.id ?? null,
    taskId: null,
    campaignId,
    versionId,
    enrolmentId,
    organizationId,
    contactId,
    stepKey,
    role,
    repId: session?.repId ?? null,
    by,
  };
}

async function versionOf(manager: EntityManager, campaignId: string | null): Promise<string | null> {
  const [campaign] = await rows<{ versionId: string }>(manager, 'SELECT version_id FROM campaign WHERE id = $1', [
    campaignId,
  ]);
  return campaign?.versionId ?? null;
}

const INSERT_FOUND_PERSON = `
INSERT INTO found_person (conversation_id, contact_id, referred)
  SELECT $1, id, id IS NOT DISTINCT FROM $3::uuid FROM unnest($2::uuid[]) id ON CONFLICT DO NOTHING`;
