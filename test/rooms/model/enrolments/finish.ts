import { batchOf, compare } from './compare.js';
import { ended } from './facts.js';
import type { Model } from './model.js';
import { ANSWERS, type Stage } from './stage.js';

const MOST_ROUNDS = 20;
const DAYS = 40;
const UNREACHED = ANSWERS.find(({ disposition }) => disposition === 'no_answer')!;
const RESOLUTIONS: Record<string, string> = { colleague_replied: 'resume', fix_contact: 'not_found' };

/**
 * Everybody does their work from here on: every campaign is resumed, every wave let go, every unknown settled, every task closed, every mail sent. Then
 * everybody comes to an end, and so does every campaign that was launched: nobody was left behind on the way.
 */
export async function finish(model: Model, stage: Stage): Promise<void> {
  const open = () => stage.rows.campaigns.filter(({ state }) => /^(running|paused|in_review)$/.test(state));
  const lost = () => model.enrolments.filter((enrolment) => !ended(enrolment));
  for (let round = 0; round < MOST_ROUNDS && open().length + lost().length > 0; round++) {
    for (const { key, messages } of model.batches.splice(0)) await stage.die(key, messages);
    for (const { id, state } of (await stage.read()).campaigns)
      if (state === 'paused') await stage.change(stage.campaigns.indexOf(id), 'resume');
      else if (state === 'in_review') await stage.release(stage.campaigns.indexOf(id));
    for (const row of stage.rows.messages) if (row.state === 'unknown') await stage.settleMessage(row, 'sent');
    for (const task of model.tasks) {
      const resolution = RESOLUTIONS[task.kind];
      if (resolution) await stage.work(task, 'task-resolutions', { resolution });
      else await stage.work(task, 'conversations', UNREACHED);
    }
    const key = await stage.claim(100);
    await stage.read();
    const { messages } = batchOf(model, stage.rows, key);
    for (const message of messages) if (await stage.begin(message, key)) message.left += 1;
    await stage.report(
      key,
      messages.map(({ id }) => ({ id, state: 'sent', errorClass: null, response: '250 ok' })),
    );
    await stage.tick(DAYS * 24);
    await compare(model, stage, false);
  }
  expect(lost().map(({ campaign, person, is }) => ({ campaign, person, is }))).toEqual([]);
  expect(open()).toEqual([]);
}
