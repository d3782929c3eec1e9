/** A number and what it counts, in English and in German. `n` as it is written. */
export const counted = (n: string | number, one: string, more: string): string =>
  `${n} ${String(n) === '1' ? one : more}`;
