import { isDeepStrictEqual } from 'node:util';
import type { Columns } from '../imports/draft.js';

/** A field that a person may choose from either record: what is shown of it, and all columns that go with it. */
interface Choice {
  shown: readonly string[];
  columns: readonly string[];
}
export type Choices<F extends string> = Record<F, Choice>;

/** Shown by the first column; the others go with it. */
export const choice = (shown: string, ...more: string[]): Choice => ({ shown: [shown], columns: [shown, ...more] });

export interface MergeConflict<F extends string = string> {
  field: F;
  /** of the survivor */
  kept: string;
  other: string;
}

/** The survivor's own values, and those of the other where it has none or where `take` names the field. */
export function chosenValues<F extends string>(
  choices: Choices<F>,
  survivor: Columns,
  other: Columns,
  take: readonly string[],
): Columns {
  const chosen: Columns = {};
  for (const [field, each] of Object.entries<Choice>(choices))
    if (valueOf(other, each) !== null && (valueOf(survivor, each) === null || take.includes(field)))
      for (const column of each.columns) chosen[column] = other[column];
  return chosen;
}

/** Those of the columns that the survivor does not have so already. */
export const changesOf = (survivor: Columns, columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([column, value]) => !isDeepStrictEqual(value, survivor[column])));

/** Where both say something, and not the same. */
export function conflicts<F extends string>(
  choices: Choices<F>,
  survivor: Columns,
  other: Columns,
): MergeConflict<F>[] {
  return Object.entries<Choice>(choices).flatMap(([field, each]) => {
    const [kept, rest] = [valueOf(survivor, each), valueOf(other, each)];
    const differ = kept !== null && rest !== null && kept.toLowerCase() !== rest.toLowerCase();
    return differ ? [{ field: field as F, kept, other: rest }] : [];
  });
}

function valueOf(row: Columns, { shown }: Choice): string | null {
  const parts = shown.map((column) => row[column]).filter((part) => part !== null && part !== undefined);
  return parts.length === 0 ? null : parts.map(String).join(', ');
}
