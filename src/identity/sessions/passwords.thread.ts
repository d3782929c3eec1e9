import { hash, verify } from '@node-rs/argon2';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** OWASP's first choice for argon2id: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Of zxcvbn's five steps, from 0: safe against an attacker who has the hashes of a slow function. */
const SAFE = 3;
const FEWEST_OTHER_CHARACTERS = 8;

export type PasswordTask =
  | { password: string; stored: string }
  /** `own`: words that others connect with the person, such as names and the address */
  | { password: string; own: string[] };

export interface PasswordResult {
  fits?: boolean;
  hash?: string;
  weakness?: 'common' | 'own';
}

const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Compares a password with a stored hash, or judges and hashes a new one. */
export default async function passwords(task: PasswordTask): Promise<PasswordResult> {
  const { password } = task;
  if ('stored' in task) return { fits: await verify(task.stored, password).catch(() => false) };
  const own = task.own
    .flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2);
  if (withoutWords(password.toLowerCase(), own).length < FEWEST_OTHER_CHARACTERS) return { weakness: 'own' };
  if (judge.check(password, own).score < SAFE) return { weakness: 'common' };
  return { hash: await hash(password, COST) };
}

const withoutWords = (text: string, words: string[]): string =>
  words.toSorted((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), text);
