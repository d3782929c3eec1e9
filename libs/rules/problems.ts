import { LIMITS } from './ast.js';

export type RuleProblemCode =
  | 'not_a_rule'
  | 'ambiguous_rule'
  | 'unknown_key'
  | 'empty_group'
  | 'too_deep'
  | 'too_large'
  | 'unknown_field'
  | 'unknown_operator'
  | 'wrong_scope'
  | 'value_missing'
  | 'value_not_allowed'
  | 'wrong_type'
  | 'empty_text'
  | 'bad_text'
  | 'too_long'
  | 'empty_list'
  | 'bad_number'
  | 'bad_date'
  | 'bad_order'
  | 'not_an_option';

export interface RuleProblem {
  /** A JSON pointer to what is wrong; '' is the rule itself. */
  path: string;
  code: RuleProblemCode;
  message: string;
  /** Similar known names, best first. */
  suggestions?: string[];
}

/** Collects what is wrong, up to a limit: a hostile rule must not earn an endless answer. */
export class Problems {
  readonly list: RuleProblem[] = [];

  get full(): boolean {
    return this.list.length >= LIMITS.problems;
  }

  /** Returns undefined, so that a reader can `return problems.add(…)` in place of what it could not read. */
  add(path: string, code: RuleProblemCode, message: string, suggestions: string[] = []): undefined {
    if (!this.full) this.list.push({ path, code, message, ...(suggestions.length > 0 && { suggestions }) });
  }
}

/** Input that is safe to repeat in a message: one line, short, well-formed. */
export function quoted(text: string): string {
  const line = text.slice(0, 120).replaceAll(/[\p{C}\p{Z}]+/gu, ' ');
  const letters = Array.from(line);
  return `“${letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : line}”`;
}

/** The few candidates that a slip of the finger away from `wanted` would explain. */
export function closest(wanted: string, candidates: readonly string[]): string[] {
  const aim = wanted.slice(0, 64).toLowerCase();
  const slack = aim.length < 4 ? 1 : Math.max(2, Math.floor(aim.length / 3));
  return candidates
    .map((candidate) => ({ candidate, far: distance(aim, candidate.toLowerCase(), slack) }))
    .filter(({ far }) => far <= slack)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function distance(a: string, b: string, slack: number): number {
  if (Math.abs(a.length - b.length) > slack) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}
