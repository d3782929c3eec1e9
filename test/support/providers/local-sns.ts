import { execFileSync } from 'node:child_process';
import { createSign, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../http.js';

export const TOPIC = 'arn:aws:sns:us-east-1:123456789012:overture';

/** A request that a provider would make. */
export interface Posted {
  body: string;
  headers: Record<string, string>;
}

const SIGNED = ['Message', 'MessageId', 'Subject', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];

/** A stand-in for Amazon SNS, which cannot run here: it signs by a real certificate of its own authority, and serves it. */
export class LocalSns {
  readonly asked: string[] = [];

  private constructor(
    private readonly server: Server,
    private readonly keys: Record<string, string>,
  ) {}

  static async open(): Promise<LocalSns> {
    const files = certificates();
    const server = createServer();
    const sns = new LocalSns(server, files);
    server.on('request', ({ url = '' }, reply) => {
      sns.asked.push(url);
      const text = url.startsWith('/confirm') ? '<ok/>' : files[url.slice(1)];
      reply.writeHead(text === undefined ? 404 : 200).end(text);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return sns;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** A message of SNS, signed; `facts` are part of what is signed, `forged` is changed afterwards. */
  message(facts: Json, { version = '2', key = 'sns.key', ...forged }: Json = {}): Posted {
    const message: Json = {
      Type: 'Notification',
      MessageId: randomUUID(),
      TopicArn: TOPIC,
      Timestamp: new Date().toISOString(),
      SignatureVersion: version,
      SigningCertURL: `${this.origin}/sns.pem`,
      ...facts,
    };
    const notified = message.Type === 'Notification';
    const text = SIGNED.filter((name) => message[name] !== undefined && (notified || name !== 'Subject'))
      .filter((name) => !notified || (name !== 'Token' && name !== 'SubscribeURL'))
      .map((name) => `${name}\n${message[name]}\n`)
      .join('');
    const signer = createSign(version === '1' ? 'RSA-SHA1' : 'RSA-SHA256').update(text);
    const Signature = signer.sign(this.keys[key]!, 'base64');
    return {
      body: JSON.stringify({ ...message, Signature, ...forged }),
      headers: { 'content-type': 'text/plain; charset=UTF-8', 'x-amz-sns-message-type': message.Type },
    };
  }

  event(event: Json, facts: Json = {}, forged: Json = {}): Posted {
    return this.message({ Message: JSON.stringify(event), ...facts }, forged);
  }

  async close(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }
}

/** sns.pem is signed by an authority of its own; expired.pem is over. */
function certificates(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'overture-sns-'));
  const openssl = (...options: string[]) => execFileSync('openssl', options, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  try {
    openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test authority', '-days', '2');
    openssl('req', ...key, '-keyout', 'sns.key', '-out', 'sns.csr', '-subj', '/CN=sns.amazonaws.com');
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
    openssl('x509', '-req', '-in', 'sns.csr', ...by, '-out', 'sns.pem', '-days', '2');
    openssl('x509', '-req', '-in', 'sns.csr', ...by, '-out', 'expired.pem', '-days', '-1');
    return Object.fromEntries(
      ['sns.key', 'sns.pem', 'expired.pem', 'ca.key'].map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
