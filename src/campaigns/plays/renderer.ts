import { ThreadEnded, ThreadPool } from '../../platform/index.js';
import type { Rendered, RenderTask } from './render.thread.js';

/** As many mails as are asked for at once go to the thread in one message: one by one, the way costs more than the work. */
const BATCH = 50;

const pool = new ThreadPool<RenderTask[], Rendered[]>('campaigns/plays/render.thread.js', {
  threads: 1,
  waiting: 1_000,
  // the thread ends each task after 100 ms itself
  milliseconds: 10_000,
  megabytes: 128,
});

interface Asked {
  task: RenderTask;
  resolve: (rendered: Rendered) => void;
  reject: (error: unknown) => void;
}
let asked: Asked[] = [];

/** Renders in a thread that can be ended. @throws TooBusy */
export function renderApart(task: RenderTask): Promise<Rendered> {
  return new Promise((resolve, reject) => {
    if (asked.length === 0) setImmediate(sendAll);
    asked.push({ task, resolve, reject });
  });
}

function sendAll(): void {
  const all = asked;
  asked = [];
  for (let at = 0; at < all.length; at += BATCH) void send(all.slice(at, at + BATCH));
}

async function send(batch: Asked[]): Promise<void> {
  try {
    const rendered = await pool.run(batch.map(({ task }) => task));
    batch.forEach(({ resolve }, i) => resolve(rendered[i]!));
  } catch (error) {
    // one of them ended the thread: by themselves, the others get their mails
    if (error instanceof ThreadEnded && batch.length > 1) for (const each of batch) await send([each]);
    else for (const each of batch) settleFailed(each, error);
  }
}

function settleFailed({ resolve, reject }: Asked, error: unknown): void {
  if (!(error instanceof ThreadEnded)) reject(error);
  else resolve(error.limit === 'memory' ? { problem: 'it needs too much memory' } : { tooSlow: true });
}
