import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Invalid, NotFound, rows, type Actor } from '../../platform/index.js';
import { VersionCitation } from './citation.entity.js';
import { assertAuthor } from '../permissions.js';
import { assertEditable, Versions } from './versions.js';

class ThemeNotFound extends Invalid {}
class CitationNotFound extends NotFound {}

const CITE = `
INSERT INTO version_citation (version_id, theme_id, answer, added_by) VALUES ($1, $2, $3, $4)
ON CONFLICT (version_id, theme_id) DO UPDATE SET answer = excluded.answer`;

@Injectable()
export class Citations {
  constructor(private readonly versions: Versions) {}

  async put(manager: EntityManager, actor: Actor, versionId: string, themeId: string, answer: string): Promise<void> {
    await this.open(manager, actor, versionId);
    try {
      await rows(manager, CITE, [versionId, themeId, answer, actor.id]);
    } catch (error) {
      // themes live in a room above this one: only the foreign key knows them
      if ((error as { code?: string }).code !== '23503') throw error;
      throw new ThemeNotFound('There is no such theme of feedback to cite.', [
        { field: 'themeId', code: 'unknown', message: 'name a theme of GET /themes' },
      ]);
    }
  }

  async remove(manager: EntityManager, actor: Actor, versionId: string, themeId: string): Promise<void> {
    await this.open(manager, actor, versionId);
    const { affected } = await manager.delete(VersionCitation, { versionId, themeId });
    if (!affected) throw new CitationNotFound('This version does not cite this theme.');
  }

  private async open(manager: EntityManager, actor: Actor, versionId: string): Promise<void> {
    const version = await this.versions.lock(manager, versionId);
    await assertAuthor(manager, versionId, actor);
    assertEditable(version);
  }
}
