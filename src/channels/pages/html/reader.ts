import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { DE } from './words.de.js';
import { EN, type Words } from './words.en.js';
import { FR } from './words.fr.js';

export const PAGE_LANGUAGES = { en: EN, de: DE, fr: FR } satisfies Record<string, Words>;
export type PageLanguage = keyof typeof PAGE_LANGUAGES;
const LOCALES: Record<PageLanguage, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR' };
const MOST_LANGUAGES = 12;

/** Who reads a page, as far as the page must know. */
export interface Reader {
  /** of what the page says by itself */
  tongue: PageLanguage;
  words: Words;
  /** for what people wrote, best first */
  wanted: string[];
  /** asked for with ?lang=, and kept in links */
  asked: string | null;
  day(date: Date): string;
}

/** `?lang=` before the language that we know of the person, before that of the browser. */
export function readerOf(request: FastifyRequest, ofContact: string | null = null): Reader {
  const { lang } = request.query as { lang?: unknown };
  const asked = typeof lang === 'string' ? code(lang) : null;
  const browser = new Negotiator(request).languages().slice(0, MOST_LANGUAGES);
  const found = [asked, ofContact && code(ofContact), ...browser.map(code), 'en'].filter((each) => each !== null);
  const wanted = [...new Set(found)] as string[];
  const tongue = wanted.find((each): each is PageLanguage => Object.hasOwn(PAGE_LANGUAGES, each)) ?? 'en';
  const format = new Intl.DateTimeFormat(LOCALES[tongue], { dateStyle: 'long', timeZone: 'UTC' });
  return { tongue, words: PAGE_LANGUAGES[tongue], wanted, asked, day: (date) => format.format(date) };
}

/** `de` of `de-AT`. */
function code(tag: string): string | null {
  return /^([a-z]{2,3})(?![a-z])/.exec(tag.toLowerCase())?.[1] ?? null;
}

/** A language in its own name: Français, 日本語. */
export function nameOf(language: string): string {
  if (Object.hasOwn(PAGE_LANGUAGES, language)) return PAGE_LANGUAGES[language as PageLanguage].name;
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
