import type { Json, Person } from '../support/http.js';
import { Programs } from '../support/programs.js';
import { questions, asked as special, type Question } from './questions.js';
import { fill } from './rows.js';

export { isBad, reportOf } from './report.js';

const TIMES = 3;

export interface Answer {
  question: string;
  status: number;
  /** milliseconds of the first time, and of the quickest */
  first: number;
  best: number;
  bytes: number;
}

export interface Measured {
  rows: Record<string, number>;
  answers: Answer[];
  /** paths that nothing stands for */
  notAsked: string[];
}

/** An installation with `people` in one campaign, and how long each of its answers takes when it is asked alone. */
export async function measure(people: number, tell: (words: string) => void, only = ''): Promise<Measured> {
  const app = await Programs.open('postgres');
  try {
    // nothing is sent from here: the answers are what is measured
    for (const worker of app.workers) await app.stop(worker);
    const user = await app.as('admin,sales_ops,executive,manager', 'management');
    const reps: Person[] = [];
    const departments = await app.sql<{ code: string }>('SELECT code FROM department ORDER BY code');
    for (const { code } of departments) reps.push(await app.as('rep', code));
    await fill(
      app,
      people,
      reps.map(({ id }) => id),
      tell,
    );
    const { body: document } = await user.get<Json>('/openapi.json');
    const all = [...(await questions(document, app)), ...(await special(app))].filter(({ path }) =>
      path.includes(only),
    );
    const answers: Answer[] = [];
    for (const question of all.filter(({ without }) => !without)) {
      tell(`${answers.length} of ${all.length}: ${question.path}`);
      answers.push(await answer(question.as === 'rep' ? reps[0]! : user, question));
    }
    const counted = await app.sql<{ name: string; n: string }>(
      'SELECT relname AS name, n_live_tup AS n FROM pg_stat_user_tables WHERE n_live_tup > 10000 ORDER BY n_live_tup DESC',
    );
    return {
      rows: Object.fromEntries(counted.map(({ name, n }) => [name, Number(n)])),
      answers: answers.toSorted((one, other) => other.best - one.best),
      notAsked: all.filter(({ without }) => without).map(({ path }) => path),
    };
  } finally {
    await app.close();
  }
}

async function answer(who: Person, { path, method = 'GET', body }: Question): Promise<Answer> {
  const taken: number[] = [];
  let status = 0;
  let bytes = 0;
  for (let n = 0; n < TIMES; n++) {
    const since = performance.now();
    const reply = await who.send<unknown>(method, path, body);
    taken.push(performance.now() - since);
    status = reply.status;
    bytes = JSON.stringify(reply.body ?? '').length;
    // who waited for ten seconds need not wait again to be believed
    if (taken[n]! > 10_000) break;
  }
  return {
    question: `${method === 'GET' ? '' : `${method} `}${path}`,
    status,
    first: taken[0]!,
    best: Math.min(...taken),
    bytes,
  };
}
