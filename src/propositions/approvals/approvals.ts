import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conflict, Forbidden, Invalid, NotFound, row, rows, Settings, type Actor } from '../../platform/index.js';
import { Approval, type ApprovalDecision } from './approval.entity.js';
import { MobilisationItems } from '../mobilisation/mobilisation-items.js';
import { SEAT } from './approvers.sql.js';
import { assertAuthor } from '../permissions.js';
import { missing } from './checklist.js';
import type { PropositionVersion } from '../versions/version.entity.js';
import { assertEditable, Versions } from '../versions/versions.js';
import { APPROVAL_SETTINGS } from './approval.settings.js';

class VersionIncomplete extends Invalid {}
class NotInReview extends Conflict {}
class ApprovalNotFound extends NotFound {}
class NotYoursToDecide extends Forbidden {}
class AlreadyDecided extends Conflict {}
class NoteMissing extends Invalid {}

/** $1 version, $2 departments, $3 days they have */
const OPEN_ROUND = `
INSERT INTO approval (version_id, round, department, due_at)
SELECT $1, (SELECT coalesce(max(round), 0) + 1 FROM approval WHERE version_id = $1), department,
    app_now() + make_interval(days => $3)
  FROM unnest($2::text[]) department`;

const RECALL_PENDING = `UPDATE approval SET state = 'recalled' WHERE version_id = $1 AND state = 'pending'`;

const TALLY = `
SELECT count(*) FILTER (WHERE state = 'pending')::int AS pending, count(*)
  FILTER (WHERE state = 'approve_with_changes')::int AS changes
  FROM approval WHERE version_id = $1 AND round = $2`;

/**
 * From submission to a decision of every department. The version's row is locked first, so that two decisions at once
 * are two.
 */
@Injectable()
export class Approvals {
  constructor(
    private readonly versions: Versions,
    private readonly mobilisationItems: MobilisationItems,
    private readonly settings: Settings,
  ) {}

  async submit(manager: EntityManager, actor: Actor, versionId: string): Promise<void> {
    const version = await this.versions.lock(manager, versionId);
    await assertAuthor(manager, versionId, actor);
    assertEditable(version);
    const errors = await missing(manager, version);
    if (errors.length > 0) throw new VersionIncomplete('This version is not ready to be decided on.', errors);
    const days = await this.settings.get(APPROVAL_SETTINGS.approvalDueDays, manager);
    await this.versions.move(manager, version, 'in_review', { submittedAt: () => 'app_now()', submittedBy: actor.id });
    await rows(manager, OPEN_ROUND, [versionId, version.requiredDepartments, days]);
  }

  async recall(manager: EntityManager, actor: Actor, versionId: string): Promise<void> {
    const version = await this.versions.lock(manager, versionId);
    await assertAuthor(manager, versionId, actor);
    if (version.state !== 'in_review')
      throw new NotInReview(`Version ${version.number} is ${version.state}; only one in review can be recalled.`, {
        state: version.state,
      });
    await this.versions.move(manager, version, 'draft');
    await rows(manager, RECALL_PENDING, [versionId]);
  }

  async decide(
    manager: EntityManager,
    actor: Actor,
    id: string,
    decision: ApprovalDecision,
    note: string | null,
  ): Promise<Approval> {
    if (decision !== 'approve' && !note)
      throw new NoteMissing('Say why.', [
        { field: 'note', code: 'required', message: 'the authors need to know what to change, or why not at all' },
      ]);
    const { versionId } = await approvalOf(manager, id);
    const version = await this.versions.lock(manager, versionId);
    const approval = await approvalOf(manager, id);
    const seat = await row<{ onBehalfOf: string | null }>(manager, SEAT, [id, actor.id]);
    if (!seat)
      throw new NotYoursToDecide(
        `An executive of ${approval.department} who did not write this version decides, or whom they delegated to.`,
      );
    if (approval.state === decision && approval.decidedBy === actor.id && approval.note === note) return approval;
    if (approval.state !== 'pending')
      throw new AlreadyDecided(
        `This is no longer to be decided: it is ${approval.state}, the version ${version.state}.`,
        {
          approval: approval.state,
          state: version.state,
        },
      );
    await manager.update(
      Approval,
      { id, state: 'pending' },
      { state: decision, note, decidedBy: actor.id, onBehalfOf: seat.onBehalfOf, decidedAt: () => 'app_now()' },
    );
    if (decision === 'reject') await this.reject(manager, actor, version, note!);
    else await this.settle(manager, version, approval.round);
    return approvalOf(manager, id);
  }

  private async reject(
    manager: EntityManager,
    actor: Actor,
    version: PropositionVersion,
    reason: string,
  ): Promise<void> {
    await this.versions.move(manager, version, 'rejected', {
      endedAt: () => 'app_now()',
      endedBy: actor.id,
      endedReason: reason,
    });
    await rows(manager, RECALL_PENDING, [version.id]);
  }

  private async settle(manager: EntityManager, version: PropositionVersion, round: number): Promise<void> {
    const tally = (await row<{ pending: number; changes: number }>(manager, TALLY, [version.id, round]))!;
    if (tally.pending > 0) return;
    if (tally.changes > 0) return this.versions.move(manager, version, 'changes_requested');
    await this.versions.move(manager, version, 'approved', { approvedAt: () => 'app_now()' });
    await this.mobilisationItems.mobilise(manager, version);
  }
}

async function approvalOf(manager: EntityManager, id: string): Promise<Approval> {
  const approval = await manager.findOneBy(Approval, { id });
  if (!approval) throw new ApprovalNotFound('There is no such approval.');
  return approval;
}
