import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BuyingJob, Role } from '../../../libs/plays/index.js';
import { row, rows } from '../../platform/index.js';
import type { AssetKind } from './asset.entity.js';
import { VersionTranslation } from './translation.entity.js';
import type { VersionState } from '../versions/version.entity.js';

/** Text with the language it is in, which is not always the one that was asked for. */
export interface LocalizedText {
  text: string;
  language: string;
}

/** A version as buyers read it. */
export interface BuyerPageVersion {
  propositionId: string;
  slug: string;
  versionId: string;
  number: number;
  state: VersionState;
  endedAt: Date | null;
  /** the version that holds now, where there is one */
  liveNumber: number | null;
  /** every language in which it can be read */
  languages: string[];
  title: LocalizedText;
  narrative: LocalizedText;
  promise: LocalizedText;
  versusCompetitors: LocalizedText;
  versusNothing: LocalizedText;
  lenses: Partial<Record<Role, LocalizedText>>;
}

export interface ShownAsset {
  id: string;
  title: string;
  kind: AssetKind;
  url: string | null;
  text: string | null;
  buyingJob: BuyingJob | null;
  role: Role | null;
  language: string | null;
}

interface Original {
  propositionId: string;
  slug: string;
  language: string;
  versionId: string;
  number: number;
  state: VersionState;
  endedAt: Date | null;
  liveNumber: number | null;
  title: string;
  narrative: string;
  promise: string;
  versusCompetitors: string;
  versusNothing: string;
  lenses: Partial<Record<Role, string>>;
}

const ORIGINAL = `
SELECT p.id AS proposition_id, p.slug, p.language, p.title, v.id AS version_id, v.number, v.state, v.ended_at,
       v.narrative, v.promise, v.versus_competitors, v.versus_nothing, v.lenses,
       (SELECT l.number FROM proposition_version l WHERE l.proposition_id = p.id AND l.state = 'live') AS live_number
  FROM proposition p JOIN proposition_version v ON v.proposition_id = p.id`;

/** $1 slug, $2 number or null. Only versions that were live once are public. */
const BY_SLUG = `${ORIGINAL}
 WHERE p.slug = $1 AND v.live_at IS NOT NULL AND ($2::int IS NULL OR v.number = $2)
   ORDER BY v.state = 'live' DESC, v.number DESC LIMIT 1`;
const BY_VERSION = `${ORIGINAL} WHERE v.id = $1`;

/** $1 proposition, $2 role or null: assets for all, and for this role. Hidden after its review date. */
const ASSETS = `
SELECT id, title, kind, url, text, buying_job, role, language FROM asset
 WHERE proposition_id = $1 AND review_by >= (app_now() AT TIME ZONE 'UTC')::date
   AND ($2::text IS NULL OR role IS NULL OR role = $2)
 ORDER BY position, created_at, id LIMIT 200`;

/** What buyers are shown of a proposition. Reads only: a visit leaves nothing behind. */
@Injectable()
export class BuyerPageContent {
  /**
   * The live version, or the one that was live last; or the version `number`, if it ever was live. `wanted`: languages,
   * best first.
   */
  async bySlug(
    manager: EntityManager,
    slug: string,
    number: number | null,
    wanted: string[],
  ): Promise<BuyerPageVersion | undefined> {
    const original = await row<Original>(manager, BY_SLUG, [slug, number]);
    return original && shown(manager, original, wanted);
  }

  /** The version of a campaign, whatever became of it since. */
  async version(manager: EntityManager, versionId: string, wanted: string[]): Promise<BuyerPageVersion | undefined> {
    const original = await row<Original>(manager, BY_VERSION, [versionId]);
    return original && shown(manager, original, wanted);
  }

  assets(manager: EntityManager, propositionId: string, role: Role | null): Promise<ShownAsset[]> {
    return rows<ShownAsset>(manager, ASSETS, [propositionId, role]);
  }
}

async function shown(manager: EntityManager, original: Original, wanted: string[]): Promise<BuyerPageVersion> {
  const { language, lenses, ...version } = original;
  const translations = await manager.find(VersionTranslation, {
    where: { versionId: version.versionId },
    order: { language: 'ASC' },
  });
  const languages = [language, ...translations.map((each) => each.language)];
  const best = wanted.find((each) => languages.includes(each)) ?? language;
  const translation = translations.find((each) => each.language === best);
  // untranslated text is shown in its own language, and marked so
  const written = (there: string | undefined, here: string): LocalizedText =>
    there ? { text: there, language: best } : { text: here, language };
  const roles = new Set([...Object.keys(lenses), ...Object.keys(translation?.lenses ?? {})]) as Set<Role>;
  return {
    ...version,
    languages,
    title: written(translation?.title, version.title),
    narrative: written(translation?.narrative, version.narrative),
    promise: written(translation?.promise, version.promise),
    versusCompetitors: written(translation?.versusCompetitors, version.versusCompetitors),
    versusNothing: written(translation?.versusNothing, version.versusNothing),
    lenses: Object.fromEntries(
      [...roles]
        .map((role) => [role, written(translation?.lenses[role], lenses[role] ?? '')] as const)
        .filter(([, lens]) => lens.text !== ''),
    ),
  };
}
