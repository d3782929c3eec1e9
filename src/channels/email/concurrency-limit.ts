/** So many at once; the others wait, in their order. */
export class ConcurrencyLimit {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((begin) => void this.waiting.push(begin));
    try {
      return await work();
    } finally {
      const begin = this.waiting.shift();
      if (begin) begin();
      else this.free += 1;
    }
  }
}
