import { createHash, randomBytes } from 'node:crypto';
import { HttpException, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { row, rows, touched, type Actor } from '../../platform/index.js';
import { passwordFits } from './passwords.js';
import { User } from '../users/user.entity.js';

const SESSION_HOURS = 12;
const TOKEN_DAYS = 90;

export interface OpenedSession {
  token: string;
  expiresAt: Date;
  user: User;
}

/** Opaque sessions in a table: a stolen database holds no usable token, and ending one works at once, everywhere. */
@Injectable()
export class Sessions {
  // by address and account together, so that no one can lock another out from elsewhere
  private readonly failures = new RateLimiterMemory({ points: 10, duration: 300 });

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async open(
    email: string,
    password: string,
    from: string,
    kind: 'session' | 'token',
    label: string | null = null,
  ): Promise<OpenedSession> {
    const key = `${from} ${email.toLowerCase()}`;
    const failed = await this.failures.get(key);
    if (failed && failed.remainingPoints <= 0)
      throw new HttpException(
        `Too many wrong passwords. Try again in ${Math.ceil(failed.msBeforeNext / 1000)} seconds.`,
        429,
      );
    const user = await this.source
      .getRepository(User)
      .createQueryBuilder('u')
      .addSelect('u.passwordHash')
      .where('lower(u.email) = lower(:email)', { email })
      .getOne();
    const fits = await passwordFits(password, user?.passwordHash);
    if (!user || !fits || user.state !== 'active') {
      await this.failures.consume(key).catch(() => undefined);
      throw new HttpException('E-mail address or password is wrong.', 401);
    }
    await this.failures.delete(key);
    return this.issue(user, kind, label);
  }

  private async issue(user: User, kind: 'session' | 'token', label: string | null): Promise<OpenedSession> {
    const token = randomBytes(32).toString('base64url');
    const opened = await row<{ expiresAt: Date }>(this.source, INSERT_SESSION, [
      user.id,
      kind,
      label,
      digest(token),
      kind === 'session' ? SESSION_HOURS : TOKEN_DAYS * 24,
    ]);
    return { token, expiresAt: opened!.expiresAt, user };
  }

  /** Who holds this token now; undefined when it is not valid any more. */
  async holder(token: string): Promise<(Actor & { sessionId: string }) | undefined> {
    const found = await row<{
      sessionId: string;
      stale: boolean;
      id: string;
      name: string;
      department: string;
      roles: string[];
    }>(this.source, SELECT_SESSION, [digest(token)]);
    if (!found) return undefined;
    if (found.stale)
      await this.source.query('UPDATE session SET seen_at = clock_timestamp() WHERE id = $1', [found.sessionId]);
    return {
      id: found.id,
      name: found.name,
      department: found.department,
      roles: found.roles,
      sessionId: found.sessionId,
    };
  }

  async list(
    userId: string,
  ): Promise<{ id: string; kind: string; label: string | null; createdAt: Date; seenAt: Date; expiresAt: Date }[]> {
    return rows(this.source, SELECT_SESSION_LIST, [userId]);
  }

  async close(userId: string, sessionId: string): Promise<boolean> {
    return (await touched(this.source, UPDATE_SESSION, [sessionId, userId])) > 0;
  }
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const INSERT_SESSION = `
INSERT INTO session (user_id, kind, label, token_hash, expires_at)
  VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(hours => $5)) RETURNING expires_at`;

const SELECT_SESSION = `
SELECT s.id AS session_id, s.seen_at < clock_timestamp() - interval '1 minute' AS stale, u.id, u.name, u.department,
    u.roles
   FROM session s JOIN app_user u ON u.id = s.user_id
  WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND u.state = 'active'`;

const SELECT_SESSION_LIST = `
SELECT id, kind, label, created_at, seen_at, expires_at
  FROM session WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > clock_timestamp() ORDER BY created_at DESC
    LIMIT 100`;

const UPDATE_SESSION = `
UPDATE session SET revoked_at = clock_timestamp() WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL`;
