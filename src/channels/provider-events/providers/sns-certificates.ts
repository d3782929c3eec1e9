import { X509Certificate, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AddressRefused, Config, Outbound, spend, Unavailable } from '../../../platform/index.js';
import { EventRefused } from './provider.js';

class CertificateNotRead extends Unavailable {}

const LARGEST = 20_000;
const MOST_KEPT = 50;
const KEPT = 24 * 3_600_000;

/** Which addresses are those of SNS. */
@Injectable()
export class SnsAddresses {
  constructor(private readonly config: Config) {}

  /** An address of SNS in this region over HTTPS, with nothing else in it; null for all others. */
  of(text: string, region: string): URL | null {
    if (!URL.canParse(text)) return null;
    const url = new URL(text);
    if (url.username || url.password) return null;
    if (url.origin === this.config.snsSimulator) return url;
    const ofRegion = [`sns.${region}.amazonaws.com`, `sns.${region}.amazonaws.com.cn`].includes(url.host);
    return url.protocol === 'https:' && ofRegion ? url : null;
  }
}

/** The certificates by which SNS signs. That they come from SNS itself, over TLS, is what makes them count. */
@Injectable()
export class SnsCertificates {
  private readonly kept = new Map<string, { key: Promise<KeyObject>; until: number }>();
  /** a stranger who knows the topic could have us fetch one file after the other */
  private readonly fetching = new RateLimiterMemory({ points: 20, duration: 60 });

  constructor(
    private readonly outbound: Outbound,
    private readonly addresses: SnsAddresses,
  ) {}

  /** @throws EventRefused for an address that is not of SNS in this region; CertificateNotRead where it does not answer */
  async keyAt(text: string, region: string): Promise<KeyObject> {
    const url = this.addresses.of(text, region);
    if (!url || !/^\/[\w-]{1,100}\.pem$/.test(url.pathname) || url.search !== '')
      throw new EventRefused('The certificate is not at Amazon SNS in the region of the topic.');
    const known = this.kept.get(url.href);
    if (known && known.until > Date.now()) return known.key;
    await spend(this.fetching, 'all', 'Too many certificates were asked for.');
    const key = this.fetch(url);
    if (this.kept.size >= MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(url.href, { key, until: Date.now() + KEPT });
    key.catch(() => this.kept.delete(url.href));
    return key;
  }

  private async fetch(url: URL): Promise<KeyObject> {
    const { status, words } = await this.outbound.get(url.href, LARGEST).catch((error: Error) => {
      if (error instanceof AddressRefused) throw new EventRefused(error.message);
      throw new CertificateNotRead(`The certificate of Amazon SNS could not be read: ${error.message}`);
    });
    if (status !== 200) throw new CertificateNotRead(`Amazon SNS answered ${status} where its certificate should be.`);
    let certificate: X509Certificate;
    try {
      certificate = new X509Certificate(words);
    } catch {
      throw new EventRefused('What stands at the address of the certificate is none.');
    }
    const now = Date.now();
    if (Date.parse(certificate.validTo) < now || Date.parse(certificate.validFrom) > now)
      throw new EventRefused('The certificate is not valid now.');
    return certificate.publicKey;
  }
}
