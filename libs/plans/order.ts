/** What must be in place before the buyer can have it. */
export interface Prerequisite {
  key: string;
  title: string;
  /** calendar days from its start to its end */
  leadDays: number;
  /** keys of what must be done before it starts */
  after: readonly string[];
  done?: boolean;
}

export class PlanError extends Error {
  constructor(
    readonly code: 'repeated' | 'unknown' | 'cycle' | 'lead' | 'day',
    /** the prerequisites that are wrong; of a cycle in its order */
    readonly keys: string[],
    message: string,
  ) {
    super(message);
  }
}

const LONGEST = 3650;

/** Each after all that it waits for. @throws PlanError */
export function inOrder<P extends Prerequisite>(prerequisites: readonly P[]): P[] {
  const known = new Map(prerequisites.map((each) => [each.key, each]));
  assertSound(prerequisites, known);
  const done = new Set<string>();
  const ordered: P[] = [];
  const visit = (one: P, path: string[]): void => {
    if (done.has(one.key)) return;
    const at = path.indexOf(one.key);
    if (at >= 0) throw cycle(path.slice(at), known);
    for (const key of one.after) visit(known.get(key)!, [...path, one.key]);
    done.add(one.key);
    ordered.push(one);
  };
  for (const each of prerequisites) visit(each, []);
  return ordered;
}

function assertSound(prerequisites: readonly Prerequisite[], known: Map<string, Prerequisite>): void {
  if (known.size < prerequisites.length) {
    const twice = prerequisites.filter(({ key }, i) => prerequisites.findIndex((each) => each.key === key) < i);
    throw new PlanError(
      'repeated',
      twice.map(({ key }) => key),
      'Two prerequisites have the same key.',
    );
  }
  for (const { key, title, leadDays, after } of prerequisites) {
    if (!Number.isInteger(leadDays) || leadDays < 0 || leadDays > LONGEST)
      throw new PlanError('lead', [key], `“${title}” takes a whole number of days, ${LONGEST} at most.`);
    const stranger = after.find((each) => !known.has(each));
    if (stranger !== undefined)
      throw new PlanError('unknown', [key], `“${title}” waits for something that is not in the plan.`);
  }
}

function cycle(keys: string[], known: Map<string, Prerequisite>): PlanError {
  // said from what waits to what it waits for, back to the first
  const titles = [...keys, keys[0]!].map((key) => `“${known.get(key)!.title}”`);
  return new PlanError('cycle', keys, `These wait for each other: ${titles.join(' waits for ')}.`);
}
