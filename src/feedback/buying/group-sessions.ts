import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Enrolments, GroupInvitations, type EnrolmentFacts } from '../../campaigns/index.js';
import { Clock, Invalid, rows, type Actor, type FieldProblem } from '../../platform/index.js';
import { Ownerships, Task, Tasks, TaskNotFound } from '../../work/index.js';
import { Conversations } from '../conversations/conversations.js';
import { problemsOf } from '../conversations/completeness.js';
import type { NewGroupConversation } from './group-conversation.body.js';
import { GroupSession } from './group-session.entity.js';

class GroupConversationInvalid extends Invalid {}

/** One conversation with several contacts: all of it is recorded, each with their own outcome, or nothing. */
@Injectable()
export class GroupSessions {
  constructor(
    private readonly clock: Clock,
    private readonly tasks: Tasks,
    private readonly ownerships: Ownerships,
    private readonly enrolments: Enrolments,
    private readonly gatherings: GroupInvitations,
    private readonly conversations: Conversations,
  ) {}

  /** The same task again answers with what is stored. Returns the session's id. */
  async record(manager: EntityManager, said: NewGroupConversation, actor: Actor): Promise<string> {
    const { organizationId, campaignId, participants, absent = [] } = said;
    await this.ownerships.assertWorks(manager, organizationId, actor);
    assertComplete(said, await this.clock.now(manager));
    // always in this order, and before the task, as an inbound answer locks them
    const enrolments = await this.invited(manager, said);
    if (said.taskId && (await this.close(manager, said, actor.id)))
      return (await manager.findOneByOrFail(GroupSession, { taskId: said.taskId })).id;
    await this.assertNobodyForgotten(manager, said);
    const sessionId = await this.write(manager, said, actor.id);
    const present = participants.map(({ enrolmentId }) => enrolmentId);
    await this.gatherings.release(manager, present);
    await this.tasks.cancel(manager, { enrolmentIds: present }, 'They spoke in a group conversation.', [
      'call',
      'task',
    ]);
    await this.tasks.cancelAt(manager, { organizationId, campaignId, kind: 'group_session' }, 'The group met.');
    for (const { enrolmentId, ...one } of participants)
      await this.conversations.record(manager, {
        ...one,
        enrolmentId,
        occurredAt: said.heldAt,
        source: 'rep',
        by: actor.id,
        session: { id: sessionId, repId: actor.id },
      });
    await this.gatherings.missed(manager, { campaignId, organizationId, sessionId, absent, first: enrolments[0]!.id });
    return sessionId;
  }

  private async invited(manager: EntityManager, said: NewGroupConversation): Promise<EnrolmentFacts[]> {
    const { organizationId, campaignId, participants, absent = [] } = said;
    const ids = [...participants, ...absent].map(({ enrolmentId }) => enrolmentId);
    const found: EnrolmentFacts[] = [];
    for (const id of ids.toSorted()) found.push(await this.enrolments.facts(manager, id));
    const strangers = found.filter((each) => each.organizationId !== organizationId || each.campaignId !== campaignId);
    if (strangers.length > 0)
      throw refused(
        strangers.map(({ id }) => ({
          field: `${ids.indexOf(id) < participants.length ? 'participants' : 'absent'}`,
          code: 'stranger',
          message: `${id} is no decision maker of this campaign at this organization`,
        })),
      );
    return found;
  }

  /** True where this was filed before. */
  private async close(manager: EntityManager, said: NewGroupConversation, actorId: string): Promise<boolean> {
    const { taskId, fence = 0, organizationId, campaignId } = said;
    const task = await manager.findOneBy(Task, { id: taskId! });
    if (!task) throw new TaskNotFound('There is no such task.');
    if (task.kind !== 'group_session' || task.organizationId !== organizationId || task.campaignId !== campaignId)
      throw refused([{ field: 'taskId', code: 'invalid', message: 'taskId does not ask for this group conversation' }]);
    return (await this.tasks.close(manager, { taskId: taskId!, fence, actorId, disposition: null, resolution: 'held' }))
      .repeated;
  }

  /** Each contact who waits for this session either spoke or is recorded as absent: none is skipped silently. */
  private async assertNobodyForgotten(
    manager: EntityManager,
    { organizationId, campaignId, participants, absent = [] }: NewGroupConversation,
  ): Promise<void> {
    const named = [...participants, ...absent].map(({ enrolmentId }) => enrolmentId);
    const forgotten = await rows<{ name: string }>(manager, FORGOTTEN, [campaignId, organizationId, named]);
    if (forgotten.length === 0) return;
    const names = forgotten.map(({ name }) => name).join(', ');
    throw refused([{ field: 'absent', code: 'required', message: `record what became of ${names}` }]);
  }

  private async write(manager: EntityManager, said: NewGroupConversation, repId: string): Promise<string> {
    const { organizationId, campaignId, taskId, heldAt, note, absent = [] } = said;
    const { identifiers } = await manager.insert(GroupSession, {
      organizationId,
      campaignId,
      taskId: taskId ?? null,
      repId,
      heldAt: heldAt ?? (() => 'app_now()'),
      note: note || null,
    });
    const id = identifiers[0]!.id as string;
    await manager.query(WRITE_ABSENT, [id, JSON.stringify(absent)]);
    return id;
  }
}

function assertComplete({ participants, absent = [], heldAt }: NewGroupConversation, now: Date): void {
  const errors: FieldProblem[] = participants.flatMap((one, i) =>
    problemsOf(one, now).map(({ field, ...problem }) => ({ field: `participants.${i}.${field}`, ...problem })),
  );
  const ids = [...participants, ...absent].map(({ enrolmentId }) => enrolmentId);
  if (new Set(ids).size < ids.length)
    errors.push({ field: 'participants', code: 'repeated', message: 'name each person once' });
  if (heldAt && heldAt > now)
    errors.push({ field: 'heldAt', code: 'in_future', message: 'heldAt must not be in the future' });
  if (errors.length > 0) throw refused(errors);
}

const refused = (errors: FieldProblem[]): GroupConversationInvalid =>
  new GroupConversationInvalid('The record of this group conversation is not complete.', errors);

/** $1 campaign, $2 organization, $3 enrolments that are named */
const FORGOTTEN = `
SELECT p.name FROM enrolment e JOIN contact p ON p.id = e.contact_id
 WHERE e.campaign_id = $1 AND e.organization_id = $2 AND e.state = 'paused' AND e.reason = 'group_session'
   AND e.id <> ALL($3::uuid[]) ORDER BY p.name`;
/** $1 session, $2 [{enrolmentId, next}] */
const WRITE_ABSENT = `
INSERT INTO group_absentee (session_id, enrolment_id, next)
SELECT $1, a."enrolmentId", a.next FROM jsonb_to_recordset($2::jsonb) AS a("enrolmentId" uuid, next text)`;
