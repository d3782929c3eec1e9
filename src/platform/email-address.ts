import { isEmail } from 'class-validator';

/** Asked of half a surrogate pair, the validator throws. */
export const isEmailAddress = (value: unknown): value is string =>
  typeof value === 'string' && !/\p{Cs}/u.test(value) && isEmail(value);
