import type { EntityManager } from 'typeorm';
import { Id, Instant, ListOf, OneOf, rows, Text, Whole } from '../../platform/index.js';
import { Language } from '../materials/language.field.js';
import type { Proposition } from './proposition.entity.js';
import { VERSION_STATES, type VersionState } from './version.entity.js';

const HEADS = `
SELECT id, proposition_id, number, state, revision, live_at
  FROM proposition_version WHERE proposition_id = ANY($1::uuid[]) ORDER BY number DESC`;

export class VersionHead {
  @Id() id: string;
  @Whole({ example: 2 }) number: number;
  @OneOf(VERSION_STATES) state: VersionState;
  @Whole({ example: 5 }) revision: number;
  @Instant({ nullable: true }) liveAt: Date | null;
}

export class PropositionView {
  @Id() id: string;
  @Text({ example: 'Vendor Managed Inventory' }) title: string;
  @Text({ lines: true, min: 0, example: 'We keep your shelves filled; you stop counting.' }) summary: string;
  @Text({ example: 'vendor-managed-inventory-0199a1b2', description: 'of the buyers’ page: /p/{slug}' }) slug: string;
  @Language({ description: 'in which its versions are written' }) language: string;
  @OneOf(VERSION_STATES, { description: 'of the newest version' }) state: VersionState;
  @Id({ nullable: true, description: 'the version that campaigns may launch now' }) liveVersionId: string | null;
  @ListOf(() => VersionHead, { description: 'newest first' }) versions: VersionHead[];
  @Id() createdBy: string;
  @Instant() createdAt: Date;

  static async all(manager: EntityManager, propositions: Proposition[]): Promise<PropositionView[]> {
    const heads = await rows<VersionHead & { propositionId: string }>(manager, HEADS, [
      propositions.map(({ id }) => id),
    ]);
    return propositions.map(({ id, title, summary, slug, language, createdBy, createdAt }) => {
      const versions = heads
        .filter((head) => head.propositionId === id)
        .map(({ id: version, number, state, revision, liveAt }): VersionHead => ({
          id: version,
          number,
          state,
          revision,
          liveAt,
        }));
      const liveVersionId = versions.find(({ state }) => state === 'live')?.id ?? null;
      return {
        id,
        title,
        summary,
        slug,
        language,
        state: versions[0]!.state,
        liveVersionId,
        versions,
        createdBy,
        createdAt,
      };
    });
  }
}
