import { Unavailable } from '../errors.js';

/** More wait for their turn than may wait. */
export class TooBusy extends Unavailable {}

/** So many at once; the others wait, in their order. */
export class ConcurrencyLimit {
  private readonly waiting: (() => void)[] = [];

  constructor(
    private free: number,
    private readonly mostWaiting = Infinity,
  ) {}

  /** @throws TooBusy, or what the work throws */
  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await work();
    } finally {
      const begin = this.waiting.shift();
      if (begin) begin();
      else this.free += 1;
    }
  }

  private async turn(): Promise<void> {
    if (this.free > 0) return void (this.free -= 1);
    if (this.waiting.length >= this.mostWaiting) throw new TooBusy('Too much is asked for at once. Please try again.');
    await new Promise<void>((begin) => void this.waiting.push(begin));
  }
}
