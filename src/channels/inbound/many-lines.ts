/**
 * PostalMime takes 20 µs for each line of a text, so that a megabyte of line ends would take 20 s. Nothing that is read
 * stands below so many lines.
 */
const MOST_LINES = 10_000;
/** What is attached has longer lines, of these letters only, and is quick. */
const SHORTEST_CODED = 60;
const CODED = new Uint8Array(256);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r')
  CODED[letter.charCodeAt(0)] = 1;

/** The mail up to the line of text that is one too many. */
export function withoutEndlessLines(source: Buffer): Buffer {
  let lines = 0;
  let begun = 0;
  let coded = true;
  for (let at = 0; at < source.length; at++) {
    if (source[at] !== 10) {
      if (CODED[source[at]!] === 0) coded = false;
      continue;
    }
    if (!coded || at - begun < SHORTEST_CODED) lines++;
    if (lines > MOST_LINES) return source.subarray(0, at);
    begun = at + 1;
    coded = true;
  }
  return source;
}
