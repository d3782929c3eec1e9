import { cut } from '../text/index.js';
import { linesOf, type ParsedMail } from './mail.js';

/** A text or part further on has nothing new; what is longer is cut. */
const LONGEST_TEXT = 200_000;
const LONGEST_HTML = 400_000;
/** A longer line is broken at a space: a paragraph keeps all of its words. */
const LONGEST_LINE = 4_000;
const LONGEST_HEADER = 10_000;
const MOST_HEADERS = 1_000;
const MOST_PARTS = 50;

/** The same mail within bounds, so that no pattern meets more text than it was tried with. */
export function boundedMail({ headers, text, html, parts }: ParsedMail): ParsedMail {
  return {
    headers: headers.slice(0, MOST_HEADERS).map(({ name, value }) => ({ name, value: value.slice(0, LONGEST_HEADER) })),
    text: boundedText(text),
    html: html.slice(0, LONGEST_HTML),
    parts: parts.slice(0, MOST_PARTS).map((part) => ({ type: part.type, text: boundedText(part.text) })),
  };
}

export const boundedText = (text: string): string => linesOf(text.slice(0, LONGEST_TEXT)).flatMap(broken).join('\n');

function broken(line: string): string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_LINE) {
    const space = rest.lastIndexOf(' ', LONGEST_LINE);
    const piece = cut(rest, space > LONGEST_LINE / 2 ? space : LONGEST_LINE);
    pieces.push(piece);
    rest = rest.slice(piece.length).trimStart();
  }
  return [...pieces, rest];
}
