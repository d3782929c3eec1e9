import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { ImapFlow } from 'imapflow';
import { freePort, until } from './programs.js';

const PASSWORD = 'correct-horse-imap';

/** Stories that need a real IMAP server. Without one they are skipped, and say so. */
export function withImap(stories: () => void): void {
  const dovecot = Boolean(process.env.TEST_DOVECOT);
  if (!dovecot) console.warn('\n*** NO DOVECOT: THE STORIES OF MAILBOXES ARE SKIPPED ***\n');
  (dovecot ? describe : describe.skip)('a real mailbox', stories);
}

/** Dovecot on the loopback, in a folder of its own: any user, one password. */
export class ImapServer {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async open(): Promise<ImapServer> {
    // in /tmp: the path of a socket has 107 characters at most
    const folder = await mkdtemp('/tmp/overture-imap-');
    const server = new ImapServer(folder, await freePort());
    await chmod(folder, 0o755);
    for (const name of ['run', 'mail', 'home']) await mkdir(`${folder}/${name}`);
    const { uid, gid } = mailUser();
    for (const name of ['mail', 'home']) await chown(`${folder}/${name}`, uid, gid);
    await writeFile(`${folder}/dovecot.conf`, configuration(folder, server.port));
    await server.start();
    return server;
  }

  get password(): string {
    return PASSWORD;
  }

  async start(): Promise<void> {
    const child = spawn(process.env.TEST_DOVECOT!, ['-F', '-c', `${this.folder}/dovecot.conf`], {
      stdio: 'pipe',
      detached: true,
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    this.child = child;
    process.once('exit', () => killGroup(child));
    await until('the IMAP server answers', async () => {
      if (child.exitCode !== null)
        throw new Error(
          `Dovecot does not start: ${said} ${await readFile(`${this.folder}/log`, 'utf8').catch(() => '')}`,
        );
      const client = this.client('probe');
      return client.connect().then(
        () => (client.close(), true),
        (error: Error) => error.message,
      );
    });
  }

  async stop(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
    // those who serve a client outlive their master for half a minute
    killGroup(child);
  }

  /** Puts mails into a user's INBOX. */
  async deliver(user: string, mails: Buffer[]): Promise<void> {
    const client = this.client(user);
    await client.connect();
    for (const mail of mails) await client.append('INBOX', mail);
    await client.logout();
  }

  /** As after a restored backup: the mails are the same, their UIDs count anew. */
  async countAnew(user: string): Promise<void> {
    await this.stop();
    const folder = `${this.folder}/mail/${user}`;
    execFileSync('find', [folder, '-name', 'dovecot*', '-delete']);
    // UIDVALIDITY is the second in which it was made
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await this.start();
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private client(user: string): ImapFlow {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: this.port,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: PASSWORD },
      logger: false,
    });
    client.on('error', () => undefined);
    return client;
  }
}

function configuration(folder: string, port: number): string {
  const { username } = userInfo();
  const { uid, gid } = mailUser();
  // without root it can neither change its user nor its root folder
  const own =
    userInfo().uid === 0
      ? ''
      : `default_internal_user = ${username}\ndefault_login_user = ${username}\ndefault_internal_group = ${execFileSync('id', ['-gn']).toString().trim()}`;
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 0
mail_access_groups =
mail_max_userip_connections = 50
${own}
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}

function killGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-pid!, 'SIGKILL');
  } catch {
    // nobody is left
  }
}

/** Dovecot lets no mail belong to root: as root it belongs to "nobody". */
function mailUser(): { uid: number; gid: number } {
  const { uid, gid } = userInfo();
  return uid === 0 ? { uid: 65_534, gid: 65_534 } : { uid, gid };
}
