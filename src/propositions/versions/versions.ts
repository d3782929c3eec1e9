import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { isOneOf, ROLES } from '../../../libs/plays/index.js';
import { Conflict, Invalid, NotFound, StaleEdit, type Actor } from '../../platform/index.js';
import { assertAuthor } from '../permissions.js';
import { assertDepartments } from '../seniority.js';
import { EDITABLE, PropositionVersion, type Content, type VersionState } from './version.entity.js';

class VersionNotFound extends NotFound {}
class VersionLocked extends Conflict {}
class LensInvalid extends Invalid {}

const LENS_LENGTH = 5_000;

@Injectable()
export class Versions {
  async get(manager: EntityManager, id: string): Promise<PropositionVersion> {
    return found(await manager.findOneBy(PropositionVersion, { id }));
  }

  /** The version, locked: no other request changes its state until this transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<PropositionVersion> {
    // not FOR UPDATE: that would also hold up every insert that merely refers to the version
    return found(await manager.findOne(PropositionVersion, { where: { id }, lock: { mode: 'for_no_key_update' } }));
  }

  /** Saves what an author wrote on revision `read`; a stale edit is answered with the current fields. */
  async edit(manager: EntityManager, actor: Actor, id: string, read: number, change: Partial<Content>): Promise<void> {
    const version = await this.lock(manager, id);
    await assertAuthor(manager, id, actor);
    assertEditable(version);
    assertFresh(version, read, change);
    assertLenses(change.lenses ?? {});
    await assertDepartments(manager, change.requiredDepartments ?? [], 'requiredDepartments');
    await this.update(manager, version, once(change));
  }

  /** Changes the state of a locked version; the WHERE checks the state all the same. */
  async move(
    manager: EntityManager,
    version: PropositionVersion,
    state: VersionState,
    facts: QueryDeepPartialEntity<PropositionVersion> = {},
  ): Promise<void> {
    await this.update(manager, version, { ...facts, state });
    version.state = state;
  }

  private async update(
    manager: EntityManager,
    version: PropositionVersion,
    facts: QueryDeepPartialEntity<PropositionVersion>,
  ): Promise<void> {
    const { affected } = await manager.update(
      PropositionVersion,
      { id: version.id, revision: version.revision, state: version.state },
      { ...facts, revision: version.revision + 1, updatedAt: () => 'app_now()' },
    );
    if (affected !== 1) throw new StaleEdit('Somebody changed this version at the same moment. Read it again.');
    version.revision += 1;
  }
}

export function assertEditable(version: PropositionVersion): void {
  if (EDITABLE.includes(version.state)) return;
  throw new VersionLocked(
    version.state === 'in_review'
      ? `Version ${version.number} is in review. Recall it first: POST /versions/${version.id}/recall.`
      : `Version ${version.number} is ${version.state} and no longer changes. Make the next version: POST /propositions/${version.propositionId}/versions.`,
    { state: version.state },
  );
}

function found(version: PropositionVersion | null): PropositionVersion {
  if (!version) throw new VersionNotFound('There is no such version of a proposition.');
  return version;
}

function assertFresh(version: PropositionVersion, read: number, change: Partial<Content>): void {
  if (version.revision === read) return;
  const wanted = Object.keys(change) as (keyof Content)[];
  throw new StaleEdit('Somebody changed this version since you read it. Compare, then save again.', {
    read,
    revision: version.revision,
    changed: wanted.filter((name) => JSON.stringify(version[name]) !== JSON.stringify(change[name])),
    current: Object.fromEntries(wanted.map((name) => [name, version[name]])),
  });
}

export function assertLenses(lenses: Content['lenses']): void {
  const errors = Object.entries(lenses).flatMap(([role, text]: [string, unknown]) => {
    const wrong = (message: string) => [{ field: `lenses.${role}`, code: 'invalid', message }];
    if (!isOneOf(ROLES, role)) return wrong(`a lens is for one of: ${ROLES.join(', ')}`);
    if (typeof text !== 'string' || text.length > LENS_LENGTH)
      return wrong(`a lens is text of up to ${LENS_LENGTH} characters`);
    return [];
  });
  if (errors.length > 0) throw new LensInvalid('Some lenses are not right.', errors);
}

/** Naming a role or a department twice means it once. */
function once(change: Partial<Content>): QueryDeepPartialEntity<PropositionVersion> {
  const { requiredRoles, requiredDepartments } = change;
  return {
    ...change,
    ...(requiredRoles && { requiredRoles: [...new Set(requiredRoles)] }),
    ...(requiredDepartments && { requiredDepartments: [...new Set(requiredDepartments)] }),
  } as QueryDeepPartialEntity<PropositionVersion>;
}
