import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { dispatchIn, MailReader, ReturnAddresses } from '../channels/index.js';
import { ConfigError, linkKeysIfAny } from '../platform/index.js';
import type { Command } from './command.js';

/** What one mail is, as one line of JSON; a bounce has a line for each of its recipients. */
interface Line {
  file: string;
  kind: string;
  recipient: string | null;
  status: string | null;
  class: string | null;
  reason: string | null;
  returnDate: string | null;
  replyText: string | null;
  /** the Message-ID of ours that it quotes, or else the dispatch that its return address names */
  matched: string | null;
  /** of the return address that it came to: valid, none (of mails sent before 2026-12), or cannot be checked */
  signature: string | null;
}

/** With the keys of this installation where there is a configuration; else a signature cannot be checked. */
function returnAddresses(): ReturnAddresses {
  const keys = linkKeysIfAny();
  return new ReturnAddresses(keys && { linkKeys: keys });
}

export const mail: Command = {
  usage: 'mail inspect FILE…',
  about: 'say what mails are, one JSON line each (- reads standard input); needs no database',
  async run([what, ...files]) {
    if (what !== 'inspect' || files.length === 0) throw new ConfigError(`Usage: ${this.usage}`);
    let unread = 0;
    const reader = new MailReader();
    const addresses = returnAddresses();
    // one after the other: ten thousand need no more memory than the largest
    for (const file of files) {
      try {
        for (const line of await inspect(reader, addresses, file)) await print(JSON.stringify(line));
      } catch (error) {
        unread += 1;
        process.stderr.write(`${file}: ${reasonOf(error)}\n`);
      }
    }
    await reader.close();
    return unread > 0 ? 1 : 0;
  },
};

async function inspect(reader: MailReader, addresses: ReturnAddresses, file: string): Promise<Line[]> {
  const raw = file === '-' ? await buffer(process.stdin) : await readFile(file);
  if (raw.toString('latin1', 0, 4096).trim() === '' && raw.toString('latin1').trim() === '') throw new EmptyFile();
  const read = await reader.read(raw);
  if (read.problem !== null) throw new Error(read.problem);
  const { kind, returned, complaint, returnDate, replyText } = read.reading;
  const named = dispatchIn(read, addresses);
  const line: Line = {
    file,
    kind,
    recipient: complaint?.recipient ?? null,
    status: null,
    class: null,
    reason: null,
    returnDate,
    replyText,
    matched: named && (named.messageId ?? named.dispatchId),
    signature: named?.signature === 'unchecked' ? 'cannot be checked' : (named?.signature ?? null),
  };
  if (returned.length === 0) return [line];
  return returned.map(({ recipient, status, class: bounceClass, reason, action }) =>
    action === 'failed' || action === 'delayed'
      ? { ...line, recipient, status, class: bounceClass, reason }
      : { ...line, kind: 'other', recipient, status },
  );
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}

class EmptyFile extends Error {}

function reasonOf(error: unknown): string {
  if (error instanceof EmptyFile) return 'is empty.';
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EISDIR') return 'is a folder; name the files in it.';
  if (code === 'EACCES') return 'may not be read.';
  return `cannot be read: ${message}.`;
}
