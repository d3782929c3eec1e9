import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conflict, Invalid, NotFound, rows, type Actor } from '../../platform/index.js';
import { VersionAuthor } from './author.entity.js';
import { assertAuthorOrExecutive } from '../permissions.js';
import { activeUser, isOnlyRep } from '../seniority.js';
import { assertEditable, Versions } from './versions.js';

class RepCannotAuthor extends Invalid {}
class AuthorNotFound extends NotFound {}
class LastAuthor extends Conflict {}

@Injectable()
export class Authors {
  constructor(private readonly versions: Versions) {}

  async add(manager: EntityManager, actor: Actor, versionId: string, userId: string): Promise<void> {
    await this.open(manager, actor, versionId);
    const user = await activeUser(manager, userId, 'userId');
    if (isOnlyRep(user))
      throw new RepCannotAuthor(`${user.name} is a rep: reps comment and suggest, executives and their staff author.`);
    await rows(manager, INSERT_VERSION_AUTHOR, [versionId, userId, user.department]);
  }

  async remove(manager: EntityManager, actor: Actor, versionId: string, userId: string): Promise<void> {
    await this.open(manager, actor, versionId);
    const { affected } = await manager.delete(VersionAuthor, { versionId, userId });
    if (!affected) throw new AuthorNotFound('This person is not an author of this version.');
    if (!(await manager.existsBy(VersionAuthor, { versionId })))
      throw new LastAuthor('This is the last author. Add another one first.');
  }

  private async open(manager: EntityManager, actor: Actor, versionId: string): Promise<void> {
    const version = await this.versions.lock(manager, versionId);
    await assertAuthorOrExecutive(manager, versionId, actor);
    assertEditable(version);
  }
}

const INSERT_VERSION_AUTHOR = `
INSERT INTO version_author (version_id, user_id, department) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;
