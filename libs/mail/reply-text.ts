import { linesOf } from './mail.js';
import { CLOSING, CONTACT, DEVICE, DIVIDER, OTHER_FIELD, PHONE, WROTE } from './phrases/reply-phrases.js';

const LEAD =
  /^[\s*_>]*(?:on|am|le|el|il|op|den|em|no dia|dnia|dne|vào|pada|på|ma|ti|ke|to|pe|la|su|on .{0,10}|\d{1,4}[-./]\d{1,2}|\d{1,2}\.? (?:de )?\p{L}{3,}|\d{4}年|em |at |\p{L}{2,9}[.,]{1,2} |\p{L}{4,14}, \d)/iu;
/** Of who wrote it: in lines, and in characters. */
const LONGEST_ATTRIBUTION = 4;
const LONGEST_SAYING = 400;

const FORWARD =
  /^\s*(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:transféré|réexpédié)|inizio messaggio inoltrato|-+ ?forwarded message)/iu;
const FROM_FIELD =
  /^[\s*>_]*(?:from|von|de|da|van|från|fra|od|от|expéditeur|remitente|mittente|lähettäjä|feladó|odesílatel|od koho|kimden|gönderen|από|de la|saatja|від|发件人|寄件者|差出人|보낸 사람|מאת|من)\s*(?:\*\s*)?[:：].*\S/iu;

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
  const lastMarked = lines.findLastIndex(isMarked);
  let barred = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const length = attributionAt(lines, at);
    if (length > 0) {
      let next = at + length;
      while (lines[next]?.trim() === '') next++;
      // what was quoted without marks runs to the end, but for a reply that stands below an empty quotation
      const unmarked = next >= lines.length || (!isQuote(lines[next]!) && lastMarked < next);
      if (unmarked && (isRule(line) || kept.some((each) => each.trim() !== '') || next >= lines.length)) return kept;
      barred ||= lines[next]?.startsWith('|') ?? false;
      at += length - 1;
      continue;
    }
    if (isMarked(line) || (barred && line.startsWith('|'))) continue;
    if (DIVIDER.test(line) || isTitle(lines, at) || FORWARD.test(line) || isHeaderBlock(lines, at))
      return withoutRule(kept);
    kept.push(line);
  }
  return kept;
}

/** "> ", and "AB> " with the initials of the person who wrote it. */
const isMarked = (line: string): boolean => /^(?:>|\s?>(?:\s|>|$)|\p{Lu}{1,3}>(?:\s|$))/u.test(line);

/** Words between rules, in any language, above the header of what is quoted: "---- Oprindelig besked ----". */
const isTitle = (lines: string[], at: number): boolean =>
  lines[at]!.length < LONGEST_TITLE &&
  /^\s*[-_=*]{3,} ?\S.{2,60}\S ?[-_=*]{3,}\s*$/.test(lines[at]!) &&
  isHeaderBlock(lines, at + 1);
const LONGEST_TITLE = 120;

const isQuote = (line: string): boolean => /^\s?[>|]/.test(line);

/** "---- On Tue, 22 Dec 2015 14:17:36 +0530 Sam wrote ----": what follows is quoted, without marks. */
const isRule = (line: string): boolean => /^-{2,}\s?\S.*\S\s?-{2,}$/.test(line) && WROTE.test(line);

/** "2016-03-03 17:21 GMT+01:00 Some One", "2013/7/20 Sam <sam@example.com>": a day, a time and a name, and nothing else. */
const DAY_AND_NAME =
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:,? \d{1,2}:\d{2}(?::\d{2})?)?(?: ?(?:[AP]M|(?:GMT|UTC)?[+-]\d{2}:?\d{2}|GMT|UTC))? \p{Lu}?\p{L}[^.!?:;]{1,60}(?: <\S+@\S+>)?$/u;

/** How many lines, from this one on, say who wrote what follows; 0 where they do not. */
function attributionAt(lines: string[], at: number): number {
  if (lines[at]!.length > LONGEST_SAYING) return 0;
  const first = lines[at]!.trim();
  if (isRule(first)) return 1;
  if (isAlone(lines, at) && (DAY_AND_NAME.test(first) || isWithoutColon(first))) return 1;
  let joined = '';
  let rest = '';
  let n = 0;
  for (let taken = 0; taken < LONGEST_ATTRIBUTION && at + n < lines.length; n++) {
    const whole = lines[at + n]!;
    if (whole.length > LONGEST_SAYING) return 0;
    const line = /[:：]/.test(whole) ? whole.replace(/^>+ ?/, '').trim() : whole.trim();
    // an address may stand on lines of its own
    if (line === '' && n > 0 && lines[at + n + 1]?.trim().startsWith('<')) continue;
    if (line === '') return 0;
    taken++;
    joined = joined === '' ? line : `${joined} ${line}`;
    rest = taken === 1 ? '' : `${rest} ${line}`.trim();
    if (joined.length > LONGEST_SAYING) return 0;
    if (!/[:：]\s*[*_]*$/.test(joined)) continue;
    // one that begins further down leaves this line to the person: "Hi,"
    const says = (text: string) => isAttribution(text.replace(/< /g, '<').replace(/ >/g, '>'));
    const own = !isBeginning(first) && LEAD.test(rest) && /\d/.test(rest) && says(rest);
    return says(joined) && !own ? n + 1 : 0;
  }
  return 0;
}

