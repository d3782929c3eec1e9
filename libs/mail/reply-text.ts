import { linesOf } from './mail.js';
import { CLOSING, CONTACT, DIVIDER, OTHER_FIELD, PHONE, WROTE } from './phrases/reply-phrases.js';

const LEAD =
  /^[\s*_>]*(?:on|am|le|el|il|op|den|em|no dia|dnia|dne|vào|pada|på|ma|ti|ke|to|pe|la|su|on .{0,10}|\d{1,4}[-./]\d{1,2}|\d{4}年|em |at |\p{L}{2,9}[.,]{1,2} )/iu;
const LONGEST_ATTRIBUTION = 4;

const FORWARD =
  /^\s*(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:transféré|réexpédié)|inizio messaggio inoltrato|-+ ?forwarded message)/iu;
const FROM_FIELD =
  /^[\s*>_]*(?:from|von|de|da|van|från|fra|od|от|expéditeur|remitente|mittente|lähettäjä|发件人|差出人|보낸 사람)\s*(?:\*\s*)?[:：].*\S/iu;

/** The person's own words: without quotes, the header blocks above them, signatures and what a phone adds. */
export function replyText(body: string): string {
  const lines = linesOf(body.replace(/\u00a0/g, ' ').replace(/[\u200b\ufeff]/g, '')).map((line) => line.trimEnd());
  const own = withoutSignature(withoutQuotes(lines));
  return own
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

function withoutQuotes(lines: string[]): string[] {
  const kept: string[] = [];
  const lastMarked = lines.findLastIndex((line) => line.startsWith('>'));
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.startsWith('>') || /^\s?>(?:\s|>|$)/.test(line)) continue;
    if (DIVIDER.test(line) || FORWARD.test(line) || isHeaderBlock(lines, at)) return withoutRule(kept);
    const length = attributionAt(lines, at);
    if (length > 0) {
      // what was quoted without marks runs to the end
      let next = at + length;
      while (lines[next]?.trim() === '') next++;
      if (next >= lines.length || (!/^\s?>/.test(lines[next]!) && lastMarked < next)) return kept;
      at += length - 1;
      continue;
    }
    kept.push(line);
  }
  return kept;
}

/** How many lines, from this one on, say who wrote what follows; 0 where they do not. */
function attributionAt(lines: string[], at: number): number {
  let joined = '';
  let rest = '';
  for (let n = 0; n < LONGEST_ATTRIBUTION && at + n < lines.length; n++) {
    const line = lines[at + n]!.replace(/^>+ ?/, '').trim();
    if (line === '') return 0;
    joined = joined === '' ? line : `${joined} ${line}`;
    rest = n === 0 ? '' : `${rest} ${line}`.trim();
    if (joined.length > 400) return 0;
    if (!/[:：]\s*[*_]*$/.test(joined)) continue;
    // one that begins further down leaves this line to the person: "Hi,"
    return isAttribution(joined) && !(LEAD.test(rest) && /\d/.test(rest) && isAttribution(rest)) ? n + 1 : 0;
  }
  return 0;
}

function isAttribution(line: string): boolean {
  const dated = /\d[-./: ]\s?\d|\d\.? \p{L}{3}|\p{L}{3}\.? \d|\d{4}年/u.test(line);
  const addressed = ADDRESSED.test(line);
  if (WROTE.test(line))
    return (
      (LEAD.test(line) && (dated || addressed)) ||
      (addressed && /^[^.!?]{0,200}$/u.test(withoutAddresses(line))) ||
      (dated && /^[\p{L}"' .,-]{2,60}(?:schrieb|wrote|skrev|schreef)/iu.test(line))
    );
  // Gmail where it has no word for it: date, name, address
  return dated && /^\d|^\p{L}{2,4}[.,] /u.test(line) && /^[^<]*<[^@]+@.+>$/.test(lastWord(line.slice(0, -1)));
}

const ADDRESSED = /\S@\S/;
const withoutAddresses = (line: string): string =>
  line
    .split(/(\s)/)
    .filter((word) => !ADDRESSED.test(word))
    .join('');
const lastWord = (line: string): string => line.trimEnd().split(/\s/).at(-1)!;

/** The block that Outlook and others put above what they quote. */
function isHeaderBlock(lines: string[], at: number): boolean {
  if (!FROM_FIELD.test(lines[at]!)) return false;
  const near = lines.slice(at + 1, at + 8);
  return near.filter((line) => OTHER_FIELD.test(line)).length >= 2;
}

/** The rule above a header block belongs to it. */
function withoutRule(kept: string[]): string[] {
  let end = kept.length;
  while (end > 0 && /^[\s*_=–—-]*$/.test(kept[end - 1]!)) end--;
  return kept.slice(0, end);
}

const DELIMITER = /^(?:-- ?|—|–– ?|_{10,}|-{10,}|={10,})$/;
const LONGEST_SIGNATURE = 12;
/** Closings and phone lines that one mail may end with. */
const MOST_ENDINGS = 20;

function withoutSignature(lines: string[]): string[] {
  let kept = cutAtDelimiter(lines);
  let before = -1;
  for (let turn = 0; turn < MOST_ENDINGS && kept.length !== before; turn++) {
    before = kept.length;
    kept = trimmed(kept);
    const ending = kept.at(-1) ?? '';
    if (isPhoneLine(ending)) kept = kept.slice(0, -1);
    else if (/^[-–—]\s?\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,3}$/u.test(ending) && standsAlone(kept))
      kept = kept.slice(0, -1);
    else kept = cutAtClosing(kept);
  }
  return kept;
}

/** The last delimiter that leaves something: what stands below "-- " is a signature, once. */
function cutAtDelimiter(lines: string[]): string[] {
  const at = lines.findIndex((line) => DELIMITER.test(line));
  return at < 0 ? lines : lines.slice(0, at);
}

const trimmed = (lines: string[]): string[] => lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);

/** "Sent from my iPhone", and not a sentence that begins alike. */
const isPhoneLine = (line: string): boolean =>
  PHONE.test(line) &&
  line.length <= 90 &&
  (!/,/.test(line) || /excuse|sorry|forgive|pardon|apolog|typos|brevity|tippfehler/i.test(line));

const standsAlone = (lines: string[]): boolean =>
  lines.length > 1 && (lines.at(-2)!.trim() === '' || !/^\s*[-–—*•]/.test(lines.at(-2)!));

/**
 * A closing and the block of name, title and numbers below it. A first name alone below it is left: it harms nobody.
 */
function cutAtClosing(lines: string[]): string[] {
  const at = lines.findLastIndex((line, i) => i > 0 && i >= lines.length - LONGEST_SIGNATURE && CLOSING.test(line));
  if (at < 0) return lines;
  const below = lines.slice(at + 1).filter((line) => line.trim() !== '');
  const block =
    below.length >= 2 &&
    below.every((line) => line.length < 90 && !/[.!?]$/.test(line.replace(/\b(?:inc|ltd|co|s\.a|corp)\.$/i, '')));
  return block || below.some((line) => CONTACT.test(line)) ? lines.slice(0, at) : lines;
}
