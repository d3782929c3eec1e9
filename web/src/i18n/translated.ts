import type { en } from './en';

/** Another language says everything that English says: the same keys, the same parameters. */
type Translated<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Translated<T[K]> };
export type Words = Translated<typeof en>;
