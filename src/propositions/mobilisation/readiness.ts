import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Approval } from '../approvals/approval.entity.js';
import { MobilisationItem } from './mobilisation-item.entity.js';
import { missing } from '../approvals/checklist.js';
import { EDITABLE, ENDED, type PropositionVersion } from '../versions/version.entity.js';
import { Versions } from '../versions/versions.js';

export interface ReadinessBlocker {
  /** a code of submission's errors, or not_submitted, approval_pending, mobilisation_item_open, not_live, ended */
  code: string;
  /** whose move it is, where it is one department's */
  department?: string;
  /** the field that is missing */
  field?: string;
  message: string;
}

@Injectable()
export class Readiness {
  constructor(private readonly versions: Versions) {}

  /** What is missing before this version can be launched, next thing first; empty for a live version only. */
  async blockers(manager: EntityManager, versionId: string): Promise<ReadinessBlocker[]> {
    const version = await this.versions.get(manager, versionId);
    const { number, state } = version;
    if (state === 'live') return [];
    if (ENDED.includes(state))
      return [{ code: 'ended', message: `Version ${number} is ${state}; use the live version.` }];
    return [
      ...(await unsubmitted(manager, version)),
      ...(await undecided(manager, version)),
      ...(await openMobilisationItems(manager, versionId)),
      { code: 'not_live', message: `Version ${number} is ${state}; only a live version can be launched.` },
    ];
  }
}

async function unsubmitted(manager: EntityManager, version: PropositionVersion): Promise<ReadinessBlocker[]> {
  if (!EDITABLE.includes(version.state)) return [];
  const message = `Version ${version.number} is not submitted; no department has been asked.`;
  return [...(await missing(manager, version)), { code: 'not_submitted', message }];
}

async function undecided(manager: EntityManager, { id: versionId }: PropositionVersion): Promise<ReadinessBlocker[]> {
  const pending = await manager.find(Approval, {
    where: { versionId, state: 'pending' },
    order: { department: 'ASC' },
  });
  return pending.map(({ department, dueAt }) => ({
    code: 'approval_pending',
    department,
    message: `${department} has not decided; due ${dueAt.toISOString().slice(0, 10)}.`,
  }));
}

/** The required ones; the others hold nothing up. */
export async function openMobilisationItems(manager: EntityManager, versionId: string): Promise<ReadinessBlocker[]> {
  const open = await manager.find(MobilisationItem, {
    where: { versionId, state: 'open', required: true },
    order: { dueOn: 'ASC', id: 'ASC' },
  });
  return open.map(({ department, text, dueOn }) => ({
    code: 'mobilisation_item_open',
    department,
    message: `${department} has yet to do, due ${dueOn}: ${text}`,
  }));
}
