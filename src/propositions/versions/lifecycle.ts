import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conflict, type Actor } from '../../platform/index.js';
import { assertAuthorOrExecutive } from '../permissions.js';
import { Proposition } from './proposition.entity.js';
import { openMobilisationItems } from '../mobilisation/readiness.js';
import { ENDED, PropositionVersion } from './version.entity.js';
import { Versions } from './versions.js';

class NotApproved extends Conflict {}
class NotMobilised extends Conflict {}
class NewerIsLive extends Conflict {}
class CannotRetire extends Conflict {}

/** How an approved version comes to live, and how a version ends. */
@Injectable()
export class Lifecycle {
  constructor(private readonly versions: Versions) {}

  async goLive(manager: EntityManager, actor: Actor, versionId: string): Promise<void> {
    const { propositionId } = await this.versions.get(manager, versionId);
    // one at a time for the whole proposition: of two versions going live at once, neither would supersede the other
    await manager.findOneOrFail(Proposition, { where: { id: propositionId }, lock: { mode: 'for_no_key_update' } });
    const version = await this.versions.lock(manager, versionId);
    await assertAuthorOrExecutive(manager, versionId, actor);
    if (version.state !== 'approved' && version.state !== 'mobilising')
      throw new NotApproved(`Version ${version.number} is ${version.state}; only an approved version can go live.`, {
        state: version.state,
      });
    const blockers = await openMobilisationItems(manager, versionId);
    if (blockers.length > 0)
      throw new NotMobilised('Required mobilisation items are open: complete them, or their department waives them.', {
        blockers,
      });
    await this.supersede(manager, actor, version);
    await this.versions.move(manager, version, 'live', { liveAt: () => 'app_now()' });
  }

  private async supersede(manager: EntityManager, actor: Actor, successor: PropositionVersion): Promise<void> {
    const live = await manager.findOne(PropositionVersion, {
      where: { propositionId: successor.propositionId, state: 'live' },
      lock: { mode: 'for_no_key_update' },
    });
    if (!live) return;
    if (live.number > successor.number)
      throw new NewerIsLive(`Version ${live.number} is live already and newer. Retire this one.`, { live: live.id });
    await this.versions.move(manager, live, 'superseded', {
      endedAt: () => 'app_now()',
      endedBy: actor.id,
      endedReason: `Version ${successor.number} went live.`,
    });
  }

  async retire(manager: EntityManager, actor: Actor, versionId: string, reason: string): Promise<void> {
    const version = await this.versions.lock(manager, versionId);
    if (version.state === 'in_review')
      throw new CannotRetire(`Version ${version.number} is in review. Recall it, or reject it as a department.`);
    if (ENDED.includes(version.state))
      throw new CannotRetire(`Version ${version.number} has already ended: it is ${version.state}.`, {
        state: version.state,
      });
    await this.versions.move(manager, version, 'retired', {
      endedAt: () => 'app_now()',
      endedBy: actor.id,
      endedReason: reason,
    });
  }
}
