import type { en } from './en';

/** Each language has the same keys and parameters as English. */
type Translated<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Translated<T[K]> };
export type Words = Translated<typeof en>;
