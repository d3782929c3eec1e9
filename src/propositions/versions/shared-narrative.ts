import { unsupported } from '../../../libs/claims/index.js';
import type { PropositionVersion } from './version.entity.js';

/** What all contacts of a buying group may read. */
export type SharedNarrative = Pick<
  PropositionVersion,
  'narrative' | 'promise' | 'economics' | 'versusCompetitors' | 'versusNothing' | 'claims' | 'terms'
>;

/**
 * The claims of these texts that the shared narrative does not make (T4): a buying group compares notes, so no contact
 * may be promised more than all are. `texts` by where they are used.
 */
export function beyondStory(
  { narrative, promise, economics, versusCompetitors, versusNothing, claims, terms }: SharedNarrative,
  texts: Record<string, string>,
): { where: string; claim: string }[] {
  const told = [narrative, promise, economics, versusCompetitors, versusNothing, ...claims, ...terms];
  return Object.entries(texts).flatMap(([where, text]) =>
    unsupported(text, told).map(({ text: claim }) => ({ where, claim })),
  );
}
