import { isIP } from 'node:net';
import type { ImapFlow } from 'imapflow';
import { AddressRefused, isLoopback, type Outbound } from '../../platform/index.js';
import type { Tls } from './mailbox.entity.js';

export interface ImapAddress {
  host: string;
  port: number;
  tls: Tls;
  username: string;
  password: string;
}

export const IMAP_PORTS = [143, 993];
export const PASSWORD_IN_CLEAR = 'A password goes over TLS only: choose implicit or starttls.';

/** Longer than the pause between two mails; IDLE is renewed before firewalls forget the line. */
const IDLE_FOR = 4 * 60_000;

/** A client that is not connected yet, to an address that may be reached. It logs nothing: its log would hold what people wrote. */
export async function imapClient(
  { host, port, tls, username, password }: ImapAddress,
  outbound: Outbound,
): Promise<ImapFlow> {
  const address = await outbound.resolve(host, port, IMAP_PORTS);
  if (tls === 'none' && !isLoopback(address)) throw new AddressRefused(PASSWORD_IN_CLEAR);
  // an installation without mailboxes starts without it
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow({
    host: address,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    port,
    secure: tls === 'implicit',
    // a line that was to be raised is never spoken over as it is
    ...(tls === 'implicit' ? {} : { doSTARTTLS: tls === 'starttls' }),
    auth: { user: username, pass: password },
    logger: false,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 5 * 60_000,
    maxIdleTime: IDLE_FOR,
    autoIdleDelay: 250,
    maxLiteralSize: 64 * 1024 * 1024,
    maxResponseSize: 72 * 1024 * 1024,
    clientInfo: { name: 'Overture' },
  });
  // the pending command is rejected when the connection ends
  client.on('error', () => undefined);
  return client;
}

/** What went wrong, for a person; the server's words, and never a password. */
export function imapProblem(error: unknown, password: string): string {
  const { authenticationFailed, responseText, code, message } = error as {
    authenticationFailed?: boolean;
    responseText?: string;
    code?: string;
    message?: string;
  };
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing answers at this host and port',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'the host cannot be looked up now',
    CONNECT_TIMEOUT: 'the host does not answer',
    ETIMEDOUT: 'the host does not answer',
  };
  const said = authenticationFailed
    ? `The server refuses the user or the password${responseText ? `: ${responseText}` : ''}.`
    : `${reasons[code ?? ''] ?? responseText ?? message ?? 'the connection ended'}`.replace(/\.?$/, '.');
  return said.replaceAll(password, '…').slice(0, 500);
}
