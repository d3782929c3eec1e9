import { createHash, randomBytes } from 'node:crypto';
import { HttpException, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { ConcurrencyLimit, row, rows, touched, transaction, type Actor } from '../../platform/index.js';
import { Passwords } from './passwords.js';
import { SignInLimits } from './sign-in-limits.js';
import { User } from '../users/user.entity.js';

/** Hours after which a browser's session ends, and hours without a request. */
const SESSION = { hours: 12, idle: 2 };
/** Days after which a token ends unless it is asked for less or more, and days without a request. */
const TOKEN = { days: 90, idle: 60 };

export const TOKEN_SCOPES = ['everything', 'read'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export interface Credentials {
  email: string;
  password: string;
  /** network address */
  from: string;
}

export interface TokenWish {
  label?: string | undefined;
  scope?: TokenScope | undefined;
  days?: number | undefined;
}

export interface OpenedSession {
  token: string;
  expiresAt: Date;
  user: User;
}

export interface SessionFacts {
  id: string;
  kind: 'session' | 'token';
  label: string | null;
  scope: TokenScope;
  address: string | null;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
}

export type SessionHolder = Actor & { sessionId: string; scope: TokenScope };

/** Opaque sessions in a table: a stolen database holds no usable token, and ending one works at once, everywhere. */
@Injectable()
export class Sessions {
  // a crowd that signs in must not take all connections of the database: they would wait for one row of the limits
  private readonly turns = new ConcurrencyLimit(4, 200);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
  ) {}

  openSession(credentials: Credentials): Promise<OpenedSession> {
    return this.open(credentials, { kind: 'session', label: null, scope: 'everything', hours: SESSION.hours });
  }

  openToken(credentials: Credentials, { label, scope, days }: TokenWish): Promise<OpenedSession> {
    return this.open(credentials, {
      kind: 'token',
      label: label ?? null,
      scope: scope ?? 'everything',
      hours: (days ?? TOKEN.days) * 24,
    });
  }

  /** The user with this address and password. @throws TooManyRequests, TooBusy, or 401 */
  check(credentials: Credentials): Promise<User> {
    return this.turns.take(() => this.checkNow(credentials));
  }

  private async checkNow({ email, password, from }: Credentials): Promise<User> {
    const user = await this.source
      .getRepository(User)
      .createQueryBuilder('u')
      .addSelect('u.passwordHash')
      .where('lower(u.email) = lower(:email)', { email })
      .getOne();
    const familiar = user !== null && (await row(this.source, USED_FROM, [user.id, from])) !== undefined;
    const refund = await this.limits.count({ email, from, familiar });
    const fits = await this.passwords.fits(password, user?.passwordHash);
    if (!user || !fits || user.state !== 'active') throw new HttpException('E-mail address or password is wrong.', 401);
    await refund();
    return user;
  }

  private async open(
    credentials: Credentials,
    {
      kind,
      label,
      scope,
      hours,
    }: { kind: SessionFacts['kind']; label: string | null; scope: TokenScope; hours: number },
  ): Promise<OpenedSession> {
    const user = await this.check(credentials);
    const token = randomBytes(32).toString('base64url');
    const opened = await transaction(this.source, user.id, (manager) =>
      row<{ expiresAt: Date }>(manager, INSERT_SESSION, [
        user.id,
        kind,
        label,
        digest(token),
        hours,
        scope,
        credentials.from,
      ]),
    );
    return { token, expiresAt: opened!.expiresAt, user };
  }

  /** Who holds this token now; undefined when it is not valid any more. */
  async holder(token: string): Promise<SessionHolder | undefined> {
    const found = await row<SessionHolder & { stale: boolean }>(this.source, HOLDER, [digest(token)]);
    if (!found) return undefined;
    const { stale, ...holder } = found;
    if (stale)
      await this.source.query('UPDATE session SET seen_at = clock_timestamp() WHERE id = $1', [holder.sessionId]);
    return holder;
  }

  async isOpen(sessionId: string): Promise<boolean> {
    return (await row(this.source, IS_OPEN, [sessionId])) !== undefined;
  }

  list(userId: string): Promise<SessionFacts[]> {
    return rows<SessionFacts>(this.source, OPEN_SESSIONS, [userId]);
  }

  /** False where this user has no such session. */
  async close(manager: EntityManager, userId: string, sessionId: string): Promise<boolean> {
    return (await touched(manager, CLOSE, [sessionId, userId])) > 0;
  }

  /** All of a user but `except`. Returns how many. */
  closeAll(manager: EntityManager, userId: string, except: string | null = null): Promise<number> {
    return touched(manager, CLOSE_ALL, [userId, except]);
  }
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const OPEN = `
s.revoked_at IS NULL
   AND s.expires_at > clock_timestamp()
   AND s.seen_at > clock_timestamp()
       - CASE s.kind WHEN 'token' THEN interval '${TOKEN.idle} days' ELSE interval '${SESSION.idle} hours' END`;

/** $1 user, $2 kind, $3 label, $4 hash, $5 hours, $6 scope, $7 network address */
const INSERT_SESSION = `
INSERT INTO session (user_id, kind, label, token_hash, expires_at, scope, address)
VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(hours => $5), $6, $7)
RETURNING expires_at`;

/** $1 hash */
const HOLDER = `
SELECT s.id AS session_id, s.scope, s.seen_at < clock_timestamp() - interval '1 minute' AS stale,
       u.id, u.name, u.department, u.roles
  FROM session s
  JOIN app_user u ON u.id = s.user_id
 WHERE s.token_hash = $1
   AND u.state = 'active'
   AND ${OPEN}`;

/** $1 session */
const IS_OPEN = `
SELECT
  FROM session s
  JOIN app_user u ON u.id = s.user_id
 WHERE s.id = $1
   AND u.state = 'active'
   AND ${OPEN}`;

/** $1 user */
const OPEN_SESSIONS = `
SELECT id, kind, label, scope, address, created_at, seen_at, expires_at
  FROM session s
 WHERE user_id = $1
   AND ${OPEN}
 ORDER BY created_at DESC
 LIMIT 100`;

/** $1 user, $2 network address */
const USED_FROM = `
SELECT
  FROM session
 WHERE user_id = $1
   AND address = $2
   AND created_at > clock_timestamp() - interval '90 days'
 LIMIT 1`;

/** $1 session, $2 user */
const CLOSE = `
UPDATE session
   SET revoked_at = clock_timestamp()
 WHERE id = $1
   AND user_id = $2
   AND revoked_at IS NULL`;

/** $1 user, $2 a session that stays, or null */
const CLOSE_ALL = `
UPDATE session
   SET revoked_at = clock_timestamp()
 WHERE user_id = $1
   AND id IS DISTINCT FROM $2
   AND revoked_at IS NULL`;
