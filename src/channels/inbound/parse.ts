import PostalMime, { decodeWords } from 'postal-mime';
import type { Header, ParsedMail } from '../../../libs/mail/index.js';
import { withoutEndlessLines } from './many-lines.js';

/** How much of the text and of each part is read: a longer report or reply has nothing new further on. */
const LONGEST_TEXT = 200_000;
/** Of all parts together, in bytes. */
const MOST_HEADERS = 256 * 1024;
const UNREAD = /^(?:image|audio|video|application|font)\//;

/**
 * A raw mail as plain data. A text without any header is taken for a body alone; the separator line of an mbox is
 * dropped.
 * @throws when its structure is beyond all bounds (nesting, headers of more than 256 KB)
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const source = withoutEndlessLines(withHeaders(raw));
  const email = await PostalMime.parse(source, {
    forceRfc822Attachments: true,
    attachmentEncoding: 'arraybuffer',
    maxHeadersSize: MOST_HEADERS,
  });
  const decode = new TextDecoder();
  const parts = email.attachments
    .filter(({ mimeType }) => !UNREAD.test(mimeType))
    .map(({ mimeType, content }) => ({
      type: mimeType,
      text: (typeof content === 'string' ? content : decode.decode(content)).slice(0, LONGEST_TEXT),
    }));
  return {
    headers: email.headers.map(({ originalKey, value }): Header => ({ name: originalKey, value: decodeWords(value) })),
    text: (
      email.text ||
      (email.html
        ? ''
        : (parts.find(({ type }) => type.startsWith('text/plain'))?.text ?? (parts.length > 0 ? '' : bodyOf(source))))
    ).slice(0, LONGEST_TEXT),
    html: (email.html ?? '').slice(0, LONGEST_TEXT * 2),
    parts,
  };
}

/** A mail whose boundaries do not match has no parts; the text below its headers is still read. */
function bodyOf(source: Uint8Array): string {
  const text = new TextDecoder().decode(source.subarray(0, LONGEST_TEXT * 2));
  return /\r?\n\r?\n([\s\S]*)/.exec(text)?.[1] ?? '';
}

/** "One: two" at the top of a text makes no header of it. */
const KNOWN =
  /^(?:received|return-path|from|to|subject|date|message-id|mime-version|content-type|delivered-to|envelope-to|x-[\w-]+)[ \t]*:/im;

function withHeaders(raw: Uint8Array): Buffer {
  const buffer = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const start = buffer.subarray(0, 20_000).toString('latin1');
  const [separator] = /^(?:From \S.*)?\r?\n?/.exec(start) ?? [''];
  const [block] = start.slice(separator.length).split(/\r?\n\r?\n/);
  if (/^[!-9;-~]+[ \t]*:/.test(block!) && KNOWN.test(block!)) return buffer.subarray(separator.length);
  return Buffer.concat([Buffer.from('Content-Type: text/plain; charset=utf-8\n\n'), buffer]);
}
