import type { EntityManager } from 'typeorm';
import { Flag, OneOf, Text, Whole } from '../../platform/index.js';

export const ORGANIZATIONAL = ['performance', 'financial', 'operational_disruption', 'supplier_dependence'] as const;
export const PERSONAL = ['psychological', 'career_financial', 'social_standing'] as const;
export const RISKS = [...ORGANIZATIONAL, ...PERSONAL] as const;
export const AGAINST = ['us', 'other', 'nothing'] as const;

/** What a person sees at stake. */
export class NewRisk {
  @OneOf(RISKS) kind: (typeof RISKS)[number];
  @OneOf(AGAINST, { optional: true, description: 'of which choice; us, where left out' })
  against?: (typeof AGAINST)[number];
  @Whole({ min: 1, max: 3, description: '1 little … 3 much' }) impact: number;
  @Text({ optional: true, lines: true, max: 4000 }) words?: string;
  @Text({ optional: true, max: 1000, description: 'what would ease it', example: 'a pilot in one store' })
  eases?: string;
  @Flag({ optional: true, description: 'a personal one: shown to managers too' }) shared?: boolean;
}

/** What is left out stays. */
export class ChangedRisk {
  @Flag({ optional: true, description: 'it weighs no more' }) eased?: boolean;
  @Flag({ optional: true, description: 'of a personal one, by the rep of the organization: managers may read it' })
  shared?: boolean;
}

export async function writeRisks(
  manager: EntityManager,
  of: { conversationId: string; organizationId: string; contactId: string | null },
  risks: NewRisk[],
): Promise<void> {
  if (risks.length === 0 || !of.contactId) return;
  await manager.query(WRITE, [of.conversationId, of.organizationId, of.contactId, JSON.stringify(risks)]);
}

const WRITE = `
INSERT INTO stakeholder_risk (conversation_id, organization_id, contact_id, kind, against, impact, words, eases, shared)
SELECT $1, $2, $3, r.kind, coalesce(r.against, 'us'), r.impact, nullif(r.words, ''), nullif(r.eases, ''),
    coalesce(r.shared, false)
  FROM jsonb_to_recordset($4::jsonb) AS r(kind text, against text, impact smallint, words text, eases text,
      shared boolean)`;
