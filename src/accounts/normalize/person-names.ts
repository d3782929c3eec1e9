import { roleOfTitle } from './titles.js';

/** What a full name certainly consists of; null where it does not say, or may say two things. */
export interface NameParts {
  given: string | null;
  family: string | null;
}

const UNKNOWN: NameParts = { given: null, family: null };
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** No names; folded, without points. */
const TITLES = words(`
  mr mrs ms miss mx sir dame lord lady madam dr drs dra prof professor ing dipl dipl-ing diplom mag ir rev fr hon capt col
  gen lt sgt herr herrn frau fräulein mme mlle m me mm monsieur madame mademoiselle señor señora sr sra srta don doña
  signor signora sig dott dottssa avv arch eng pan pani hr fru`);
const SUFFIXES = words(`
  jr sr ii iii iv phd mba md ma ba msc bsc mphil bcom beng meng llm llb jd esq cpa cfa pmp rn dds dvm mbbs cissp mpa mph
  dphil fca aca acca cscp cpim ret`);
const PARTICLES = words(`
  von van der den dem de del della degli dei di da do dos das du des la las le los zu zur zum vom ten ter te op af av bin
  ibn bint al el st`);
/** Names of a group, and words that join two people. */
const NO_PERSON = words(`
  and und et or oder y & + team department dept office desk info support service sales purchasing procurement reception
  accounts accounting marketing einkauf vertrieb verkauf buchhaltung abteilung zentrale sekretariat achats ventas compras
  contact person unknown unbekannt customer test user`);
/** Where people write the family name first, also in Latin letters: then nothing says which is which. */
const FAMILY_FIRST = words('CN TW HK MO SG JP KR KP VN HU KH');
/** Latin spellings of family names of these countries that are no given names elsewhere. */
const EASTERN = words(`
  nguyen tran pham hoang huynh phan dang bui ngo duong wang zhang li liu chen yang zhao huang wu zhou xu zhu lin guo luo
  zheng liang xie tang deng feng peng cai pan yuan dong wei jiang lu cui liao choi jung kang yoon jang lim tanaka sato
  suzuki takahashi watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki matsumoto inoue kimura shimizu`);
const SPANISH = words('ES MX AR CO PE VE CL EC GT CU BO DO HN PY SV NI CR PA UY PR GQ');
const SPANISH_FAMILY = /ez$|[áéíóúñ]|^(garcia|lopez|moreno|castillo|vargas|rojas|torres|flores|rivera|morales|ortiz)$/;
/** Family names of one Chinese letter that begin no Japanese family name. */
const CHINESE =
  /^[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫朱胡郭罗羅郑鄭谢謝许許邓鄧冯馮韩韓曹彭萧蕭蔡潘袁董苏蘇叶葉吕呂魏蒋蔣杜沈卢盧汪崔廖姚邱谭譚韦韋贾賈邹鄒孟阎閻薛龚龔顾顧]/u;
const CHINESE_OF_TWO = /^(欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|司徒)/u;
const KOREAN_OF_TWO = /^(남궁|황보|제갈|사공|선우|서문|독고)/u;
const PATRONYMIC = /(ович|евич|ич|овна|евна|ична|инична)$/iu;

/** In characters: as long as a name that is stored. */
const LONGEST = 300;

/** An address that stands where a name should is not one: it is never merged into a mail. */
export const isPersonName = (text: string): boolean => !text.includes('@') && /\p{L}/u.test(text);

/**
 * Given and family name of a full name, where they are certain: the rest of the product greets with the full name
 * otherwise. Titles and degrees belong to neither.
 * @param country ISO 3166, of where the person works
 */
export function splitName(full: string, country: string | null = null): NameParts {
  if (full.length > LONGEST || !isPersonName(full) || /[\p{N}/|;]/u.test(full)) return UNKNOWN;
  const plain = full
    .replaceAll(/\([^)]*\)|"[^"]*"|“[^”]*”|„[^“”]*[“”]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (EAST_ASIAN.test(plain)) return eastAsian(plain);
  const parts = plain.split(/\s*,\s*/).filter((part) => part !== '' && !part.split(' ').every(isSuffix));
  const [first = '', second = ''] = parts;
  if (parts.length > 2) return UNKNOWN;
  if (parts.length === 2 && roleOfTitle(second) === null) return lastFirst(first, second);
  return inOrder(first, country);
}

/** The names of a contact whose full name is known or changes: a person's own entry stays, what was derived follows. */
export function partsAfter(
  before: { name: string | null } & NameParts,
  name: string,
  country: string | null,
): NameParts {
  const derived = before.name === null ? UNKNOWN : splitName(before.name, country);
  const entered = before.given !== null || before.family !== null;
  const own = entered && (before.given !== derived.given || before.family !== derived.family);
  return own ? { given: before.given, family: before.family } : splitName(name, country);
}

/** "Keller, Rosa" */
function lastFirst(last: string, first: string): NameParts {
  const given = withoutTitles(first.split(' ')).names;
  const family = withoutTitles(last.split(' ')).names;
  if (given.length === 0 || family.length === 0 || [...given, ...family].some(isNoPerson)) return UNKNOWN;
  // "Heide, Rosa von der"
  const behind = given.findIndex((word) => PARTICLES.has(fold(word)));
  if (behind > 0 && given.slice(behind).every((word) => PARTICLES.has(fold(word))))
    return { given: given.slice(0, behind).join(' '), family: [...given.slice(behind), ...family].join(' ') };
  return { given: ownGiven(given.join(' ')), family: family.join(' ') };
}

