import { ThreadEnded, ThreadPool } from '../../platform/index.js';

type Compiled = { html: string } | { problem: string };

const pool = new ThreadPool<string, Compiled>('campaigns/plays/mjml.thread.js', {
  threads: 1,
  waiting: 100,
  // with the seconds in which a new thread reads the compiler
  milliseconds: 8_000,
  megabytes: 256,
});

/**
 * MJML to the HTML that mail programs understand; Liquid placeholders stay where they are. Includes are not followed: a
 * template may not read our disk. Compiled when a play is saved (to refuse what is wrong) and when a campaign is
 * launched, in a thread that can be ended: styles that are written into many elements took 34 s of 100 KB.
 * @returns the HTML, or what is wrong with the source in one sentence
 * @throws TooBusy
 */
export async function compileMjml(source: string): Promise<Compiled | { tooSlow: true }> {
  if (/<mj-include\b/i.test(source)) return { problem: 'mj-include is not followed; write the whole mail here' };
  try {
    return await pool.run(source);
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error;
    return error.limit === 'memory' ? { problem: 'it needs too much memory' } : { tooSlow: true };
  }
}
