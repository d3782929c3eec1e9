import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { spend } from '../../platform/index.js';
import { attemptKey, attemptLimiter, MINUTE, networkOf } from '../sessions/attempt-limits.js';

/**
 * How often links are asked for and tried. Requests are counted whether or not the address is known. A person whose
 * address others use up still has the mails that this caused: the newest works.
 */
@Injectable()
export class LinkLimits {
  private readonly byAddress: RateLimiterPostgres;
  private readonly byNetwork: RateLimiterPostgres;
  private readonly together: RateLimiterPostgres;
  private readonly tries: RateLimiterPostgres;

  constructor(@InjectDataSource() source: DataSource) {
    this.byAddress = attemptLimiter(source, 'reset', 5, 60 * MINUTE);
    this.byNetwork = attemptLimiter(source, 'reset network', 20, 60 * MINUTE);
    this.together = attemptLimiter(source, 'reset all', 120, MINUTE);
    this.tries = attemptLimiter(source, 'link', 60, 5 * MINUTE);
  }

  /** @throws TooManyRequests */
  async countRequest(email: string, from: string): Promise<void> {
    const message = 'Too many links were asked for.';
    await spend(this.byNetwork, attemptKey(networkOf(from)), message);
    await spend(this.byAddress, attemptKey(email.toLowerCase()), message);
    await spend(this.together, attemptKey(''), message);
  }

  /** @throws TooManyRequests */
  countTry(from: string): Promise<void> {
    return spend(this.tries, attemptKey(networkOf(from)), 'Too many links were tried.');
  }
}
