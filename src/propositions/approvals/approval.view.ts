import type { EntityManager } from 'typeorm';
import { Flag, Id, Instant, OneOf, row, rows, Text, Whole } from '../../platform/index.js';
import { APPROVAL_STATES, type Approval, type ApprovalState } from './approval.entity.js';
import { VERSION_STATES, type VersionState } from '../versions/version.entity.js';

const SUBJECTS = `
SELECT v.id AS version_id, v.number AS version_number, v.state AS version_state, p.id AS proposition_id, p.title
  FROM proposition_version v JOIN proposition p ON p.id = v.proposition_id WHERE v.id = ANY($1::uuid[])`;

interface Subject {
  versionId: string;
  versionNumber: number;
  versionState: VersionState;
  propositionId: string;
  title: string;
}

export class ApprovalView implements Subject {
  @Id() id: string;
  @Id() propositionId: string;
  @Text({ example: 'Vendor Managed Inventory' }) title: string;
  @Id() versionId: string;
  @Whole({ example: 2 }) versionNumber: number;
  @OneOf(VERSION_STATES) versionState: VersionState;
  @Whole({ example: 1, description: 'each submission opens the next round' }) round: number;
  @Text({ example: 'finance' }) department: string;
  @OneOf(APPROVAL_STATES) state: ApprovalState;
  @Instant() dueAt: Date;
  @Flag() overdue: boolean;
  @Id({ nullable: true }) decidedBy: string | null;
  @Id({ nullable: true, description: 'set where a delegate decided' }) onBehalfOf: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Text({ nullable: true, lines: true }) note: string | null;

  static async all(manager: EntityManager, approvals: Approval[]): Promise<ApprovalView[]> {
    const ids = [...new Set(approvals.map(({ versionId }) => versionId))];
    const subjects = await rows<Subject>(manager, SUBJECTS, [ids]);
    const { now } = (await row<{ now: Date }>(manager, 'SELECT app_now() AS now'))!;
    return approvals.map((approval) => ({
      ...approval,
      ...subjects.find(({ versionId }) => versionId === approval.versionId)!,
      overdue: approval.state === 'pending' && approval.dueAt < now,
    }));
  }
}
