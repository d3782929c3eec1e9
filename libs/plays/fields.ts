export interface PlayFieldProblem {
  /** Where, as in `steps[2].subject`; empty for the whole. */
  path: string;
  code: string;
  /** For people: what is wrong and what to do. */
  message: string;
}

export interface Limits {
  min: number;
  max: number;
  whole?: boolean;
}

/**
 * Reads one untrusted object field by field and notes every problem. After a problem it hands back a stand-in, so that
 * the reading continues and finds the others too; the caller drops the result if there are any.
 */
export class Fields {
  private readonly known = new Set<string>();

  constructor(
    private readonly source: Record<string, unknown>,
    private readonly path: string,
    private readonly problems: PlayFieldProblem[],
  ) {}

  has(name: string): boolean {
    this.known.add(name);
    return Object.hasOwn(this.source, name) && this.source[name] !== undefined;
  }

  value(name: string): unknown {
    return this.has(name) ? this.source[name] : undefined;
  }

  text(name: string, max: number, lines: 'one_line' | 'lines' = 'lines'): string {
    return this.textOf(this.value(name), name, max, lines);
  }

  number(name: string, { min, max, whole = false }: Limits): number {
    const value = this.value(name);
    if (value === undefined) return this.missing(name, 0);
    const kind = whole ? 'a whole number' : 'a number';
    if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value))) {
      return this.wrong(name, 'not_a_number', `Give ${kind} from ${min} to ${max}.`, 0);
    }
    if (value < min || value > max) return this.wrong(name, 'out_of_range', `Give ${kind} from ${min} to ${max}.`, 0);
    return value;
  }

  boolean(name: string): boolean {
    const value = this.value(name);
    if (value === undefined) return this.missing(name, false);
    return typeof value === 'boolean' ? value : this.wrong(name, 'not_a_boolean', 'Give true or false.', false);
  }

  word<Word extends string>(name: string, list: readonly [Word, ...Word[]]): Word {
    const value = this.value(name);
    if (value === undefined) return this.missing(name, list[0]);
    return this.wordOf(value, name, list);
  }

  words<Word extends string>(name: string, list: readonly [Word, ...Word[]]): Word[] {
    const items = this.items(name, list.length).map((item, i) => this.wordOf(item, `${name}[${i}]`, list));
    if (new Set(items).size < items.length) this.note(name, 'duplicate', 'Each may be named once.');
    return items;
  }

  texts(name: string, maxItems: number, max: number): string[] {
    return this.items(name, maxItems).map((item, i) => this.textOf(item, `${name}[${i}]`, max, 'lines'));
  }

  /** An array of 1 to `max` items, or nothing and a problem. */
  items(name: string, max: number): unknown[] {
    const value = this.value(name);
    if (value === undefined) return this.missing(name, []);
    if (!Array.isArray(value)) return this.wrong(name, 'not_a_list', 'Give a list.', []);
    if (value.length === 0) return this.wrong(name, 'empty', 'Give at least one.', []);
    if (value.length > max) return this.wrong(name, 'too_many', `At most ${max}; there are ${value.length}.`, []);
    // Array.from, since map would pass over the holes of a sparse array.
    return Array.from<unknown>(value);
  }

  /** Reads a nested object; a missing or foreign one is a problem and reads as undefined. */
  object(name: string): Fields | undefined {
    const value = this.value(name);
    if (value === undefined) return this.missing(name, undefined);
    return fieldsOf(value, this.at(name), this.problems);
  }

  /** Every unknown field is a problem: a mistyped name must not be lost in silence. */
  refuseOthers(): void {
    for (const name of Object.keys(this.source)) {
      if (!this.known.has(name))
        this.note(name.slice(0, 60), 'unknown_field', 'There is no such field here; remove it.');
    }
  }

  note(name: string, code: string, message: string): void {
    this.problems.push({ path: this.at(name), code, message });
  }

  private wordOf<Word extends string>(value: unknown, name: string, list: readonly [Word, ...Word[]]): Word {
    const found = list.find((word) => word === value);
    return found ?? this.wrong(name, 'unknown_word', `Give one of: ${list.join(', ')}.`, list[0]);
  }

  private textOf(value: unknown, name: string, max: number, lines: 'one_line' | 'lines'): string {
    if (value === undefined) return this.missing(name, '');
    if (typeof value !== 'string') return this.wrong(name, 'not_text', 'Give text.', '');
    if (value.trim() === '') return this.wrong(name, 'empty', 'Write something here.', '');
    if (value.length > max) {
      return this.wrong(name, 'too_long', `At most ${max} characters; there are ${value.length}.`, '');
    }
    if (lines === 'one_line' && /[\r\n]/.test(value)) {
      return this.wrong(name, 'several_lines', 'Write it in one line.', '');
    }
    // Neither can be stored: PostgreSQL's jsonb refuses NUL, UTF-8 has no half characters.
    if (value.includes('\0') || /\p{Surrogate}/u.test(value)) {
      return this.wrong(name, 'bad_character', 'It holds a character that cannot be stored; type it again.', '');
    }
    return value;
  }

  private missing<T>(name: string, standIn: T): T {
    return this.wrong(name, 'missing', 'This is needed.', standIn);
  }

  private wrong<T>(name: string, code: string, message: string, standIn: T): T {
    this.note(name, code, message);
    return standIn;
  }

  private at(name: string): string {
    return this.path === '' || name === '' ? this.path + name : `${this.path}.${name}`;
  }
}

/** Opens `input` for reading, or notes that it is no object. */
export function fieldsOf(input: unknown, path: string, problems: PlayFieldProblem[]): Fields | undefined {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
    return new Fields(input as Record<string, unknown>, path, problems);
  }
  problems.push({ path, code: 'not_an_object', message: 'Give an object with named fields.' });
  return undefined;
}
