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

/**
 * The text of an HTML body as a person sees it; a blockquote is quoted with ">", as in plain text. A reader of tokens and
 * not html-to-text: that takes 6 s for 50,000 nested tags and drops the text below its depth limit.
 */
export function textOfHtml(html: string): string {
  let text = '';
  let quoted = 0;
  let unread = '';
  const newLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const write = (words: string) => {
    if (words.trim() === '' && (text === '' || text.endsWith('\n'))) return;
    if (quoted > 0 && (text === '' || text.endsWith('\n'))) text += `${'>'.repeat(Math.min(quoted, 20))} `;
    text += words;
  };
  for (const [token, comment, close, name, rest] of html.matchAll(
    /(<!--[\s\S]*?(?:-->|$)|<![^>]*>)|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"<>]{0,2000}"|'[^'<>]{0,2000}'|[^'"<>]){0,400})>|[^<]+|</g,
  )) {
    if (comment !== undefined) continue;
    const tag = name?.toLowerCase();
    if (unread) {
      if (tag === unread && close) unread = '';
    } else if (tag === undefined) write(decodeHTML(token).replace(/[ \t\r\n\f\u00a0]+/g, ' '));
    else if (UNREAD.has(tag) && !close && !rest!.endsWith('/')) unread = tag;
    else if (tag === 'br') text += '\n';
    else if (BREAKS.has(tag)) {
      newLine();
      if (tag === 'p' && text !== '' && !text.endsWith('\n\n')) text += '\n';
      if (tag === 'hr') text += '________________________________\n';
      if (tag === 'blockquote') quoted = Math.max(0, quoted + (close ? -1 : 1));
    }
  }
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
