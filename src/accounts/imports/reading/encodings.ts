import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { cut } from '../../../../libs/text/index.js';
import { ALPHABETS } from './alphabets.js';

/** What a file would hold in an encoding. */
export interface Decoding {
  encoding: string;
  /** up to three of its words that are not plain ASCII, as they would read */
  words: string[];
}

/** Of equals the first: Windows before Unix before DOS before old Macs. */
const CODE_PAGES = [
  ['windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1257'],
  ['iso-8859-2', 'iso-8859-5', 'iso-8859-15', 'koi8-r', 'koi8-u'],
  ['cp850', 'cp852', 'cp866', 'cp437', 'macintosh', 'maccenteuro', 'maccyrillic'],
].flat();
const SHOWN = 3;
/** Most files that are not UTF-8 are of this kind: a close call is theirs. */
const USUAL = 0.1;

/**
 * The encodings in which the bytes make the most sense, the best first. `sample` holds bytes around non-ASCII ones from
 * all over the file.
 */
export function decodingsOf(sample: Buffer, validUtf8: boolean): Decoding[] {
  if (validUtf8 || isNearlyUtf8(sample)) return [];
  const others = analyse(sample).map(({ name }) => name.toLowerCase());
  const names = [...new Set([...CODE_PAGES, ...others.filter((name) => !/^(utf|ascii|iso-8859-1$)/.test(name))])];
  const ranked = names
    .filter((name) => iconv.encodingExists(name))
    .map((encoding) => ({ encoding, text: iconv.decode(sample, encoding) }))
    .map((each) => ({ ...each, score: plausibility(each.text, each.encoding), words: words(each.text) }))
    .toSorted((a, b) => b.score - a.score);
  const seen = new Set<string>();
  const distinct = ranked.filter(({ text }) => !seen.has(text) && seen.add(text));
  return distinct.slice(0, SHOWN).map(({ encoding, words: read }) => ({ encoding, words: read }));
}

/** One broken letter among many good ones does not make all the others wrong. */
function isNearlyUtf8(sample: Buffer): boolean {
  const text = sample.toString('utf8');
  const broken = text.split('\uFFFD').length - 1;
  const good = text.replaceAll(/[\0-\x7F\uFFFD]/g, '').length;
  return good > 2 * broken;
}

/** Words with a letter beyond ASCII; without any, words with whatever else stands there. */
function words(text: string): string[] {
  const found = text.match(/[^\s,;|"\t]*[^\0-\x7F\s][^\s,;|"\t]*/g) ?? [];
  return [...new Set(found.map((word) => cut(word, 40)))].slice(0, SHOWN);
}

const LETTER = /^\p{L}$/u;
const UPPER = /^\p{Lu}$/u;
const LOWER = /^\p{Ll}$/u;
/** What people type beside letters, in any country. */
const TYPED = new Set('°§€£«»„“”‘’–—…®™©·×²³½ºª\u00a0¡¿');
const SCRIPTS = [/^\p{Script=Latin}$/u, /^\p{Script=Cyrillic}$/u, /^\p{Script=Greek}$/u];
// one word of Japanese has letters of three scripts
const EAST = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]$/u;

/** How much the characters beyond ASCII look like words that people write; 2 at most. */
function plausibility(text: string, encoding: string): number {
  const letters = [...text];
  let sum = 0;
  let count = 0;
  const lower = new Map<string, number>();
  for (const [at, letter] of letters.entries()) {
    if (letter <= '\x7F') continue;
    count++;
    sum += isRare(letter, encoding) ? -1 : fit(letter, letters[at - 1] ?? ' ', letters[at + 1] ?? ' ');
    if (LETTER.test(letter)) lower.set(letter.toLowerCase(), (lower.get(letter.toLowerCase()) ?? 0) + 1);
  }
  const usual = encoding === 'windows-1252' ? USUAL : 0;
  return count === 0 ? 0 : sum / count + ofOneLanguage(lower, count) + usual;
}

const HAN = /^\p{Script=Han}$/u;
/** First bytes of the signs that schools teach: each of these standards lists them first. */
const EVERYDAY: Record<string, [number, number]> = {
  gb18030: [0xb0, 0xd7],
  big5: [0xa4, 0xc6],
  shift_jis: [0x88, 0x98],
  'euc-jp': [0xb0, 0xcf],
};

/** Bytes of one Asian encoding are signs in the others too, but signs that few people have ever read. */
function isRare(letter: string, encoding: string): boolean {
  if (!HAN.test(letter)) return false;
  const [first, last] = EVERYDAY[encoding] ?? [0, -1];
  const lead = iconv.encode(letter, encoding)[0]!;
  return lead < first || lead > last;
}

/** -3 for what no one writes to 1 for a letter among its like. */
function fit(letter: string, before: string, after: string): number {
  if (letter === '\uFFFD') return -3;
  if (!LETTER.test(letter)) {
    if (!TYPED.has(letter) && !/^[\u3000-\u303f\uff00-\uffef・]$/.test(letter))
      return /^[\p{M}\p{P}]$/u.test(letter) ? -0.5 : -2;
    return LETTER.test(before) && LETTER.test(after) && letter !== '’' ? -0.5 : 0.3;
  }
  const own = scriptOf(letter);
  if ([before, after].some((next) => LETTER.test(next) && scriptOf(next) !== own)) return -1;
  // no word of Icelandic begins with the one, and few go on with the other
  if (letter === 'ð' && !LETTER.test(before)) return -1;
  if (letter === 'þ' && LETTER.test(before)) return -0.5;
  if (UPPER.test(letter) && LETTER.test(before) && (LOWER.test(before) || LOWER.test(after))) return -1;
  if (LOWER.test(letter) && UPPER.test(before) && UPPER.test(after)) return -0.5;
  return 1;
}

const scriptOf = (letter: string): number =>
  EAST.test(letter) ? SCRIPTS.length : SCRIPTS.findIndex((script) => script.test(letter));

/** 0 to 1: the share of the characters that one language has. */
function ofOneLanguage(lower: Map<string, number>, count: number): number {
  const shares = ALPHABETS.map((alphabet) => {
    let known = 0;
    for (const [letter, times] of lower) if (alphabet.has(letter) || EAST.test(letter)) known += times;
    return known / count;
  });
  return Math.max(...shares);
}
