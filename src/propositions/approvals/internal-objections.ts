import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conflict, Invalid, NotFound, type Actor } from '../../platform/index.js';
import { Commitment } from '../mobilisation/mobilisation-item.entity.js';
import { assertAuthorOrExecutive } from '../permissions.js';
import { Resistance } from './internal-objection.entity.js';
import { ENDED } from '../versions/version.entity.js';
import { Versions } from '../versions/versions.js';

class ResistanceUnknown extends NotFound {}
class TooLateToObject extends Conflict {}
class CommitmentElsewhere extends Invalid {}

/** The log of what the company itself has against a version. It stops nothing: departments do, by their decision. */
@Injectable()
export class Objections {
  constructor(private readonly versions: Versions) {}

  async raise(
    manager: EntityManager,
    actor: Actor,
    versionId: string,
    facts: Pick<Resistance, 'text' | 'severity'>,
  ): Promise<Resistance> {
    const version = await this.versions.lock(manager, versionId);
    if (ENDED.includes(version.state))
      throw new TooLateToObject(`Version ${version.number} is ${version.state}; object to its successor.`, {
        state: version.state,
      });
    const { identifiers } = await manager.insert(Resistance, {
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
    commitmentId: string | null,
  ): Promise<Resistance> {
    const { versionId } = await this.get(manager, id);
    await assertAuthorOrExecutive(manager, versionId, actor);
    if (commitmentId && !(await manager.existsBy(Commitment, { id: commitmentId, versionId })))
      throw new CommitmentElsewhere('This version has no such commitment.', [
        { field: 'commitmentId', code: 'unknown', message: 'name a commitment of the same version' },
      ]);
    await manager.update(
      Resistance,
      { id },
      { resolution, commitmentId, resolvedBy: actor.id, resolvedAt: () => 'app_now()' },
    );
    return this.get(manager, id);
  }

  private async get(manager: EntityManager, id: string): Promise<Resistance> {
    const resistance = await manager.findOneBy(Resistance, { id });
    if (!resistance) throw new ResistanceUnknown('There is no such resistance.');
    return resistance;
  }
}
