import type { EntityManager } from 'typeorm';
import { Instant, rows, Text } from '../../platform/index.js';

/** The disposition of the newest conversation, or the outcome of the newest imported interaction, whichever is later. */
export interface LastOutcome {
  lastOutcome: string | null;
  lastOutcomeAt: Date | null;
}

export const LastOutcomeField = (): PropertyDecorator =>
  Text({ nullable: true, example: 'connected_interested', description: 'a disposition, or the words of an import' });
export const LastOutcomeAtField = (): PropertyDecorator =>
  Instant({ nullable: true, description: 'imported: midnight UTC of its day' });

/** Rows of a list with their last outcomes; `statement` is one of last-outcome.sql.ts. */
export async function withLastOutcomes<T extends { id: string }>(
  manager: EntityManager,
  statement: string,
  items: T[],
): Promise<(T & LastOutcome)[]> {
  const found = await rows<LastOutcome & { id: string }>(manager, statement, [items.map(({ id }) => id)]);
  const known = new Map(found.map((each) => [each.id, each]));
  return items.map((item) => ({ ...item, ...(known.get(item.id) ?? { lastOutcome: null, lastOutcomeAt: null }) }));
}
