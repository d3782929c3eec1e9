import { I_LEFT, THEY_LEFT, WRITE_TO } from './phrases/departure-phrases.js';
import { addressesIn } from './mail.js';

/** Who does the work of somebody who has left, as far as the mail names them. */
export interface Successor {
  name: string | null;
  email: string | null;
}

const LONGEST = 3_000;
/** A person who says so says it first. */
const OPENING = 350;

/**
 * Whether the writer has left their employer. `marked`: a machine sent it, so that what it says of a third person is said
 * of the owner of the mailbox. A day to come is no departure yet.
 */
export function hasLeft(text: string, marked: boolean): boolean {
  const plain = text
    .slice(0, LONGEST)
    .replace(/[’`´]/g, "'")
    .replace(/([^\n])\n(?=[^\n])/g, '$1 ');
  if (marked) return I_LEFT.test(plain) || THEY_LEFT.test(plain);
  const opening = plain.trim().slice(0, OPENING);
  return !opening.includes('?') && I_LEFT.test(opening);
}

const TITLES =
  /^(?:herrn?|frau|mr|mrs|ms|miss|dr|prof|dipl|ing|m|mme|mlle|monsieur|madame|sr|sra|señora?|sig|sig\.ra|dott|dhr|mevr|mw|pan|pani|pana|hr|fru)\.?\s+/iu;
const NAME = String.raw`\p{Lu}[\p{L}'’.-]*(?:[ ]+(?:(?:von|van|de|der|den|di|da|del|la|le|zu|bin|al)[ ]+)*\p{Lu}[\p{L}'’-]+){1,3}`;
const BEFORE_ADDRESS = new RegExp(String.raw`(${NAME})[\s,;:(<"'\[–-]{0,6}(?:e-?mail:?\s*|mailto:)?[(<\["']?$`, 'u');
const AFTER_ADDRESS = new RegExp(String.raw`^[\s>)\]"',]{0,4}\(?(${NAME})`, 'u');
const AFTER_WRITE_TO = new RegExp(
  String.raw`^[\s:]{0,3}(?:(?:\p{Ll}+|Herrn?|Frau|Mr|Mrs|Ms|Dr)\.?[ ]){0,5}(${NAME})`,
  'u',
);

/** Whom the mail names instead; null where it names nobody. `author`: the address that is left. */
export function successorIn(text: string, author: string | null): Successor | null {
  const plain = text.slice(0, LONGEST).replace(/([^\n])\n(?=[^\n])/g, '$1 ');
  const email = addressesIn(plain).find((address) => address.toLowerCase() !== author) ?? null;
  const at = email === null ? -1 : plain.toLowerCase().indexOf(email.toLowerCase());
  const beside =
    email === null
      ? undefined
      : (BEFORE_ADDRESS.exec(plain.slice(Math.max(0, at - 120), at))?.[1] ??
        AFTER_ADDRESS.exec(plain.slice(at + email.length, at + email.length + 80))?.[1]);
  const name = beside ?? nameAfterWriteTo(plain);
  return email === null && name === null
    ? null
    : { name: name === null ? null : name.replace(TITLES, '').trim(), email };
}

function nameAfterWriteTo(text: string): string | null {
  WRITE_TO.lastIndex = 0;
  for (const { 0: verb, index } of text.matchAll(WRITE_TO)) {
    const name = AFTER_WRITE_TO.exec(text.slice(index + verb.length, index + verb.length + 120))?.[1];
    if (name) return name;
  }
  return null;
}
