import type { EntityManager } from 'typeorm';
import { Forbidden, row, type Actor } from '../platform/index.js';
import { VersionAuthor } from './versions/author.entity.js';
import { isExecutive } from './seniority.js';

class NotAnAuthor extends Forbidden {}

export async function assertAuthor(manager: EntityManager, versionId: string, actor: Actor): Promise<void> {
  if (await isAuthor(manager, versionId, actor)) return;
  throw new NotAnAuthor('Only an author of this version may do that. Comment, or ask an author to add you.');
}

export async function assertAuthorOrExecutive(manager: EntityManager, versionId: string, actor: Actor): Promise<void> {
  if (isExecutive(actor) || (await isAuthor(manager, versionId, actor))) return;
  throw new NotAnAuthor('Only an author of this version or an executive may do that. You may comment on it.');
}

/** For materials of a proposition: authors of any of its versions, and sales ops. */
export async function assertAuthorOrSalesOps(
  manager: EntityManager,
  propositionId: string,
  actor: Actor,
): Promise<void> {
  if (actor.roles.includes('sales_ops') || (await row(manager, AUTHORED, [propositionId, actor.id]))) return;
  throw new NotAnAuthor('Only an author of this proposition or sales ops may do that.');
}

const AUTHORED = `
SELECT FROM version_author w JOIN proposition_version v ON v.id = w.version_id
  WHERE v.proposition_id = $1 AND w.user_id = $2 LIMIT 1`;

function isAuthor(manager: EntityManager, versionId: string, actor: Actor): Promise<boolean> {
  return manager.existsBy(VersionAuthor, { versionId, userId: actor.id });
}
