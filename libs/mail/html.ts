import { decodeHTML } from 'entities';

const UNREAD = new Set(['script', 'style', 'head', 'title', 'template']);
const BREAKS = new Set([
  'p',
  'div',
  'tr',
  'li',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'hr',
  'pre',
]);
/** A comment, also one that never ends, as browsers read it; a tag; words. A name gives no letter back to its attributes. */
const TOKEN =
  /(<!--[\s\S]*?(?:-->|$)|<![^>]*(?:>|$))|<(\/?)([a-zA-Z][\w:-]*)(?![\w:-])((?:"[^"<>]{0,2000}"|'[^'<>]{0,2000}'|[^'"<>]){0,400})>|[^<]+|</g;

/**
 * The text of an HTML body as a person sees it; a blockquote is quoted with ">", as in plain text. A reader of tokens and
 * not html-to-text: that takes 6 s for 50,000 nested tags and drops the text below its depth limit.
 */
export function textOfHtml(html: string): string {
  const lines: string[] = [];
  let line = '';
  let quoted = 0;
  let unread = '';
  const endLine = () => {
    lines.push(line.trimEnd());
    line = '';
  };
  const newLine = () => {
    if (line !== '') endLine();
  };
  const write = (words: string) => {
    if (line === '' && words.trim() === '') return;
    if (line === '' && quoted > 0) line = `${'>'.repeat(Math.min(quoted, 20))} `;
    line += words;
  };
  for (const [token, comment, close, name, rest] of html.matchAll(TOKEN)) {
    if (comment !== undefined) continue;
    const tag = name?.toLowerCase();
    if (unread) {
      if (tag === unread && close) unread = '';
    } else if (tag === undefined) write(decodeHTML(token).replace(/[ \t\r\n\f\u00a0]+/g, ' '));
    else if (UNREAD.has(tag) && !close && !rest!.endsWith('/')) unread = tag;
    else if (tag === 'br') endLine();
    else if (BREAKS.has(tag)) {
      newLine();
      if (tag === 'p' && lines.length > 0 && lines.at(-1) !== '') endLine();
      if (tag === 'hr') lines.push('________________________________');
      if (tag === 'blockquote') quoted = Math.max(0, quoted + (close ? -1 : 1));
    }
  }
  return [...lines, line]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
