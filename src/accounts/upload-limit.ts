import { HttpException, Injectable } from '@nestjs/common';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

const A_MINUTE = 60;

/** How many files a person may send. Each api counts by itself. */
@Injectable()
export class UploadLimit {
  private readonly uploads = new RateLimiterMemory({ points: A_MINUTE, duration: 60 });

  /** @throws HttpException 429 with `retryAfter` in seconds */
  async count(userId: string): Promise<void> {
    try {
      await this.uploads.consume(userId);
    } catch (refused) {
      const retryAfter = Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000);
      const message = `${A_MINUTE} files a minute are the most. Try again in ${retryAfter} seconds.`;
      throw new HttpException({ message, retryAfter }, 429);
    }
  }
}
