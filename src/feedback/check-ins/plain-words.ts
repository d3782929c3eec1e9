/** Words of selling: a question that has one of them is about us, and not about the person who is asked (002-6). */
const SELLING =
  'proposition offer offers offering product products price prices pricing discount demo deal sale sales sell buy buying purchase order contract solution solutions upgrade'.split(
    ' ',
  );
const SMALL = 4;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** The words of a question that speak of selling, or of what is sold: `titles` are those of the live propositions. */
export function productWords(question: string, titles: string[]): string[] {
  const ours = new Set([...SELLING, ...titles.flatMap(wordsOf).filter((word) => word.length > SMALL)]);
  return [...new Set(wordsOf(question).filter((word) => ours.has(word)))];
}
