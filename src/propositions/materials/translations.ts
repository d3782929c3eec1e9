import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Invalid, NotFound, rows, type Actor } from '../../platform/index.js';
import { isLanguage } from './language.field.js';
import { assertAuthorOrSalesOps } from '../permissions.js';
import { Propositions } from '../versions/propositions.js';
import { VersionTranslation } from './translation.entity.js';
import { assertLenses, Versions } from '../versions/versions.js';

class LanguageNotFound extends Invalid {}
class TranslationOfItself extends Invalid {}
class TranslationNotFound extends NotFound {}

export type Translated = Pick<
  VersionTranslation,
  'title' | 'narrative' | 'promise' | 'versusCompetitors' | 'versusNothing' | 'lenses'
>;

const PUT = `
INSERT INTO version_translation (version_id, language, title, narrative, promise, versus_competitors, versus_nothing,
    lenses, translated_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (version_id, language) DO UPDATE
   SET title = excluded.title, narrative = excluded.narrative, promise = excluded.promise,
       versus_competitors = excluded.versus_competitors,
       versus_nothing = excluded.versus_nothing, lenses = excluded.lenses, translated_by = excluded.translated_by,
           translated_at = app_now()`;

@Injectable()
export class Translations {
  constructor(
    private readonly versions: Versions,
    private readonly propositions: Propositions,
  ) {}

  async put(
    manager: EntityManager,
    actor: Actor,
    versionId: string,
    language: string,
    text: Translated,
  ): Promise<VersionTranslation> {
    const { propositionId } = await this.versions.get(manager, versionId);
    await assertAuthorOrSalesOps(manager, propositionId, actor);
    if (!isLanguage(language))
      throw new LanguageNotFound(`There is no language "${language.slice(0, 20)}": use a code such as de or fr.`);
    if ((await this.propositions.get(manager, propositionId)).language === language)
      throw new TranslationOfItself(`The proposition is written in "${language}". Change the version instead.`);
    assertLenses(text.lenses);
    const { title, narrative, promise, versusCompetitors, versusNothing, lenses } = text;
    const columns = [title, narrative, promise, versusCompetitors, versusNothing, JSON.stringify(lenses), actor.id];
    await rows(manager, PUT, [versionId, language, ...columns]);
    return manager.findOneByOrFail(VersionTranslation, { versionId, language });
  }

  async remove(manager: EntityManager, actor: Actor, versionId: string, language: string): Promise<void> {
    const { propositionId } = await this.versions.get(manager, versionId);
    await assertAuthorOrSalesOps(manager, propositionId, actor);
    const { affected } = await manager.delete(VersionTranslation, { versionId, language });
    if (!affected) throw new TranslationNotFound(`This version has no translation into "${language.slice(0, 20)}".`);
  }
}
