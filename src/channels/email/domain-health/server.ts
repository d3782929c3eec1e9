import type { Socket } from 'node:net';
import ipaddr from 'ipaddr.js';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isLoopback } from '../../../platform/index.js';
import type { SmtpServer } from '../smtp.transport.js';
import { met, notApplicable, notMet, unknown, type HealthLine } from './line.js';
import type { Lookups } from './lookups.js';

/** What one connection to the mail server showed, without signing in or sending. */
export interface ServerFacts {
  host: string;
  /** that it was reached at; null: it was not reached */
  address: string | null;
  /** the company's own: its name is below the domain in From */
  own: boolean;
  tls: 'valid' | 'missing' | 'certificate' | 'same_machine' | 'unknown';
  words: string | null;
}

const PATIENCE = 8_000;

export async function probeServer(server: SmtpServer, isOwn: (host: string) => boolean): Promise<ServerFacts> {
  const { host, port, tls, connect } = server;
  const facts = { host, own: isOwn(host), words: null };
  const sameMachine = tls === 'none' && isLoopback(host);
  let socket: Socket | null = null;
  try {
    socket = connect ? await connect(host, port) : null;
    const { address, error } = await greet({ host, port, tls, socket });
    if (sameMachine) return { ...facts, address, tls: 'same_machine' };
    return { ...facts, address, tls: error ? judge(error) : 'valid', words: error?.message ?? null };
  } catch (error) {
    const words = (error as Error).message;
    return { ...facts, address: null, tls: sameMachine ? 'same_machine' : 'unknown', words };
  } finally {
    socket?.destroy();
  }
}

interface Greeting {
  host: string;
  port: number;
  tls: SmtpServer['tls'];
  socket: Socket | null;
}

type TlsError = Error & { code?: string };

/** As the transport does it, but for a server without TLS: it is asked for TLS all the same. */
function greet({ host, port, tls, socket }: Greeting): Promise<{ address: string | null; error: TlsError | null }> {
  const smtp = new SMTPConnection({
    host,
    port,
    secure: tls === 'tls',
    requireTLS: tls !== 'tls' && !(tls === 'none' && isLoopback(host)),
    ignoreTLS: tls === 'none' && isLoopback(host),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    ...(socket ? { connection: socket } : {}),
  });
  let address: string | null = socket?.remoteAddress ?? null;
  return new Promise((resolve) => {
    const end = (error: TlsError | null) => {
      address ??= (smtp as unknown as { _socket?: Socket })._socket?.remoteAddress ?? null;
      clearTimeout(timer);
      smtp.close();
      resolve({ address, error });
    };
    const timer = setTimeout(() => end(new Error('The server did not answer in time.')), PATIENCE);
    smtp.once('error', end);
    smtp.connect((error?: TlsError) => end(error ?? null));
  });
}

/** Only what names TLS says something of it: a line that was cut does not. */
function judge({ message, code = '' }: TlsError): ServerFacts['tls'] {
  if (/certificate|self.signed|altname|CERT_|issuer/i.test(`${code} ${message}`)) return 'certificate';
  return /STARTTLS/i.test(message) ? 'missing' : 'unknown';
}

export function tlsLine({ tls, words, host }: ServerFacts): HealthLine {
  if (tls === 'valid') return met('tls', host);
  if (tls === 'same_machine') return notApplicable('tls', 'same_machine', host);
  if (tls === 'unknown') return unknown('tls', 'no_answer', words);
  return notMet('tls', tls === 'missing' ? 'tls_missing' : 'tls_certificate', { found: words });
}

/** An own server has a name for its address, and this name leads back to it. */
export async function ptrLine({ address, own, host }: ServerFacts, lookups: Lookups): Promise<HealthLine> {
  if (!own || !address || !isPublicAddress(address)) return notApplicable('ptr', 'not_own_server', address);
  const reverse = reverseName(address);
  const names = await lookups.names(reverse);
  if (!names) return unknown('ptr');
  const wanted = ipaddr.process(address).toNormalizedString();
  let silent = false;
  for (const name of names.slice(0, 10)) {
    const addresses = await lookups.addresses(name);
    silent ||= !addresses;
    if (addresses?.some((each) => ipaddr.process(each).toNormalizedString() === wanted))
      return met('ptr', `${address} = ${name}`);
  }
  if (silent) return unknown('ptr');
  const record = { type: 'PTR' as const, name: reverse, value: `${host}.` };
  return notMet('ptr', 'ptr_missing', { found: [address, ...names].join(' '), record });
}

export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

/** As DNS asks for it: 192.0.2.1 is 1.2.0.192 with `zone` behind it. */
export function reverseName(address: string, zone?: string): string {
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return [...parsed.toByteArray().toReversed(), zone ?? 'in-addr.arpa'].join('.');
  const nibbles = Buffer.from(parsed.toByteArray()).toString('hex').split('').toReversed();
  return [...nibbles, zone ?? 'ip6.arpa'].join('.');
}
