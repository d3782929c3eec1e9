import { Resolver } from 'node:dns/promises';

/**
 * Where mail for a domain goes. address_only: no MX, so by the old rule to the host of that name; null_mx: the domain
 * accepts none (RFC 7505); no_mail_server: it exists, and has no mail server; unknown: DNS gave no answer.
 */
export const MAIL_ROUTES = ['mx', 'address_only', 'null_mx', 'no_mail_server', 'no_such_domain', 'unknown'] as const;
export type MailRoute = (typeof MAIL_ROUTES)[number];

const NO_SUCH_NAME = new Set(['ENOTFOUND', 'EBADNAME']);
const NO_SUCH_RECORD = 'ENODATA';
const BLIND_FOR = 30_000;
const SEEING_FOR = 600_000;
/** After so many silences in a row, asking on would only cost time. */
const MOST_SILENCES = 20;

export interface RouteOptions {
  /** addresses of DNS servers, with or without a port; left out, the machine's own are asked */
  servers?: string[];
  /** for one attempt, in milliseconds */
  timeout?: number;
  tries?: number;
}

/** Asks DNS where mail goes. Caches nothing about domains, only whether the DNS servers are reachable. */
export class MailRoutes {
  private readonly resolver: Resolver;
  private seen: { world: boolean; until: number } | null = null;
  private probing: Promise<boolean> | null = null;
  private silences = 0;
  private silentUntil = 0;

  constructor({ servers, timeout = 2_000, tries = 2 }: RouteOptions = {}) {
    this.resolver = new Resolver({ timeout, tries });
    if (servers) this.resolver.setServers(servers);
  }

  async of(domain: string): Promise<MailRoute> {
    if (Date.now() < this.silentUntil) return 'unknown';
    const route = await this.ask(domain);
    if (route === 'unknown') {
      if (++this.silences >= MOST_SILENCES) {
        this.silences = 0;
        this.silentUntil = Date.now() + BLIND_FOR;
      }
      return route;
    }
    this.silences = 0;
    // a resolver without a connection answers that no name exists
    return route === 'no_such_domain' && !(await this.seesWorld()) ? 'unknown' : route;
  }

  private async ask(domain: string): Promise<MailRoute> {
    try {
      const found = await this.resolver.resolveMx(domain);
      const hosts = found.filter(({ exchange }) => exchange !== '' && exchange !== '.');
      if (hosts.length > 0) return this.saw('mx');
      if (found.length > 0) return this.saw('null_mx');
      return await this.withoutMx(domain);
    } catch (error) {
      const code = codeOf(error);
      if (code === NO_SUCH_RECORD) return this.withoutMx(domain);
      return NO_SUCH_NAME.has(code) ? 'no_such_domain' : 'unknown';
    }
  }

  private async withoutMx(domain: string): Promise<MailRoute> {
    const codes: string[] = [];
    for (const family of ['A', 'AAAA'] as const)
      try {
        if ((await this.resolver.resolve(domain, family)).length > 0) return this.saw('address_only');
        codes.push(NO_SUCH_RECORD);
      } catch (error) {
        codes.push(codeOf(error));
      }
    if (codes.every((code) => code === NO_SUCH_RECORD)) return this.saw('no_mail_server');
    return codes.every((code) => code === NO_SUCH_RECORD || NO_SUCH_NAME.has(code)) ? 'no_such_domain' : 'unknown';
  }

  private saw(route: MailRoute): MailRoute {
    this.seen = { world: true, until: Date.now() + SEEING_FOR };
    return route;
  }

  /** Whether the DNS servers are connected: one that is not answers that no name exists. */
  async seesWorld(): Promise<boolean> {
    if (this.seen && Date.now() < this.seen.until) return this.seen.world;
    this.probing ??= this.probe().finally(() => (this.probing = null));
    return this.probing;
  }

  /** The root, or else the largest zone: a resolver that knows neither has no connection. */
  private async probe(): Promise<boolean> {
    const answers = await Promise.allSettled([this.resolver.resolveNs('.'), this.resolver.resolveNs('com')]);
    const world = answers.some((answer) => answer.status === 'fulfilled' && answer.value.length > 0);
    this.seen = { world, until: Date.now() + (world ? SEEING_FOR : BLIND_FOR) };
    return world;
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? '';
}
