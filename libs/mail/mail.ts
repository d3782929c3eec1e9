/** One header as it stands in the mail: unfolded, encoded words decoded. */
export interface Header {
  name: string;
  value: string;
}

/** A part beside the body: what was attached, quoted as a whole or written for machines. */
export interface MailPart {
  /** lower case, such as message/delivery-status */
  type: string;
  text: string;
}

/** A mail as plain data: headers in order, the body as text and HTML, everything else as parts in order. */
export interface ParsedMail {
  headers: Header[];
  text: string;
  html: string;
  parts: MailPart[];
}

/** The first header of that name, trimmed; '' where there is none. */
export function header(headers: Header[], name: string): string {
  return headersNamed(headers, name)[0] ?? '';
}

export function headersNamed(headers: Header[], name: string): string[] {
  const wanted = name.toLowerCase();
  return headers.filter((each) => each.name.toLowerCase() === wanted).map((each) => each.value.trim());
}

/** A longer calendar holds more than an answer. */
export const MOST_CALENDAR = 50_000;

const LONGEST_FROM = 2_000;

/**
 * The author's address, lower case, or null: that in angle brackets where there is one, for the name beside it may be
 * another's address.
 */
export function authorOf(headers: Header[]): string | null {
  const from = header(headers, 'from').slice(0, LONGEST_FROM);
  const bracketed = from.slice(from.lastIndexOf('<') + 1);
  return (from.includes('<') ? addressesIn(bracketed)[0] : addressesIn(from)[0])?.toLowerCase() ?? null;
}

const FIELD = /^([!-9;-~]+):[ \t]*(.*)$/;

/** Header fields as text, unfolded; ends at the first blank line. */
export function fieldsOf(block: string): Header[] {
  const fields: Header[] = [];
  for (const line of linesOf(block)) {
    if (line.trim() === '' && fields.length > 0) break;
    const [, name, value] = FIELD.exec(line) ?? [];
    if (name !== undefined) fields.push({ name, value: value! });
    else if (/^[ \t]/.test(line) && fields.length > 0) fields.at(-1)!.value += ` ${line.trim()}`;
  }
  return fields;
}

/** Groups of header fields, as a delivery status has them: one for the message, then one a recipient. */
export const fieldGroupsOf = (block: string): Header[][] =>
  block
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .filter((group) => group.length > 0);

export const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);

/** A run of what may stand in an address: one pattern for all of it would read the run anew from each of its letters. */
const RUN = /[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.@-]+/gu;
const LONGEST_LOCAL = 200;
/** A local part begins where no letter of another word stands before it. */
const BEGINNING = /(?<![\p{L}\p{N}._%+-])[^]/gu;
const DOMAIN = /^[\p{L}\p{N}_.-]{0,254}[\p{L}\p{N}]/u;

/** Every address in a text, lower-case domain, in order and once. */
export function addressesIn(text: string): string[] {
  const found = new Set<string>();
  for (const [run] of text.matchAll(RUN))
    if (run.includes('@')) for (const each of addressesOfRun(run)) found.add(each);
  return [...found];
}

function addressesOfRun(run: string): string[] {
  const found: string[] = [];
  // how much of a piece is the domain of the address before
  let taken = 0;
  run.split('@').reduce((before, after) => {
    BEGINNING.lastIndex = Math.max(taken, before.length - LONGEST_LOCAL);
    const begins = BEGINNING.exec(before)?.index;
    const domain = begins === undefined ? undefined : DOMAIN.exec(after)?.[0];
    taken = domain?.length ?? 0;
    if (domain) found.push(plainAddress(`${before.slice(begins)}@${domain}`));
    return after;
  });
  return found;
}

function plainAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).replace(/^['.=]+|^mailto:/g, '');
  return `${local}@${address.slice(at + 1).toLowerCase()}`;
}

/** Every Message-ID in a header such as References, brackets included. */
export const messageIdsIn = (text: string): string[] => [...text.matchAll(/<[^<>\s@]+@[^<>\s]+>/g)].map(([id]) => id);
