import { cut } from '../../../../libs/text/index.js';
import type { GuessedColumn } from '../reading/guessed-column.js';
import type { Target } from '../target.js';
import { HISTORY_TARGETS, INTERACTION, OPPORTUNITY, WHO } from './history-targets.js';
import { kindOf } from './history-values.js';

/** What only a list of opportunities has. */
const SIGNS = new Set([
  'opportunity.stage',
  'opportunity.value',
  'opportunity.closed',
  'opportunity.opened',
  'opportunity.reason',
  'opportunity.product',
]);
/** Headers that both kinds of records go by. */
const SHARED = new Set([
  'id',
  'date',
  'datum',
  'fecha',
  'status',
  'created',
  'createdat',
  'createddate',
  'createdon',
  'erstelltam',
  'title',
  'subject',
  'name',
]);

/**
 * A target for each column of a file of history; what no target fits is kept beside the record. A file of opportunities
 * is told by its columns.
 */
export function guessHistory(
  header: string[],
  columns: GuessedColumn[],
  fold: (header: string) => string,
): GuessedColumn[] {
  const plain = header.map(fold);
  const signs = plain.filter((each) => !SHARED.has(each)).flatMap((each) => named(OPPORTUNITY, each) ?? []);
  const isSale = signs.some((each) => SIGNS.has(each)) || signs.includes('opportunity.externalId');
  const isTalk = plain
    .filter((each) => !SHARED.has(each))
    .some((each) => /^interaction\.(kind|day|at)$/.test(named(INTERACTION, each) ?? ''));
  const record =
    isSale && !(isTalk && !signs.some((each) => /stage|value|externalId/.test(each))) ? OPPORTUNITY : INTERACTION;
  const taken = new Set<string>();
  for (const [at, column] of columns.entries()) {
    const exact = HISTORY_TARGETS.find(({ name }) => name.toLowerCase() === header[at]!.trim().toLowerCase())?.name;
    const found =
      exact ?? named(WHO, plain[at]!) ?? named(record, plain[at]!) ?? byCells(plain[at]!, column.samples, record);
    const target = found && !taken.has(found) ? found : attribute(header[at]!);
    if (target === null || taken.has(target)) continue;
    taken.add(target);
    Object.assign(column, { target, confidence: target === found ? 'high' : 'low' });
  }
  return columns;
}

/** "Contact" holds a way of contact, or a name. */
function byCells(header: string, samples: string[], record: Target[]): string | undefined {
  if (header !== 'contact' && header !== 'contacted') return undefined;
  const ways = samples.filter((cell) => kindOf(cell) !== null || /^unknown$/i.test(cell)).length;
  if (samples.length > 0 && ways === samples.length) return record === INTERACTION ? 'interaction.kind' : undefined;
  return 'contact.name';
}

const named = (targets: Target[], header: string): string | undefined =>
  header === '' ? undefined : targets.find(({ headers }) => headers.includes(header))?.name;

const attribute = (header: string): string | null => {
  const name = cut(header.trim(), 60);
  return name === '' ? null : `history.attributes.${name}`;
};
