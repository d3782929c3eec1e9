import { unsupported } from '../../../libs/claims/index.js';
import type { PropositionVersion } from './version.entity.js';

/** What everybody in a buying group may read. */
export type SharedNarrative = Pick<
  PropositionVersion,
  'narrative' | 'promise' | 'economics' | 'versusCompetitors' | 'versusNothing' | 'claims' | 'terms'
>;

/**
 * The claims of these texts that the shared story does not make (T4): a buying group compares notes, so nobody is told more
 * than all are. `texts` by where they stand.
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
