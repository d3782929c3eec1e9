/** A number with its noun in singular or plural, for English and German. */
export const counted = (n: string | number, one: string, more: string): string =>
  `${n} ${String(n) === '1' ? one : more}`;
