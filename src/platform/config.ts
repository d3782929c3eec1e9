import { isIP } from 'node:net';
import { delimiter } from 'node:path';
import ipaddr from 'ipaddr.js';
import { libpqEnvironment } from './database/libpq.js';

/** The environment's settings, read once. Nothing else reads process.env. */
export class Config {
  /** of the application's role */
  readonly databaseUrl: string;
  /** of the role that owns the tables: migrations, backup and restore; null: there is one role for everything */
  readonly databaseOwnerUrl: string | null;
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  /** the sender of mails that belong to no campaign */
  readonly mailFrom: string;
  /** users are mailed to: there are a server and an address; else administrators hand their links over */
  readonly mailsUsers: boolean;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  /** whose word on the address of a request counts: 'loopback', 'none' or networks in CIDR notation */
  readonly trustProxy: string;
  /** where a worker answers who watches over it; null: nowhere */
  readonly healthPort: number | null;
  /** seconds without work, where there is work, after which a worker reports that it is not alive */
  readonly healthPatience: number;
  /** networks that webhooks, senders and mailboxes may reach though they are private, in CIDR notation */
  readonly outboundAllow: string[];
  /** the origin of what stands in for Amazon SNS in tests; null, as in production: only SNS itself is believed */
  readonly snsSimulator: string | null;
  /** the file that each day's anchor of the audit trail is added to; null: log and mail alone */
  readonly auditAnchors: string | null;
  readonly databasePool: number;
  readonly logLevel: string;
  readonly dns: DnsServers;

  constructor(private readonly env: NodeJS.ProcessEnv = process.env) {
    this.databaseUrl = required(
      env,
      'DATABASE_URL',
      'a PostgreSQL address, for instance postgres://user:password@127.0.0.1:5432/overture',
    );
    this.databaseOwnerUrl = env.DATABASE_OWNER_URL || null;
    this.redisUrl = env.REDIS_URL || null;
    this.smtpUrl = env.SMTP_URL || null;
    if (this.smtpUrl && !/^smtps?:\/\/[^/]/.test(this.smtpUrl))
      throw new ConfigError('SMTP_URL is an address such as smtps://user:password@smtp.example.com:465.');
    this.mailFrom = env.MAIL_FROM || 'overture@localhost.invalid';
    this.mailsUsers = this.smtpUrl !== null && Boolean(env.MAIL_FROM);
    this.host = env.HOST || '127.0.0.1';
    this.port = wholeNumber(env, 'PORT', 3000);
    this.publicUrl = (env.PUBLIC_URL || `http://localhost:${this.port}`).replace(/\/+$/, '');
    if (!URL.canParse(this.publicUrl))
      throw new ConfigError(
        `PUBLIC_URL is the address of this installation, such as https://overture.example.com, not "${this.publicUrl}".`,
      );
    this.trustProxy = env.TRUST_PROXY || 'loopback';
    if (!['loopback', 'none'].includes(this.trustProxy) && !this.trustProxy.split(',').every(isNetwork))
      throw new ConfigError(
        `TRUST_PROXY is loopback, none, or the addresses of proxies such as 10.1.0.7 or 10.1.0.0/16, not "${this.trustProxy}".`,
      );
    this.healthPort = env.HEALTH_PORT ? wholeNumber(env, 'HEALTH_PORT', 0) : null;
    this.healthPatience = wholeNumber(env, 'HEALTH_PATIENCE', 60);
    if (this.healthPatience === 0) throw new ConfigError('HEALTH_PATIENCE is a number of seconds, 1 or more.');
    this.outboundAllow = (env.OUTBOUND_ALLOW ?? '').split(',').filter(Boolean);
    const bad = this.outboundAllow.find((range) => !ipaddr.isValidCIDR(range));
    if (bad) throw new ConfigError(`OUTBOUND_ALLOW lists networks such as 10.1.0.0/16, not "${bad}".`);
    this.snsSimulator = env.SNS_SIMULATOR || null;
    this.auditAnchors = env.AUDIT_ANCHORS || null;
    this.databasePool = wholeNumber(env, 'DATABASE_POOL', 12);
    this.logLevel = env.LOG_LEVEL || 'warn';
    this.dns = dnsServers(env);
  }

  get isHttps(): boolean {
    return this.publicUrl.startsWith('https:');
  }

  /** Signs public links; 32 bytes or more. */
  get secret(): Buffer {
    return secretOf(this.env);
  }

  /**
   * Keys of public links and return addresses by their id, 1 to 255; the highest signs, and all that are here are
   * believed. 1 is OVERTURE_SECRET unless LINK_KEYS (`2:HEX,1:none`) says otherwise.
   */
  get linkKeys(): Map<number, Buffer> {
    return linkKeys(this.env);
  }

