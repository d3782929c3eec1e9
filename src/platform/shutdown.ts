import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/**
 * Whether this process was asked to end. The programs say so before any part of the house is taken down, so that whoever works
 * through much leaves the rest to others at once: what is left stands in rows, and is rung for again.
 */
@Injectable()
export class Shutdown implements OnModuleDestroy {
  private readonly controller = new AbortController();
  /** Settles when it begins. */
  readonly asked = new Promise<void>((resolve) => {
    this.controller.signal.addEventListener('abort', () => resolve());
  });

  get begun(): boolean {
    return this.controller.signal.aborted;
  }

  begin(): void {
    this.controller.abort();
  }

  onModuleDestroy(): void {
    this.begin();
  }
}