/** "On Wed, 14 Nov 2018 08:14:43 -0200 John Doe <john@example.com> wrote" */
const isWithoutColon = (line: string): boolean =>
  line.length < 200 &&
  ADDRESSED.test(line) &&
  /\d{4}|\d:\d\d/.test(line) &&
  WROTE.test(line.slice(-20)) &&
  isAttribution(line);

/** "On Nov 21, 2014," goes on below; "Hi," does not. */
const isBeginning = (line: string): boolean => line.endsWith(',') && LEAD.test(line) && /\d/.test(line);

/** Between empty lines, the ends, or above a quotation. */
function isAlone(lines: string[], at: number): boolean {
  const after = lines[at + 1]?.trim() ?? '';
  return (lines[at - 1]?.trim() ?? '') === '' && (after === '' || isQuote(after));
}

function isAttribution(line: string): boolean {
  const dated = /\d[-./: ]\s?\d|\d\.? (?:de )?\p{L}{3}|\p{L}{3}\.? \d|\d{4}年/u.test(line);
  const addressed = ADDRESSED.test(line);
  if (WROTE.test(line))
    return (
      (LEAD.test(line) && (dated || addressed)) ||
      (addressed && /^[^.!?]{0,200}$/u.test(withoutAddresses(line).replace(ABBREVIATION, ''))) ||
      (dated && /^[\p{L}"' .,-]{2,60}(?:schrieb|wrote|skrev|schreef)/iu.test(line))
    );
  // Gmail where it has no word for it: date, name, address
  return (
    dated &&
    /^\d|^\p{L}{2,4}[.,] |^\p{L}{2,14}, \d/u.test(line) &&
    /^[^<]*<[^@]+@.+>$/.test(lastWord(line.slice(0, -1)))
  );
}

/** "Di., 16. Aug.": a point that ends no sentence. */
const ABBREVIATION = /(?<![\p{L}\d])(?:\p{L}{1,5}|\d{1,2})\./gu;
const ADDRESSED = /\S@\S/;
const withoutAddresses = (line: string): string =>
  line
    .split(/(\s)/)
    .filter((word) => !ADDRESSED.test(word))
    .join('');
const lastWord = (line: string): string => line.trimEnd().split(/\s/).at(-1)!;

/** The block that Outlook and others put above what they quote, in any order: some begin it with the day. */
function isHeaderBlock(lines: string[], at: number): boolean {
  const line = lines[at] ?? '';
  const isFrom = FROM_FIELD.test(line);
  if (!isFrom && !DATE_FIELD.test(line)) return false;
  const near = lines.slice(at + 1, at + 8);
  if (!isFrom && !FROM_FIELD.test(near[0] ?? '')) return false;
  const fields = near.slice(isFrom ? 0 : 1).filter((each) => OTHER_FIELD.test(each)).length;
  // one further field is enough below an address that stands apart
  return fields >= 2 || (fields === 1 && isFrom && ADDRESSED.test(line) && (lines[at - 1]?.trim() ?? '') === '');
}
const DATE_FIELD = /^[\s*>_]*(?:date|datum|data|fecha|message du|дата|sent|gesendet|envoyé)\s*(?:\*\s*)?[:：].*\d/iu;

/** The rule above a header block belongs to it. */
function withoutRule(kept: string[]): string[] {
  let end = kept.length;
  while (end > 0 && /^[\s*_=–—-]*$/.test(kept[end - 1]!)) end--;
  return kept.slice(0, end);
}

const DELIMITER = /^(?:-- ?|—|–– ?|_{2,})$/;
/** Also a line of a table, which stands below a heading. */
const LONG_RULE = /^(?:-{10,}|={10,})$/;
const LONGEST_SIGNATURE = 12;
/** Closings and phone lines that one mail may end with. */
const MOST_ENDINGS = 20;

function withoutSignature(lines: string[]): string[] {
  let kept = cutAtPhoneLine(cutAtDelimiter(lines));
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
  const at = lines.findIndex(
    (line, i) => DELIMITER.test(line) || (LONG_RULE.test(line) && (i === 0 || lines[i - 1]!.trim() === '')),
  );
  return at < 0 ? lines : lines.slice(0, at);
}

const trimmed = (lines: string[]): string[] => lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);

/** "Sent from my iPhone", and not a sentence that begins alike. */
const isPhoneLine = (line: string): boolean =>
  PHONE.test(line) &&
  line.length <= 90 &&
  (!/,/.test(line) || /excuse|sorry|forgive|pardon|apolog|typos|brevity|tippfehler/i.test(line));

/** Below the line that a phone adds stands what it answers, without marks. */
function cutAtPhoneLine(lines: string[]): string[] {
  const at = lines.findIndex(
    (line, i) => isPhoneLine(line) && DEVICE.test(line) && lines[i - 1]?.trim() === '' && lines[i + 1]?.trim() === '',
  );
  return at > 0 && lines.slice(0, at).some((line) => line.trim() !== '') ? lines.slice(0, at) : lines;
}

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
