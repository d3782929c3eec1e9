const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup of ours. Everything else that a page contains is text, and escaped. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = Html | string | number | false | null | undefined | readonly Part[];

/**
 * html`<p>${anything}</p>`: what is put in is escaped unless it is markup itself; nothing, where it is false or absent.
 */
export function html(markup: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(markup.reduce((text, piece, i) => text + render(parts[i - 1]) + piece));
}

export const NOTHING = new Html('');

function render(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map((each) => render(each)).join('');
  return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** Text that a person wrote, with its paragraphs and line breaks. */
export function paragraphs(text: string): Html[] {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p>${paragraph.split('\n').map((line, i) => html`${i > 0 && html`<br />`}${line}`)}</p>`);
}
