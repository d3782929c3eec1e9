import type { EntityManager } from 'typeorm';
import { Forbidden, type Actor } from '../platform/index.js';
import { VersionAuthor } from './author.entity.js';
import { isExecutive } from './people.js';

class NotAnAuthor extends Forbidden {}

export async function assertAuthor(manager: EntityManager, versionId: string, actor: Actor): Promise<void> {
  if (await isAuthor(manager, versionId, actor)) return;
  throw new NotAnAuthor('Only an author of this version may do that. Comment, or ask an author to add you.');
}

export async function assertAuthorOrExecutive(manager: EntityManager, versionId: string, actor: Actor): Promise<void> {
  if (isExecutive(actor) || (await isAuthor(manager, versionId, actor))) return;
  throw new NotAnAuthor('Only an author of this version or an executive may do that. You may comment on it.');
}

function isAuthor(manager: EntityManager, versionId: string, actor: Actor): Promise<boolean> {
  return manager.existsBy(VersionAuthor, { versionId, userId: actor.id });
}
