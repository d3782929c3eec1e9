import { createHash } from 'node:crypto';

const [CR, LF] = [13, 10];
const isBlank = (byte: number): boolean => (byte >= 9 && byte <= CR) || byte === 32 || byte === 160;

/** Line ends differ by the door that a mail comes through, and trailing blank lines too. */
export function hashOf(raw: Buffer): Buffer {
  const alike = Buffer.allocUnsafe(raw.length);
  let end = 0;
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === LF && raw[at - 1] === CR) continue;
    alike[end++] = raw[at] === CR ? LF : raw[at]!;
  }
  while (end > 0 && isBlank(alike[end - 1]!)) end--;
  return createHash('sha256').update(alike.subarray(0, end)).digest();
}

/** Everything above the first blank line. */
export function headersOf(raw: Buffer): Buffer {
  const end = raw.toString('latin1').search(/\r?\n\r?\n/);
  return end < 0 ? raw : raw.subarray(0, end);
}

/** PostgreSQL takes neither a NUL nor half a character. */
export const plain = (text: string): string => Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8');
