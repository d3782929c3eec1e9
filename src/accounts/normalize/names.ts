/** Legal forms of organizations, without accents, dots and capitals. */
const LEGAL_FORMS = new Set(
  (
    'inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh mbh ag kg kgaa ohg ug ek se sa sas sarl ' +
    'snc srl sl slu sau bv nv vof ab as asa aps oy oyj hf ehf kft zrt doo sro pty pte pvt bhd sdn kk ltda'
  ).split(' '),
);
const MEXICAN = / (?:sa|sab|sapi|s de rl) de cv$/;
// the plain word is a bath
const ITALIAN = /\bS\.? ?p\.? ?A\b\.?\s*$/;

/** Lower case, no accents, no legal form, single blanks: what two spellings of one organization share. Never empty. */
export function nameKey(name: string): string {
  const plain = joinLetters(fold(name.replace(ITALIAN, ''))) || fold(name);
  const words = plain.replace(MEXICAN, '').split(' ');
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && (LEGAL_FORMS.has(words.at(-1)!) || words.at(-1) === 'and')) words.pop();
  return words.join(' ');
}

/**
 * The same for a person: accents, case, punctuation, forms of address and "family name, given name" do not make another
 * person.
 */
export function personKey(name: string): string {
  const words = fold(inSpeakingOrder(name)).split(' ');
  const own = words.filter((word) => !ADDRESSES.has(word));
  return (own.length > 0 ? own : words).join(' ');
}

/** "Keller, Rosa" is Rosa Keller; "Keller, Rosa, PhD" and "Rosa Keller, PhD" end in what is no name. */
function inSpeakingOrder(name: string): string {
  const parts = name.split(/[,\uFF0C\u060C]/).filter((part) => part.trim() !== '');
  const names = parts.filter(
    (part, n) =>
      n === 0 ||
      !fold(part)
        .split(' ')
        .every((word) => SUFFIXES.has(word)),
  );
  return [...names.slice(1), names[0] ?? name, ...parts.filter((part) => !names.includes(part))].join(' ');
}

const SUFFIXES = new Set(
  'jr sr ii iii iv v phd md mba msc bsc ma ba llm cpa cfa pe esq dds rn dr prof mag ing dipl bc'.split(' '),
);

/** A name or a place without case, accents and punctuation. */
export const folded = (text: string): string => fold(text);

const ADDRESSES = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'herr', 'frau', 'mme']);

/** True where two spellings may be one person: "Maria Anders" and "M. Anders", not "Maria Anders" and "Hans Moos". */
export function maybeSamePerson(key: string, other: string): boolean {
  const words = new Set(key.split(' ').filter((word) => word.length > 1));
  return other.split(' ').some((word) => words.has(word));
}

function fold(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter]!)
    .replaceAll('&', ' and ')
    .replaceAll(/['’`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded || name.trim().toLowerCase();
}

// Unicode does not take these apart
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** "a o smith" is "ao smith", "s a" is "sa". */
function joinLetters(words: string): string {
  return words.replaceAll(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, '');
}
