import { useQueryClient } from '@tanstack/react-query';
import { useState, type ChangeEvent } from 'react';
import { Problem } from '../api/problem';
import { useSaying } from './acting';

/** A short form of texts: what is in its fields, what the API says is wrong with each, and how to send it. */
export function useForm<Name extends string>(first: Record<Name, string>) {
  const say = useSaying();
  const queries = useQueryClient();
  const [facts, setFacts] = useState(first);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  return {
    facts,
    busy,
    field: (name: Name) => ({
      value: facts[name],
      error: wrong[name],
      onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement>) =>
        setFacts((before) => ({ ...before, [name]: value })),
    }),
    /** True when it was taken; what was wrong stands at its field, and nothing that was typed is lost. */
    async send(work: () => Promise<unknown>, message: string): Promise<boolean> {
      setBusy(true);
      setWrong({});
      try {
        await work();
        await queries.invalidateQueries();
        say.done(message);
        return true;
      } catch (error) {
        if (error instanceof Problem) setWrong(error.byField);
        say.refused(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}

/** Runs one action of a button, says what came of it, and asks anew for what is shown. */
export function useActing() {
  const say = useSaying();
  const queries = useQueryClient();
  return async (work: () => Promise<string>, undo?: () => Promise<unknown>): Promise<void> => {
    try {
      const message = await work();
      await queries.invalidateQueries();
      say.done(message, undo && (async () => (await undo(), await queries.invalidateQueries())));
    } catch (error) {
      say.refused(error);
    }
  };
}
