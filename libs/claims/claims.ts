/** Something a reader may hold us to: a figure with its unit, or a word that leaves no room. */
export interface Claim {
  kind: 'figure' | 'absolute';
  /** as written in the text */
  text: string;
  /** what two spellings of it share: `40 %`, `40 percent` and `forty per cent` are one */
  key: string;
}

const WORDS: Record<string, number> = {
  half: 0.5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
};
const NUMBER = String.raw`(?:\d{1,3}(?:[,.'’\s]\d{3}){1,6}(?:[.,]\d+)?|\d+(?:[.,]\d+)?|${Object.keys(WORDS).join('|')})`;
const CURRENCY = String.raw`(?:€|\$|£|¥|EUR|USD|GBP|CHF|euros?|dollars?|pounds?)`;
const SPAN = 'days?|weeks?|months?|years?|hours?';

/** Each finds one kind of figure; the first group is the number, `unit` what it is of. */
const FIGURES: { unit: string; pattern: string }[] = [
  { unit: '%', pattern: String.raw`(${NUMBER})\s*(?:%|per\s?cent(?:age points?)?\b)` },
  { unit: 'money', pattern: String.raw`${CURRENCY}\s*(${NUMBER})(?:\s*(?:k|m|bn|million|thousand|billion)\b)?` },
  { unit: 'money', pattern: String.raw`(${NUMBER})(?:\s*(?:k|m|bn|million|thousand|billion))?\s*${CURRENCY}(?![a-z])` },
  { unit: 'times', pattern: String.raw`(${NUMBER})\s*(?:x\b|×|times\b|-?fold\b)` },
  { unit: 'fewer', pattern: String.raw`(${NUMBER})\s+(?:fewer|less|more|faster|cheaper|quicker)\b` },
  // a promise of time; "a call of 15 minutes" and "in January" promise nothing
  {
    unit: 'span',
    pattern: String.raw`(?:within|under|less than|at most|no later than|guaranteed in)\s+(${NUMBER})\s+(?:working |business )?(?:${SPAN})\b`,
  },
];

const ABSOLUTES: Record<string, RegExp> = {
  guarantee: /\bguarantee[ds]?\b|\bguaranteed\b/gi,
  'risk-free': /\brisk[- ]free\b|\bno risk\b|\bwithout (?:any )?risk\b/gi,
  free: /\bfree of charge\b|\bat no cost\b|\bfor free\b/gi,
  only: /\bthe only (?:supplier|provider|company|solution|way|one)\b/gi,
  best: /\bthe best\b|\bmarket[- ]leading\b|\bnumber one\b|\bno\. ?1\b|\bunbeatable\b/gi,
  never: /\bnever (?:again|run|runs|fail|fails|out)\b|\bzero (?:stock-?outs?|risk|effort|cost|downtime)\b/gi,
};

/** The claims of a text, in order; what is in Liquid braces is not text. */
export function claimsIn(text: string): Claim[] {
  const plain = withoutTags(text);
  const found: (Claim & { at: number; end: number })[] = [];
  for (const { unit, pattern } of FIGURES)
    for (const match of plain.matchAll(new RegExp(String.raw`(?<![\w.,])${pattern}`, 'gi')))
      found.push({
        kind: 'figure',
        text: match[0].trim(),
        key: `${valueOf(match[1]!)} ${unit}`,
        at: match.index,
        end: match.index + match[0].length,
      });
  for (const [key, pattern] of Object.entries(ABSOLUTES))
    for (const match of plain.matchAll(pattern))
      found.push({ kind: 'absolute', text: match[0], key, at: match.index, end: match.index + match[0].length });
  // "€ 40" is found from both sides, and "40 %" once
  let end = 0;
  const apart = found
    .sort((a, b) => a.at - b.at || b.end - a.end)
    .filter((claim) => {
      const isApart = claim.end > end;
      end = Math.max(end, claim.end);
      return isApart;
    });
  return apart.map(({ kind, text: words, key }) => ({ kind, text: words, key }));
}

/** With blanks where Liquid braces are. No pattern: one would look for an end from each beginning that has none. */
function withoutTags(text: string): string {
  const last = { '}}': text.lastIndexOf('}}'), '%}': text.lastIndexOf('%}') };
  let plain = '';
  let at = 0;
  for (const { index: open, 0: brace } of text.matchAll(/\{[{%]/g)) {
    const close = brace === '{{' ? '}}' : '%}';
    if (open < at || open + 2 > last[close]) continue;
    const end = text.indexOf(close, open + 2);
    plain += text.slice(at, open) + ' '.repeat(end + 2 - open);
    at = end + 2;
  }
  return plain + text.slice(at);
}

/** The claims of `text` that none of `sources` makes: a role must not be promised more than the whole buying group. */
export function unsupported(text: string, sources: readonly string[]): Claim[] {
  const made = new Set(sources.flatMap((source) => claimsIn(source).map(({ key }) => key)));
  return claimsIn(text).filter(({ key }) => !made.has(key));
}

function valueOf(number: string): number {
  const word = WORDS[number.toLowerCase()];
  if (word !== undefined) return word;
  const bare = number.replace(/[\s'’]/g, '');
  // a last group of three after a point or a comma is thousands; anything else is a fraction
  const thousands = /^\d{1,3}([.,]\d{3})+$/.test(bare);
  return Number(thousands ? bare.replace(/[.,]/g, '') : bare.replace(/,(?=\d{3}(\D|$))/g, '').replace(',', '.'));
}
