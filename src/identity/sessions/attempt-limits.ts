import { createHash } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';

export const MINUTE = 60;

/** So many attempts in so many seconds; in the database, because several processes serve. */
export const attemptLimiter = (
  source: DataSource,
  keyPrefix: string,
  points: number,
  duration: number,
): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: source,
    storeType: 'typeorm',
    tableName: 'sign_in_attempt',
    tableCreated: true,
    keyPrefix,
    points,
    duration,
  });

/** Who has one address of IPv6 has the 2^64 beside it. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const plain = ipaddr.process(address);
  return plain.kind() === 'ipv4' ? plain.toString() : plain.toNormalizedString().split(':').slice(0, 4).join(':');
}

/** The table shows neither who tried nor from where. */
export const attemptKey = (text: string): string => createHash('sha256').update(text).digest('base64url');
