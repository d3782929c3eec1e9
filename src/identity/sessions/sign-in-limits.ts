import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { spend } from '../../platform/index.js';
import { attemptKey, attemptLimiter, MINUTE, networkOf } from './attempt-limits.js';

export interface Attempt {
  email: string;
  /** network address */
  from: string;
  /** this account was used from there before */
  familiar: boolean;
}

/**
 * How often wrong passwords may be tried. Counted before the password is looked at, and given back when it was right;
 * in the database, because several processes serve. From a familiar address only the pair counts, so that one who
 * guesses from elsewhere locks no one out.
 */
@Injectable()
export class SignInLimits {
  private readonly byPair: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;
  private readonly byAccount: RateLimiterPostgres;
  private readonly together: RateLimiterPostgres;

  constructor(@InjectDataSource() source: DataSource) {
    this.byPair = attemptLimiter(source, 'pair', 10, 5 * MINUTE);
    this.byAddress = attemptLimiter(source, 'address', 100, 5 * MINUTE);
    this.byAccount = attemptLimiter(source, 'account', 100, 60 * MINUTE);
    this.together = attemptLimiter(source, 'all', 600, MINUTE);
  }

  /** Counts the attempt. Returns what gives it back. @throws TooManyRequests */
  async count({ email, from: address, familiar }: Attempt): Promise<() => Promise<void>> {
    const account = email.toLowerCase();
    const from = networkOf(address);
    const spent: [RateLimiterPostgres, string][] = [];
    const count = async (limiter: RateLimiterPostgres, what: string) => {
      const key = attemptKey(what);
      await spend(limiter, key, 'Too many attempts to sign in.');
      spent.push([limiter, key]);
    };
    await count(this.byPair, `${from} ${account}`);
    if (!familiar) {
      await count(this.byAddress, from);
      await count(this.byAccount, account);
      await count(this.together, '');
    }
    return async () => {
      for (const [limiter, key] of spent) await limiter.reward(key);
    };
  }
}
