import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { spend } from '../platform/index.js';

const A_MINUTE = 60;

/** How many files a person may send. Each api counts by itself. */
@Injectable()
export class UploadLimit {
  private readonly uploads = new RateLimiterMemory({ points: A_MINUTE, duration: 60 });

  /** @throws TooManyRequests */
  count(userId: string): Promise<void> {
    return spend(this.uploads, userId, `${A_MINUTE} files a minute are the most.`);
  }
}
