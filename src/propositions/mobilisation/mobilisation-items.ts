import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conflict, Forbidden, NotFound, type Actor } from '../../platform/index.js';
import { MobilisationItem } from './mobilisation-item.entity.js';
import { assertAuthorOrExecutive } from '../permissions.js';
import { activeUser, assertDepartments, isExecutive } from '../seniority.js';
import { ENDED, type PropositionVersion } from '../versions/version.entity.js';
import { Versions } from '../versions/versions.js';

class MobilisationItemNotFound extends NotFound {}
class NotYoursToComplete extends Forbidden {}
class NotYoursToWaive extends Forbidden {}
class MobilisationItemClosed extends Conflict {}
class TooLateToCommit extends Conflict {}

export type NewMobilisationItemFacts = Pick<MobilisationItem, 'department' | 'text' | 'ownerId' | 'dueOn'> & {
  required: boolean;
};

@Injectable()
export class MobilisationItems {
  constructor(private readonly versions: Versions) {}

  async make(
    manager: EntityManager,
    actor: Actor,
    versionId: string,
    facts: NewMobilisationItemFacts,
  ): Promise<MobilisationItem> {
    const version = await this.versions.lock(manager, versionId);
    await assertAuthorOrExecutive(manager, versionId, actor);
    if (version.state === 'live' || ENDED.includes(version.state))
      throw new TooLateToCommit(
        `Version ${version.number} is ${version.state}; mobilisation items are made before it is live.`,
        {
          state: version.state,
        },
      );
    await assertDepartments(manager, [facts.department], 'department');
    await activeUser(manager, facts.ownerId, 'ownerId');
    const { identifiers } = await manager.insert(MobilisationItem, { ...facts, versionId });
    await this.mobilise(manager, version);
    return this.get(manager, identifiers[0]!.id as string);
  }

  /** An approved version with something left to do is mobilising. */
  async mobilise(manager: EntityManager, version: PropositionVersion): Promise<void> {
    if (version.state !== 'approved') return;
    if (await manager.existsBy(MobilisationItem, { versionId: version.id, state: 'open' }))
      await this.versions.move(manager, version, 'mobilising');
  }

  async get(manager: EntityManager, id: string): Promise<MobilisationItem> {
    const mobilisationItem = await manager.findOneBy(MobilisationItem, { id });
    if (!mobilisationItem) throw new MobilisationItemNotFound('There is no such mobilisationItem.');
    return mobilisationItem;
  }

  async complete(manager: EntityManager, actor: Actor, id: string, evidence: string): Promise<MobilisationItem> {
    const { ownerId, department } = await this.get(manager, id);
    if (ownerId !== actor.id && !(isExecutive(actor) && actor.department === department))
      throw new NotYoursToComplete(`Only its owner or an executive of ${department} can complete this.`);
    return this.close(manager, actor, id, { state: 'done', evidence });
  }

  async waive(manager: EntityManager, actor: Actor, id: string, waiveReason: string): Promise<MobilisationItem> {
    const { department } = await this.get(manager, id);
    if (!isExecutive(actor) || actor.department !== department)
      throw new NotYoursToWaive(`Only an executive of ${department} can waive what ${department} promised.`);
    return this.close(manager, actor, id, { state: 'waived', waiveReason });
  }

  private async close(
    manager: EntityManager,
    actor: Actor,
    id: string,
    facts: { state: 'done'; evidence: string } | { state: 'waived'; waiveReason: string },
  ): Promise<MobilisationItem> {
    const { affected } = await manager.update(
      MobilisationItem,
      { id, state: 'open' },
      { ...facts, closedBy: actor.id, closedAt: () => 'app_now()', revision: () => 'revision + 1' },
    );
    const mobilisationItem = await this.get(manager, id);
    const same = Object.entries(facts).every(
      ([name, value]) => mobilisationItem[name as keyof MobilisationItem] === value,
    );
    if (affected !== 1 && !same)
      throw new MobilisationItemClosed(`This mobilisation item is already ${mobilisationItem.state}.`, {
        state: mobilisationItem.state,
      });
    return mobilisationItem;
  }
}
