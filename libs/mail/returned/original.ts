import { phrases } from '../phrases/phrases.js';
import { fieldsOf, header, headersNamed, linesOf, messageIdsIn, type Header, type ParsedMail } from '../mail.js';

/** A report, cut in two: what the server wrote, and the headers of the mail it is about (empty where it has none). */
export interface OriginalSplit {
  report: string;
  original: Header[];
}

const ORIGINAL_TYPES = [
  'message/rfc822',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/partial',
  'message/global',
  'message/global-headers',
];
const ORIGINAL_FIELD = phrases(
  String.raw`
  received
  return-path
  message-id
  from
  to
  cc
  date
  subject
  mime-version
  content-type
  content-transfer-encoding
  dkim-signature
  domainkey-signature
  sender
  reply-to
  user-agent
  references
  in-reply-to
  list-[a-z-]+
  delivered-to
  x-[a-z0-9-]+
  authentication-results
`,
  { before: String.raw`^`, after: String.raw`:`, flags: 'i' },
);
/** Fields that a server writes and people do not: one of them must be there. */
const SURE = /^(?:received|return-path|message-id|mime-version|content-type|dkim-signature|x-mailer):/i;
const MARKER = phrases(
  String.raw`
  copy of (?:the|your) (?:original )?message
  original message (?:follows|headers?|is|attached|below)
  message headers? follows?
  unsent message (?:is )?(?:below|follows)
  returned message
  below this line is a copy
  text of (?:the )?message
  start of (?:the )?returned
  included (?:below|is)
  ---- ?original (?:message|mail)
  undelivered message
  message is returned
  header of the (?:original|message)
  the first \d+ (?:bytes|lines|characters) of
`,
  { flags: 'i' },
);

export function cutReport(mail: ParsedMail, text: string): OriginalSplit {
  const attached = mail.parts.find(
    ({ type, text: part }) => ORIGINAL_TYPES.includes(type) && fieldsOf(skipBlank(part)).length > 0,
  );
  const lines = linesOf(text);
  const at = startOfOriginal(lines);
  const quoted = at < 0 ? [] : fieldsOf(lines.slice(at).join('\n'));
  const later = mail.parts
    .filter(({ type }) => type.startsWith('text/'))
    .map((part) => fieldsOf(skipBlank(part.text)))
    .find((fields) => fields.some(({ name }) => SURE.test(`${name}:`)));
  return {
    report: (at < 0 ? lines : lines.slice(0, at)).join('\n'),
    original: attached ? fieldsOf(skipBlank(attached.text)) : quoted.length > 0 ? quoted : (later ?? []),
  };
}

const skipBlank = (text: string): string => text.replace(/^\s*\n/, '').replace(/^>?From .*\r?\n/, '');

const LONGEST_BLOCK = 60;
/** How many lines below a marker the headers may begin. */
const MARKED_FOR = 4;

/** The line at which the copied headers begin: where several stand together, a server's own among them. */
function startOfOriginal(lines: string[]): number {
  // each line is looked at once, also where many blocks overlap
  const seen = lines.map((line) => ({
    known: ORIGINAL_FIELD.test(line),
    sure: SURE.test(line),
    goesOn: /^[ \t]+\S/.test(line) || /^[!-9;-~]+:/.test(line),
  }));
  let marked = -Infinity;
  return lines.findIndex((line, at) => {
    if (seen[at]!.known && (at - marked <= MARKED_FOR || isBlock(seen, at))) return true;
    if (MARKER.test(line)) marked = at;
    return false;
  });
}

function isBlock(seen: { known: boolean; sure: boolean; goesOn: boolean }[], at: number): boolean {
  let end = at + 1;
  while (end < at + LONGEST_BLOCK && seen[end]?.goesOn) end++;
  const block = seen.slice(at, end);
  return block.filter(({ known }) => known).length >= 3 && block.some(({ sure }) => sure);
}

/** Message-IDs that a mail answers or is about, the surest first and each once. */
export function answeredIds(mail: ParsedMail, original: Header[], report: string): string[] {
  const texts = [
    header(mail.headers, 'in-reply-to'),
    ...headersNamed(original, 'message-id'),
    ...headersNamed(mail.headers, 'references').flatMap((value) => messageIdsIn(value).toReversed()),
    ...['x-original-message-id', 'original-message-id', 'x-ms-exchange-parent-message-id'].map((name) =>
      header(mail.headers, name),
    ),
    report,
  ];
  return [...new Set(texts.flatMap(messageIdsIn))];
}
