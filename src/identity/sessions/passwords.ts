import { hash, verify } from '@node-rs/argon2';
import { Invalid } from '../../platform/index.js';

/** OWASP's first choice for argon2id: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SHORTEST = 12;
/** Verified when no account has the address, so that a wrong address takes as long as a wrong password. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$u5nZ1n3oW9mJmTg5mYc0QW0m3fV9d4yH8m8q3gq0n2E';

class PasswordTooWeak extends Invalid {}

export async function hashPassword(password: string): Promise<string> {
  if (password.length < SHORTEST || password.length > 200)
    throw new PasswordTooWeak(`A password has ${SHORTEST} to 200 characters.`);
  if (new Set(password).size < 5) throw new PasswordTooWeak('This password repeats itself too much. Choose another.');
  return hash(password, COST);
}

export async function passwordFits(password: string, stored: string | null | undefined): Promise<boolean> {
  const fits = await verify(stored ?? NOBODY, password).catch(() => false);
  return fits && Boolean(stored);
}
