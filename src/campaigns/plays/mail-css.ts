import { mayBeImage } from './mail-urls.js';

const HARMFUL =
  /expression\(|(java|vb|live)script:|-moz-binding|(?<![\w-])behavior:|@(import|charset|namespace|document)|[<\uFDD0\uFDD1]/;

/** A template has few styles, and each mail has them again. */
const known = new Map<string, string | null>();

/** The declarations without comments; null where they do more than show. */
export function safeCss(css: string): string | null {
  let safe = known.get(css);
  if (safe === undefined) {
    if (known.size > 2_000) known.clear();
    known.set(css, (safe = read(css)));
  }
  return safe;
}

/**
 * Cleans what stands in the style elements of sanitised HTML. No text and no attribute there can look like one: `<` is
 * escaped in both.
 */
export function withoutHarmfulCss(html: string, harm: () => void): string {
  return html.replaceAll(/<style([^>]*)>([^]*?)<\/style>/g, (_, attributes: string, css: string) => {
    const safe = safeCss(css.replaceAll(FONT_IMPORT, '').replaceAll(/<!--|-->/g, ' '));
    if (safe === null) harm();
    return safe === null || safe.trim() === '' ? '' : `<style${attributes}>${safe}</style>`;
  });
}

/** MJML writes it beside a link to the same style sheet. */
const FONT_IMPORT = /@import url\(https:\/\/fonts\.(?:googleapis\.com|bunny\.net)\/[^)\s;]*\);/g;

function read(css: string): string | null {
  // what remains is what is looked at: a comment hides nothing
  const bare = css.replaceAll(/\/\*[^]*?(?:\*\/|$)/g, ' ');
  const meaning = bare
    .replaceAll(/\\([0-9a-f]{1,6})\s?|\\([^])/gi, (_, hex?: string, letter?: string) =>
      hex ? String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)) : letter!,
    )
    .normalize('NFKC')
    .replaceAll(/[\s\p{C}\p{Z}\p{DI}]/gu, '')
    .toLowerCase();
  if (HARMFUL.test(meaning)) return null;
  for (const [, url] of meaning.matchAll(/url\(["']?([^"')]*)/g)) if (!mayBeImage(url!)) return null;
  // `-->` would end a comment that only Outlook reads into
  return bare.replaceAll(/--(?=!?>)/g, '-- ');
}
