import { useEffect, useState } from 'react';
import { NO_ASSESSMENT, NEEDS, type Assessment } from './AssessmentFields';

export interface ContactDraft {
  name: string;
  role: string;
  title: string;
  email: string;
  since: string;
  attitude: string;
  preferredSupplier: string;
}
export interface CheckInDraft extends Assessment {
  contactId: string | null;
  /** answers by question */
  said: Record<string, string>;
  people: ContactDraft[];
  voiced: { kind: (typeof NEEDS)[number]; words: string }[];
}
export const NEW_CONTACT: ContactDraft = {
  name: '',
  role: 'unknown',
  title: '',
  email: '',
  since: '',
  attitude: '',
  preferredSupplier: '',
};
const EMPTY: CheckInDraft = { ...NO_ASSESSMENT, contactId: null, said: {}, people: [], voiced: [] };

/** Keeps the input in this browser until it is saved, so that a closed window loses nothing. */
export function useCheckInDraft(id: string) {
  const key = `overture.check-in.${id}`;
  const [draft, setDraft] = useState<CheckInDraft>(() => ({ ...EMPTY, ...read(key) }));
  useEffect(() => localStorage.setItem(key, JSON.stringify(draft)), [key, draft]);
  return {
    draft,
    change: (more: Partial<CheckInDraft>) => setDraft((before) => ({ ...before, ...more })),
    forget: () => localStorage.removeItem(key),
  };
}

function read(key: string): Partial<CheckInDraft> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<CheckInDraft>;
  } catch {
    return {};
  }
}

/** Empty inputs are not sent. */
export const checkInBody = ({ contactId, said, people, voiced }: CheckInDraft) => ({
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
