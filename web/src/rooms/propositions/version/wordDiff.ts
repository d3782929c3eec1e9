/** Longest common subsequence of words. Very long texts are returned without marks. */
export interface DiffPiece {
  text: string;
  changed: boolean;
}

const LARGEST = 2_000_000;

export function wordDiff(before: string, after: string): { before: DiffPiece[]; after: DiffPiece[] } {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length * b.length > LARGEST)
    return { before: [{ text: before, changed: false }], after: [{ text: after, changed: false }] };
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const result = { before: [] as DiffPiece[], after: [] as DiffPiece[] };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(result.before, a[i++]!, false);
      add(result.after, b[j++]!, false);
    } else if (j >= b.length || (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!))
      add(result.before, a[i++]!, true);
    else add(result.after, b[j++]!, true);
  }
  return result;
}

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

function add(pieces: DiffPiece[], text: string, changed: boolean): void {
  const last = pieces.at(-1);
  if (last?.changed === changed) last.text += text;
  else pieces.push({ text, changed });
}
