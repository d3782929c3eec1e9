import { form } from './choices.page.js';
import { html } from './html.js';
import { layout } from './layout.js';
import { PAGE_LANGUAGES, type Reader } from './reader.js';

/** The page behind "unsubscribe": one click shows it, a second acts. */
export function stopPage(reader: Reader): string {
  const { unsubscribe: words } = reader.words;
  const body = html`<h1>${words.title}</h1>
    <p class="lead">${words.text}</p>
    <div class="bare">${form('stop', words.title, words.button, html``)}</div>`;
  const switcher = { languages: Object.keys(PAGE_LANGUAGES), at: (language: string) => `?lang=${language}` };
  return layout({ reader, title: words.title, body, switcher });
}
