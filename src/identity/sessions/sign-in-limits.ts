import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import ipaddr from 'ipaddr.js';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { spend } from '../../platform/index.js';

export interface Attempt {
  email: string;
  /** network address */
  from: string;
  /** this account was used from there before */
  familiar: boolean;
}

const MINUTE = 60;

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
    const limiter = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterPostgres({
        storeClient: source,
        storeType: 'typeorm',
        tableName: 'sign_in_attempt',
        tableCreated: true,
        keyPrefix,
        points,
        duration,
      });
    this.byPair = limiter('pair', 10, 5 * MINUTE);
    this.byAddress = limiter('address', 100, 5 * MINUTE);
    this.byAccount = limiter('account', 100, 60 * MINUTE);
    this.together = limiter('all', 600, MINUTE);
  }

  /** Counts the attempt. Returns what gives it back. @throws TooManyRequests */
  async count({ email, from: address, familiar }: Attempt): Promise<() => Promise<void>> {
    const account = email.toLowerCase();
    const from = networkOf(address);
    const spent: [RateLimiterPostgres, string][] = [];
    const count = async (limiter: RateLimiterPostgres, what: string) => {
      const key = digest(what);
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

/** Who has one address of IPv6 has the 2^64 beside it. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const plain = ipaddr.process(address);
  return plain.kind() === 'ipv4' ? plain.toString() : plain.toNormalizedString().split(':').slice(0, 4).join(':');
}

/** The table shows neither who tried nor from where. */
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
