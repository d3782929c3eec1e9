import type { Person } from '../../accounts/index.js';

/** The text with `…` where it named the person, in any case. */
export const redacted = (text: string, { name, emailKey, phone }: Person): string =>
  [name, ...name.split(/\s+/), emailKey, phone]
    .filter((word) => word !== null && word.length > 2)
    .reduce<string>((left, word) => left.replace(new RegExp(literal(word!), 'giu'), '…'), text);

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