/** "Rosa Keller" */
function inOrder(text: string, country: string | null): NameParts {
  const { names, titled } = withoutTitles(text.split(' '));
  if (names.some(isNoPerson)) return UNKNOWN;
  if (/\p{Script=Cyrillic}/u.test(text)) return cyrillic(names);
  if (!/^[\p{Script=Latin}\p{M}\s.'’`-]+$/u.test(names.join(' '))) return UNKNOWN;
  const [first = ''] = names;
  // "Mr Smith"
  if (names.length === 1) return titled && !PARTICLES.has(fold(first)) ? { given: null, family: first } : UNKNOWN;
  const capitals = inCapitals(names);
  if (capitals) return capitals;
  if ((country !== null && FAMILY_FIRST.has(country)) || EASTERN.has(fold(first)) || PARTICLES.has(fold(first)))
    return UNKNOWN;
  return latin(names, country);
}

function latin(names: string[], country: string | null): NameParts {
  const cut = (at: number): NameParts => ({
    given: ownGiven(names.slice(0, at).join(' ')),
    family: names.slice(at).join(' '),
  });
  const particle = names.findIndex((word) => PARTICLES.has(fold(word)));
  // "María del Carmen López" has its particle in the given name
  if (particle > 0)
    return particle > 2 || particle === names.length - 1 || /^mar[ií]a$/i.test(names[particle - 1]!)
      ? UNKNOWN
      : cut(particle);
  if (names.length === 2) return cut(1);
  // "John F. Kennedy"
  if (names.length === 3 && isInitial(names[1]!)) return cut(2);
  const spanish = country === null ? SPANISH_FAMILY.test(names[2]!.toLowerCase()) : SPANISH.has(country);
  return names.length === 4 && spanish ? cut(2) : UNKNOWN;
}

/** "KELLER Rosa", "Jean-Pierre DUPONT": the family name is the one in capitals. */
function inCapitals(names: string[]): NameParts | null {
  const high = names.map((word) => /\p{Lu}{2}/u.test(word) && word === word.toUpperCase());
  const count = high.filter(Boolean).length;
  if (count === 0 || count === names.length) return null;
  const start = high.indexOf(true);
  const together = high.slice(start, start + count).every(Boolean);
  if (!together || (start > 0 && start + count < names.length)) return null;
  const rest = names.filter((_, at) => !high[at]);
  if (rest.some((word) => PARTICLES.has(fold(word)))) return null;
  return { given: ownGiven(rest.join(' ')), family: names.filter((_, at) => high[at]).join(' ') };
}

/** Russian names with a patronymic; without one nothing says which of two words is which. */
function cyrillic(names: string[]): NameParts {
  if (names.length !== 3) return UNKNOWN;
  if (PATRONYMIC.test(names[2]!)) return { given: names[1]!, family: names[0]! };
  return PATRONYMIC.test(names[1]!) ? { given: names[0]!, family: names[2]! } : UNKNOWN;
}

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Chinese, Japanese and Korean letters: the family name comes first. Names with a middle point are Western ones. */
function eastAsian(name: string): NameParts {
  if (/[·・‧･]/u.test(name) || /\p{Script=Latin}/u.test(name)) return UNKNOWN;
  const plain = name.replace(/\s*(先生|女士|小姐|様|さま|さん|氏|씨|님)$/u, '');
  const parts = plain.split(/[\s\u3000]+/u);
  if (parts.length === 2) return { family: parts[0]!, given: parts[1]! };
  if (parts.length > 2) return UNKNOWN;
  const letters = [...plain];
  const cut = (at: number): NameParts => ({ family: letters.slice(0, at).join(''), given: letters.slice(at).join('') });
  if (/^\p{Script=Hangul}+$/u.test(plain)) {
    if (KOREAN_OF_TWO.test(plain)) return letters.length > 2 ? cut(2) : UNKNOWN;
    return letters.length === 3 ? cut(1) : UNKNOWN;
  }
  if (!/^\p{Script=Han}+$/u.test(plain)) return UNKNOWN;
  if (CHINESE_OF_TWO.test(plain)) return letters.length === 3 || letters.length === 4 ? cut(2) : UNKNOWN;
  return CHINESE.test(plain) && (letters.length === 2 || letters.length === 3) ? cut(1) : UNKNOWN;
}

function withoutTitles(all: string[]): { names: string[]; titled: boolean } {
  let from = 0;
  // "M. Anders" is an initial, "M Dupont" as well may be
  while (from < all.length && isTitle(all[from]!)) from++;
  let to = all.length;
  while (to > from + 1 && isSuffix(all[to - 1]!)) to--;
  return { names: all.slice(from, to).filter((word) => !isDegree(word)), titled: from > 0 };
}

const isTitle = (word: string): boolean =>
  word.length > 2 ? TITLES.has(fold(word)) : TITLES.has(fold(word)) && !isInitial(word);
const isSuffix = (word: string): boolean => SUFFIXES.has(fold(word));
/** "h.c.", "rer.", "nat.", "med." behind a title */
const isDegree = (word: string): boolean => /^(h\.?c|rer|nat|med|phil|jur|habil|pol|oec|techn|theol)\.$/i.test(word);
const isNoPerson = (word: string): boolean => NO_PERSON.has(fold(word));
const isInitial = (word: string): boolean => /^(\p{Lu}\.?-?){1,2}$/u.test(word) && !/\p{Lu}{2}/u.test(word);
/** An initial alone is no name to be greeted by. */
const ownGiven = (given: string): string | null => (given.split(' ').every(isInitial) ? null : given);
const fold = (word: string): string => word.toLowerCase().replaceAll('.', '').normalize('NFC');
