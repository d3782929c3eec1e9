import { useEffect, useState } from 'react';
import { BLANK, NEEDS, type Picture } from './Picture';

export interface Newcomer {
  name: string;
  role: string;
  title: string;
  email: string;
  since: string;
  attitude: string;
  preferredSupplier: string;
}
export interface Draft extends Picture {
  contactId: string | null;
  /** by question */
  said: Record<string, string>;
  people: Newcomer[];
  voiced: { kind: (typeof NEEDS)[number]; words: string }[];
}
export const NEWCOMER: Newcomer = {
  name: '',
  role: 'unknown',
  title: '',
  email: '',
  since: '',
  attitude: '',
  preferredSupplier: '',
};
const EMPTY: Draft = { ...BLANK, contactId: null, said: {}, people: [], voiced: [] };

/** What is typed stays in this browser until it is filed: a closed window loses nothing. */
export function useDraft(id: string) {
  const key = `overture.check-in.${id}`;
  const [draft, setDraft] = useState<Draft>(() => ({ ...EMPTY, ...read(key) }));
  useEffect(() => localStorage.setItem(key, JSON.stringify(draft)), [key, draft]);
  return {
    draft,
    change: (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more })),
    forget: () => localStorage.removeItem(key),
  };
}

function read(key: string): Partial<Draft> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Draft>;
  } catch {
    return {};
  }
}

/** As the API takes it; what was left blank is left out. */
export const bodyOf = ({ contactId, said, people, voiced }: Draft) => ({
  ...(contactId ? { contactId } : {}),
  said: Object.entries(said)
    .filter(([, words]) => words.trim())
    .map(([questionId, words]) => ({ questionId, words: words.trim() })),
  people: people
    .filter(({ name }) => name.trim())
    .map(({ attitude, ...person }) => ({
      ...(Object.fromEntries(Object.entries(person).filter(([, value]) => value.trim())) as {
        name: string;
        role: never;
      }),
      ...(attitude === '' ? {} : { attitude: Number(attitude) }),
    })),
  voiced: voiced.filter(({ words }) => words.trim()),
});
