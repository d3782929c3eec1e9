import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rows } from '../../platform/index.js';
import { Approval } from './approval.entity.js';
import { ApprovalView } from './approval.view.js';
import { Proposition } from '../versions/proposition.entity.js';
import { InternalObjection } from './internal-objection.entity.js';
import { VersionCitation } from '../versions/citation.entity.js';
import { ENDED } from '../versions/version.entity.js';
import type { AuthorView, CitationView, VersionView, WarningView } from '../versions/version.view.js';
import { Versions } from '../versions/versions.js';

const AUTHORS = `
SELECT w.user_id, u.name, w.department, w.added_at
  FROM version_author w JOIN app_user u ON u.id = w.user_id WHERE w.version_id = $1 ORDER BY w.added_at, w.user_id`;

/** A version with everything that a person who judges it wants beside it. */
@Injectable()
export class Dossiers {
  constructor(private readonly versions: Versions) {}

  async read(manager: EntityManager, versionId: string): Promise<VersionView> {
    const version = await this.versions.get(manager, versionId);
    const { title } = await manager.findOneByOrFail(Proposition, { id: version.propositionId });
    const authors = await rows<AuthorView>(manager, AUTHORS, [versionId]);
    const approvals = await manager.find(Approval, {
      where: { versionId },
      order: { round: 'DESC', department: 'ASC' },
    });
    return {
      ...version,
      title,
      authors,
      citations: await citations(manager, versionId),
      approvals: await ApprovalView.all(manager, approvals),
      warnings: ENDED.includes(version.state) ? [] : await warnings(manager, versionId),
    };
  }
}

async function citations(manager: EntityManager, versionId: string): Promise<CitationView[]> {
  const cited = await manager.find(VersionCitation, {
    where: { versionId },
    order: { addedAt: 'ASC', themeId: 'ASC' },
  });
  return cited.map(({ themeId, answer, addedBy, addedAt }) => ({ themeId, answer, addedBy, addedAt }));
}

async function warnings(manager: EntityManager, versionId: string): Promise<WarningView[]> {
  if (await manager.existsBy(InternalObjection, { versionId })) return [];
  return [
    { code: 'not_radical', message: 'Nobody inside the company has objected. Is this radical enough to be worth it?' },
  ];
}
