import { Resolver } from 'node:dns/promises';
import { MailRoutes, type MailRoute } from '../../../accounts/index.js';
import type { DnsServers } from '../../../platform/index.js';

/** Milliseconds for one attempt, and for all that one check asks. */
const TIMEOUT = 1_000;
const PATIENCE = 10_000;
/** Strangers write the answers: an SPF record of more than 450 octets breaks RFC 7208 (3.4) already. */
const MOST_RECORDS = 100;
const LONGEST_RECORD = 4_096;

const NOTHING = new Set(['ENOTFOUND', 'ENODATA']);

/** The DNS questions of one check. What it cannot answer in time is `null`, never "there is none". */
export class Lookups {
  private readonly resolver = new Resolver({ timeout: TIMEOUT, tries: 2 });
  private readonly routes: MailRoutes;
  private readonly deadline: number;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly dns: DnsServers,
    patience = PATIENCE,
  ) {
    const servers = Array.isArray(dns) ? { servers: dns } : {};
    this.routes = new MailRoutes({ ...servers, timeout: TIMEOUT });
    if (servers.servers) this.resolver.setServers(servers.servers);
    this.deadline = Date.now() + patience;
    this.timer = setTimeout(() => this.resolver.cancel(), patience);
  }

  close(): void {
    clearTimeout(this.timer);
    this.resolver.cancel();
  }

  /** As `dns.promises.resolve`, for mailauth. @throws with ETIMEOUT also where a resolver without a connection says "no such name" */
  resolve = async (name: string, type: string): Promise<unknown[]> => {
    if (this.dns === 'none' || Date.now() >= this.deadline) throw silence();
    try {
      const found = (await this.resolver.resolve(name, type)) as unknown[];
      return type === 'TXT' ? cut(found as string[][]) : found.slice(0, MOST_RECORDS);
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (!NOTHING.has(code) || (code === 'ENOTFOUND' && !(await this.routes.seesWorld()))) throw silence();
      throw error;
    }
  };

  /** Empty: there are none; null: DNS did not answer. */
  async txt(name: string): Promise<string[] | null> {
    const found = await this.orNone<string[]>(name, 'TXT');
    return found && found.map((pieces) => pieces.join(''));
  }

  async addresses(name: string): Promise<string[] | null> {
    const [four, six] = await Promise.all([this.orNone<string>(name, 'A'), this.orNone<string>(name, 'AAAA')]);
    return four && six && [...four, ...six];
  }

  /** `name`: such as 1.2.0.192.in-addr.arpa */
  names(name: string): Promise<string[] | null> {
    return this.orNone<string>(name, 'PTR');
  }

  /** False: neither the name exists nor one below it (RFC 8020); null: DNS did not answer. */
  async exists(name: string): Promise<boolean | null> {
    try {
      await this.resolve(name, 'TXT');
      return true;
    } catch (error) {
      const { code } = error as { code: string };
      return code === 'ENODATA' ? true : code === 'ENOTFOUND' ? false : null;
    }
  }

  async mailRoute(domain: string): Promise<MailRoute> {
    return this.dns === 'none' || Date.now() >= this.deadline ? 'unknown' : this.routes.of(domain);
  }

  private async orNone<T>(name: string, type: string): Promise<T[] | null> {
    try {
      return (await this.resolve(name, type)) as T[];
    } catch (error) {
      return NOTHING.has((error as { code: string }).code) ? [] : null;
    }
  }
}

const cut = (records: string[][]): string[][] =>
  records.slice(0, MOST_RECORDS).map((pieces) => [pieces.join('').slice(0, LONGEST_RECORD)]);

const silence = (): Error => Object.assign(new Error('DNS did not answer'), { code: 'ETIMEOUT' });
