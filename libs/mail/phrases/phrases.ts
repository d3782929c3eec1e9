/**
 * A pattern that matches any of these phrases: regular expressions, one a line. A backslash at the end of a line
 * continues the phrase on the next; a line that begins with `#` is a comment, such as the name of a language. `before`
 * and `after` go around the phrases. Compiled once, where it is defined.
 */
export function phrases(
  list: string,
  { before = '', after = '', flags = '' }: { before?: string; after?: string; flags?: string } = {},
): RegExp {
  const lines = list
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new RegExp(`${before}(?:${lines.join('|')})${after}`, flags);
}
