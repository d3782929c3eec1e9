/** The first `length` UTF-16 units, or one less where that would halve a character: PostgreSQL stores no half of one. */
export function cut(text: string, length: number): string {
  const part = text.slice(0, length);
  return part.length < text.length && /[\uD800-\uDBFF]$/.test(part) ? part.slice(0, -1) : part;
}
