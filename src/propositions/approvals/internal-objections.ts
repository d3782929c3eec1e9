import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conflict, Invalid, NotFound, type Actor } from '../../platform/index.js';
import { MobilisationItem } from '../mobilisation/mobilisation-item.entity.js';
import { assertAuthorOrExecutive } from '../permissions.js';
import { InternalObjection } from './internal-objection.entity.js';
import { ENDED } from '../versions/version.entity.js';
import { Versions } from '../versions/versions.js';

class InternalObjectionNotFound extends NotFound {}
class TooLateToObject extends Conflict {}
class MobilisationItemElsewhere extends Invalid {}

/** The log of what the company itself has against a version. It stops nothing: departments do, by their decision. */
@Injectable()
export class InternalObjections {
  constructor(private readonly versions: Versions) {}

  async raise(
    manager: EntityManager,
    actor: Actor,
    versionId: string,
    facts: Pick<InternalObjection, 'text' | 'severity'>,
  ): Promise<InternalObjection> {
    const version = await this.versions.lock(manager, versionId);
    if (ENDED.includes(version.state))
      throw new TooLateToObject(`Version ${version.number} is ${version.state}; object to its successor.`, {
        state: version.state,
      });
    const { identifiers } = await manager.insert(InternalObjection, {
      ...facts,
      versionId,
      department: actor.department!,
      raisedBy: actor.id,
    });
    return this.get(manager, identifiers[0]!.id as string);
  }

  async resolve(
    manager: EntityManager,
    actor: Actor,
    id: string,
    resolution: string,
    mobilisationItemId: string | null,
  ): Promise<InternalObjection> {
    const { versionId } = await this.get(manager, id);
    await assertAuthorOrExecutive(manager, versionId, actor);
    if (mobilisationItemId && !(await manager.existsBy(MobilisationItem, { id: mobilisationItemId, versionId })))
      throw new MobilisationItemElsewhere('This version has no such mobilisation item.', [
        { field: 'mobilisationItemId', code: 'unknown', message: 'name a mobilisation item of the same version' },
      ]);
    await manager.update(
      InternalObjection,
      { id },
      { resolution, mobilisationItemId, resolvedBy: actor.id, resolvedAt: () => 'app_now()' },
    );
    return this.get(manager, id);
  }

  private async get(manager: EntityManager, id: string): Promise<InternalObjection> {
    const objection = await manager.findOneBy(InternalObjection, { id });
    if (!objection) throw new InternalObjectionNotFound('There is no such internal objection.');
    return objection;
  }
}
