import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Invalid, ThreadPool } from '../../platform/index.js';
import type { PasswordResult, PasswordTask } from './passwords.thread.js';

const SHORTEST = 12;
const LONGEST = 200;
/** Verified when no account has the address, so that a wrong address takes as long as a wrong password. */
const NO_ACCOUNT = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$u5nZ1n3oW9mJmTg5mYc0QW0m3fV9d4yH8m8q3gq0n2E';

class PasswordTooWeak extends Invalid {}

const WEAKNESSES = {
  common:
    'This password is easy to guess: it is common, or repeats itself. Choose several words that do not belong together.',
  own: 'This password consists of names that belong to you or to Overture. Choose other words.',
};

/** Hashes in a thread of its own: many who sign in at once hold up those who sign in, and nothing else. */
@Injectable()
export class Passwords implements OnModuleDestroy {
  private readonly thread = new ThreadPool<PasswordTask, PasswordResult>('identity/sessions/passwords.thread.js', {
    threads: 1,
    waiting: 50,
    milliseconds: 20_000,
    megabytes: 256,
  });

  /** `own`: the person's names and address. @throws PasswordTooWeak */
  async hash(password: string, own: string[]): Promise<string> {
    if (password.length < SHORTEST || password.length > LONGEST)
      throw tooWeak(`A password has ${SHORTEST} to ${LONGEST} characters.`);
    const { hash, weakness } = await this.thread.run({ password, own: [...own, 'overture'] });
    if (weakness) throw tooWeak(WEAKNESSES[weakness]);
    return hash!;
  }

  async fits(password: string, stored: string | null | undefined): Promise<boolean> {
    const { fits } = await this.thread.run({ password, stored: stored ?? NO_ACCOUNT });
    return fits === true && Boolean(stored);
  }

  onModuleDestroy(): Promise<void> {
    return this.thread.close();
  }
}

const tooWeak = (message: string): PasswordTooWeak =>
  new PasswordTooWeak(message, [{ field: 'password', code: 'too_weak', message }]);
