import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/**
 * Whether this process was asked to end. The programs set it before any module is destroyed, so that long loops
 * leave the rest to other processes at once: what is left is in rows, and is enqueued again.
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
