/** So many successes among `n` trials. */
export interface SampleCount {
  successes: number;
  n: number;
}

/** @throws RangeError unless both are whole numbers with 0 <= successes <= n. */
export function checkCounted({ successes, n }: SampleCount): void {
  checkCount('n', n);
  checkCount('successes', successes);
  if (successes > n) throw new RangeError(`successes (${successes}) cannot exceed n (${n}).`);
}

/** @throws RangeError unless `value` is a whole number from 0 to 2^53 - 1. */
export function checkCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a whole number, 0 or more; it is ${value}.`);
  }
}
