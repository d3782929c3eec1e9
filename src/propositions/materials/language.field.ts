import { Text } from '../../platform/index.js';

/** A language as pages and their readers name it: two or three small letters (ISO 639). */
export const Language = (options: { optional?: boolean; nullable?: boolean; description?: string } = {}) =>
  Text({ example: 'de', pattern: /^[a-z]{2,3}$/, max: 3, ...options });

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Whether there is such a language: `xx` is of the right form and none. */
export const isLanguage = (code: string): boolean => /^[a-z]{2,3}$/.test(code) && NAMES.of(code) !== undefined;
