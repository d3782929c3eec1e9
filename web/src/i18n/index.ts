import { createContext, useContext } from 'react';
import { en } from './en';
import type { Words } from './translated';

export type { Words };

export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

/** English is bundled; other languages are loaded on demand. */
export const load = async (language: Language): Promise<Words> => (language === 'de' ? (await import('./de')).de : en);

export const Catalogue = createContext<{ words: Words; language: Language; choose: (language: Language) => void }>({
  words: en,
  language: 'en',
  choose: () => undefined,
});

export const useWords = (): Words => useContext(Catalogue).words;
export const useLanguage = () => useContext(Catalogue);

/** Turns a code into text where the catalogue has none: `connected_not_now` becomes "Connected not now". */
export const plain = (code: string): string => {
  const text = code.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
