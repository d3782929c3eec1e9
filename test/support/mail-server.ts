import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export interface Mail {
  messageId: string;
  /** of the envelope: where a bounce would go */
  from: string;
  recipient: string;
  /** when the handover began, and when it was taken: milliseconds */
  begunAt: number;
  takenAt: number;
  /** unless the server only `counts` */
  parsed: ParsedMail;
}

const MESSAGE_ID = /^message-id:\s*(\S+)/im;

/** A real SMTP server on the loopback, which remembers each message in the moment it takes it. */
export class MailServer {
  /** every message that was answered with 250, once for each recipient, also where nobody was there any more to read the answer */
  readonly accepted: Mail[] = [];
  connections = 0;
  mostConnections = 0;
  /** milliseconds between the dot and the answer */
  delay = 0;
  /** the answer to RCPT TO, such as '550 no such user'; nothing: welcome */
  refuse: (recipient: string) => string | undefined = () => undefined;
  /** cuts the line after the dot, when the message is taken */
  hangUp: (recipient: string) => boolean = () => false;
  /** never answers the dot, when the message is taken */
  fallSilent: (recipient: string) => boolean = () => false;
  /** keeps who got which message, and not what stood in it: for hundreds of thousands */
  counts = false;

  private readonly begun = new Map<string, number>();
  private readonly sockets = new Set<Socket>();
  private readonly server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onMailFrom: (_address, { id }, callback) => {
      this.begun.set(id, Date.now());
      callback();
    },
    onRcptTo: ({ address }, _session, callback) => callback(asReply(this.refuse(address))),
    // a sender that was killed in the middle of a message has handed over nothing
    onData: (stream, session, callback) => void this.take(stream, session, callback).catch(() => undefined),
  });

  static async open(): Promise<MailServer> {
    const mail = new MailServer();
    const { server } = mail.server;
    server.on('connection', (socket: Socket) => mail.count(socket));
    mail.server.on('error', () => undefined); // a sender that was killed is no error of ours
    await new Promise<void>((resolve) => void mail.server.listen(0, '127.0.0.1', resolve));
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  get messageIds(): string[] {
    return this.accepted.map(({ messageId }) => messageId);
  }

  private count(socket: Socket): void {
    // else Nagle's algorithm is what gets measured
    socket.setNoDelay(true);
    this.sockets.add(socket);
    this.connections += 1;
    this.mostConnections = Math.max(this.mostConnections, this.sockets.size);
    socket.once('close', () => this.sockets.delete(socket));
  }

  private async take(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    answer: (error?: Error | null) => void,
  ): Promise<void> {
    stream.on('error', () => undefined); // a sender killed in the middle of a message: nothing was accepted
    const source = await text(stream);
    const parsed = this.counts
      ? ({ messageId: MESSAGE_ID.exec(source)?.[1] } as ParsedMail)
      : await simpleParser(source, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const recipients = session.envelope.rcptTo.map(({ address }) => address);
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
    const [messageId, begunAt, takenAt] = [parsed.messageId!, this.begun.get(session.id)!, Date.now()];
    // the day's seal of the audit trail goes to administrators whenever it is due: no test waits for it
    if (messageId?.startsWith('<audit-')) return answer();
    for (const recipient of recipients) this.accepted.push({ messageId, from, recipient, begunAt, takenAt, parsed });
    const [recipient] = recipients as [string];
    if (this.fallSilent(recipient)) return;
    if (!this.hangUp(recipient)) return answer();
    for (const socket of this.sockets) if (socket.remotePort === session.remotePort) socket.destroy();
  }

  /** As new, for the next test. */
  reset(): void {
    this.accepted.length = 0;
    this.connections = 0;
    this.mostConnections = this.sockets.size;
    this.delay = 0;
    this.refuse = () => undefined;
    this.hangUp = () => false;
    this.fallSilent = () => false;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

function asReply(reply: string | undefined): Error | null {
  return reply ? Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) }) : null;
}
