import { parseArgs } from 'node:util';
import { fail } from './say.mjs';

/** Kinds of options, as in `{ workers: { ...aboveZero, default: '1' } }`. */
export const text = { type: 'string' };
export const flag = { type: 'boolean', default: false };
export const aboveZero = { type: 'string', wants: 'a number above 0', read: (word) => numberIf(word, (n) => n > 0) };
export const whole = {
  type: 'string',
  wants: 'a whole number',
  read: (word) => numberIf(word, (n) => Number.isInteger(n) && n >= 0),
};
export const queue = {
  type: 'string',
  wants: 'redis or postgres',
  read: (word) => (['redis', 'postgres'].includes(word) ? word : undefined),
};

const numberIf = (word, holds) => (word.trim() !== '' && holds(Number(word)) ? Number(word) : undefined);

/** The options on the command line as values; ends the command with one line and the usage where one is wrong. */
export function optionsOf(options, usage, args = process.argv.slice(2)) {
  const values = parsed(options, usage, args);
  for (const [name, { wants, read }] of Object.entries(options)) {
    const word = values[name];
    if (!read || word === undefined) continue;
    values[name] = read(word) ?? fail(`--${name} wants ${wants}, not "${word}".`, usage);
  }
  return values;
}

function parsed(options, usage, args) {
  try {
    return { ...parseArgs({ args, options }).values };
  } catch (error) {
    return fail(`${error.message.split('. ')[0].replace(/\.$/, '')}.`, usage);
  }
}
