import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertRevision, Invalid, NotFound, row, type Actor } from '../../platform/index.js';
import { Asset } from './asset.entity.js';
import { isLanguage } from './language.field.js';
import { assertAuthorOrSalesOps } from '../permissions.js';
import { Propositions } from '../versions/propositions.js';

class AssetInvalid extends Invalid {}
class AssetNotFound extends NotFound {}

export type AssetFacts = Pick<
  Asset,
  'title' | 'kind' | 'url' | 'text' | 'buyingJob' | 'role' | 'language' | 'reviewBy' | 'position'
>;

@Injectable()
export class Assets {
  constructor(private readonly propositions: Propositions) {}

  async create(manager: EntityManager, actor: Actor, propositionId: string, facts: AssetFacts): Promise<Asset> {
    await this.propositions.get(manager, propositionId);
    await assertAuthorOrSalesOps(manager, propositionId, actor);
    const columns = { ...checked(facts), propositionId, createdBy: actor.id };
    const { identifiers } = await manager.insert(Asset, columns);
    return this.get(manager, identifiers[0]!.id as string);
  }

  async get(manager: EntityManager, id: string): Promise<Asset> {
    const asset = await manager.findOneBy(Asset, { id });
    if (!asset) throw new AssetNotFound('There is no such asset.');
    return asset;
  }

  async change(
    manager: EntityManager,
    actor: Actor,
    id: string,
    read: number,
    change: Partial<AssetFacts>,
  ): Promise<Asset> {
    const asset = await this.lock(manager, actor, id);
    assertRevision(asset, read);
    // a link that becomes a text, or the other way round, need not clear the other one first
    const other = change.url ? { text: null } : change.text ? { url: null } : {};
    const { title, kind, url, text, buyingJob, role, language, reviewBy, position } = { ...asset, ...other, ...change };
    const columns = checked({ title, kind, url, text, buyingJob, role, language, reviewBy, position });
    await manager.update(Asset, { id }, { ...columns, revision: read + 1, updatedAt: () => 'app_now()' });
    return this.get(manager, id);
  }

  async remove(manager: EntityManager, actor: Actor, id: string): Promise<void> {
    await this.lock(manager, actor, id);
    await manager.delete(Asset, { id });
  }

  private async lock(manager: EntityManager, actor: Actor, id: string): Promise<Asset> {
    await row(manager, 'SELECT FROM asset WHERE id = $1 FOR UPDATE', [id]);
    const asset = await this.get(manager, id);
    await assertAuthorOrSalesOps(manager, asset.propositionId, actor);
    return asset;
  }
}

function checked(facts: AssetFacts): AssetFacts {
  const url = facts.url ? safeUrl(facts.url) : null;
  const text = facts.text || null;
  const wrong = (field: string, message: string) =>
    new AssetInvalid('This asset is not right.', [{ field, code: 'invalid', message }]);
  if (facts.url && !url) throw wrong('url', 'url must be a public https address without a user name in it');
  if ((url === null) === (text === null)) throw wrong('url', 'give either a url or a text');
  if (facts.language && !isLanguage(facts.language))
    throw wrong('language', 'language must be a code such as de or fr');
  return { ...facts, url, text };
}

/** As a browser would read it, so that nothing hides in how it is written; null for what no page should link to. */
function safeUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, hostname, href } = new URL(text);
  return protocol === 'https:' && !username && !password && hostname.includes('.') ? href : null;
}
