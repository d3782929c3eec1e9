import { createHash } from 'node:crypto';

/**
 * Chance that depends on who and what, not on when: the same seed gives the same person the same answer, whichever process
 * or worker came first.
 */
export class Chance {
  constructor(private readonly seed: string) {}

  /** 0 <= x < 1 */
  of(...what: string[]): number {
    return (
      createHash('sha256')
        .update([this.seed, ...what].join(' '))
        .digest()
        .readUInt32BE() /
      2 ** 32
    );
  }

  /** One of the weighted. */
  pick<T>(weighted: readonly (readonly [T, number])[], ...what: string[]): T {
    const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.of(...what) * total;
    for (const [value, weight] of weighted) if ((left -= weight) < 0) return value;
    return weighted.at(-1)![0];
  }
}
