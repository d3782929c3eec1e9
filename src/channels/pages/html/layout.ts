import { Html, html, type paragraphs } from './html.js';
import { nameOf, type Reader } from './reader.js';
import { STYLE } from './style.js';

// to the letter: the policy allows this text by its hash
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

export interface Frame {
  reader: Reader;
  title: string;
  body: Html | ReturnType<typeof paragraphs>;
  /** the sender, above everything */
  from?: string;
  /** where the other languages are, and which there are; none: this page has no address of its own */
  switcher?: { languages: string[]; at: (language: string) => string } | undefined;
  /** of the script that counts views */
  counter?: Html;
}

/** Works forwarded, without cookies, without script, with a keyboard and with a screen reader. */
export function layout({ reader, title, body, from, switcher, counter }: Frame): string {
  const { tongue, words, asked } = reader;
  const current = asked && switcher?.languages.includes(asked) ? asked : tongue;
  const languages =
    switcher &&
    html`<nav aria-label="${words.language}">
      ${switcher.languages.map(
        (each) =>
          html`<a
            href="${switcher.at(each)}"
            hreflang="${each}"
            lang="${each}"
            ${each === current && html` aria-current="true"`}
            >${nameOf(each)}</a
          >`,
      )}
    </nav>`;
  return html`<!doctype html>
    <html lang="${tongue}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${STYLE_ELEMENT} ${counter}
      </head>
      <body>
        <header>${from && html`<p>${from}</p>`}${languages}</header>
        <main>${body}</main>
        <footer><p>${words.footer}</p></footer>
      </body>
    </html> `.markup;
}

/** Marks text that is in another language than the page. */
export const inLanguage = (reader: Reader, language: string): Html | false =>
  language !== reader.tongue && html` lang="${language}"`;