  /** Signs what other systems post to us (Standard Webhooks); null: they must sign in. */
  get inboundSecret(): string | null {
    const secret = this.env.INBOUND_SECRET || null;
    const bytes = Buffer.from((secret ?? '').replace(/^whsec_/, ''), 'base64').length;
    if (secret && (bytes < 24 || !/^(?:whsec_)?[\w+/]+={0,2}$/.test(secret)))
      throw new ConfigError(
        'INBOUND_SECRET must be whsec_ and at least 32 base64 characters: openssl rand -base64 32.',
      );
    return secret;
  }

  /** Folders that may hold pg_dump: the one of PG_BIN alone, or those of the PATH; `given`: PG_BIN is set. */
  get programFolders(): { folders: string[]; given: boolean } {
    const { PG_BIN, PATH } = this.env;
    return PG_BIN
      ? { folders: [PG_BIN], given: true }
      : { folders: (PATH ?? '').split(delimiter).filter(Boolean), given: false };
  }

  /** Whose role may do everything to the tables. */
  get ownerUrl(): string {
    return this.databaseOwnerUrl ?? this.databaseUrl;
  }

  /** For programs that know no DATABASE_URL, as the owner of the tables. */
  get libpq(): NodeJS.ProcessEnv {
    return libpqEnvironment(this.ownerUrl, this.env);
  }

  get queueBackend(): 'redis' | 'postgres' {
    return this.redisUrl ? 'redis' : 'postgres';
  }
}

/** As Config.linkKeys, for a command that needs no database; null where there is no secret either. */
export const linkKeysIfAny = (env: NodeJS.ProcessEnv = process.env): Map<number, Buffer> | null =>
  env.OVERTURE_SECRET ? linkKeys(env) : null;

function linkKeys(env: NodeJS.ProcessEnv): Map<number, Buffer> {
  const keys = new Map([[1, secretOf(env)]]);
  for (const entry of (env.LINK_KEYS ?? '').split(/[\s,]+/).filter(Boolean)) {
    const [, id, key] = /^(\d{1,3}):(none|(?:[\da-f]{2}){32,})$/i.exec(entry) ?? [];
    if (!key || Number(id) < 1 || Number(id) > 255)
      throw new ConfigError(
        'LINK_KEYS lists an id from 1 to 255 and at least 64 hexadecimal digits each, such as 2:ab…; 1:none retires a key.',
      );
    if (key === 'none') keys.delete(Number(id));
    else keys.set(Number(id), Buffer.from(key, 'hex'));
  }
  if (keys.size === 0) throw new ConfigError('LINK_KEYS leaves no key that could sign.');
  return keys;
}

function secretOf(env: NodeJS.ProcessEnv): Buffer {
  const secret = Buffer.from(
    required(env, 'OVERTURE_SECRET', 'at least 64 hexadecimal digits, for instance from: openssl rand -hex 32'),
    'hex',
  );
  if (secret.length < 32)
    throw new ConfigError('OVERTURE_SECRET is too short: give at least 64 hexadecimal digits (openssl rand -hex 32).');
  return secret;
}

/** DNS servers to ask, the machine's own, or none. */
export type DnsServers = string[] | 'system' | 'none';

/**
 * DNS_SERVERS: addresses, with or without a port, separated by commas; "none" looks nothing up; not set: the machine's
 * own.
 */
export function dnsServers(env: NodeJS.ProcessEnv = process.env): DnsServers {
  const given = (env.DNS_SERVERS ?? '').split(/[\s,]+/).filter(Boolean);
  if (given.length === 0) return 'system';
  if (given.length === 1 && given[0] === 'none') return 'none';
  const wrong = given.find((server) => isIP(server.replace(/^\[(.*)\](:\d+)?$|^([\d.]+):\d+$/, '$1$3')) === 0);
  if (wrong)
    throw new ConfigError(
      `DNS_SERVERS has "${wrong}": give IP addresses such as 9.9.9.9,[2620:fe::fe]:53, or none to look nothing up.`,
    );
  return given;
}

/** A boot that cannot continue; its message is one line for the person who started it. */
export class ConfigError extends Error {}

/** DEBUG=1 shows stack traces where else one line is shown. */
export const debugging = (): boolean => Boolean(process.env.DEBUG);

const isNetwork = (text: string): boolean => ipaddr.isValid(text) || ipaddr.isValidCIDR(text);

function required(env: NodeJS.ProcessEnv, name: string, what: string): string {
  const value = env[name];
  if (!value) throw new ConfigError(`${name} is not set: give ${what}.`);
  return value;
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const value = Number(env[name] || fallback);
  if (!Number.isInteger(value) || value < 0)
    throw new ConfigError(`${name} must be a whole number, not "${env[name]}".`);
  return value;
}
