/**
 * The value below which the share `q` (0…1) of the values lies, interpolated linearly between neighbours: type 7 of
 * Hyndman & Fan (The American Statistician 50 (1996), 361-365), which R and spreadsheets use. q = 0.5 is the median.
 * @returns null for no values. The given array is left as it is.
 * @throws RangeError when q is outside 0…1 or a value is not a finite number.
 */
export function percentile(values: number[], q: number): number | null {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`q must lie from 0 to 1, such as 0.9; it is ${q}.`);
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`Every value must be a finite number; one is ${wrong}.`);
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * q;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? 0;
  const part = position - Math.floor(position);
  // Weighted rather than below + part * (above - below): that difference can overflow. Held between its neighbours.
  return Math.min(above, Math.max(below, below * (1 - part) + above * part));
}
