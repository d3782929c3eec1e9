import { complaint, mail, reply } from '../../../support/mails-in.js';
import { answered, midnight, reached } from './answers.js';
import type { Member } from './facts.js';
import type { Model } from './model.js';
import { memberKind, type Given, type Stage } from './stage.js';

const members = (model: Model): Member[] => model.members;
const one = <T>(list: T[], n: number): T => list[n % list.length]!;

/** What somebody says on their page. */
function says(model: Model, member: Member, given: { choice: string; notBefore?: Date }): void {
  const person = model.personOf(member);
  if (given.choice === 'interested' && member.wish === person.notBefore) person.notBefore = 0;
  member.wish = null;
  if (given.notBefore) {
    member.wish = given.notBefore.getTime();
    return answered(model, member, 'connected_not_now', member.wish);
  }
  if (member.is === 'opted_out') return;
  model.becomes(member, given.choice === 'interested' ? 'finished replied' : 'finished not_a_fit');
  model.pauseColleagues(member);
}

async function answer(stage: Stage, member: Member, given: Given): Promise<void> {
  await stage.answer(member, given);
  member.answer = JSON.stringify(given);
}

/** What those do whom a campaign is for, and their mail programs. */
export const buyers = {
  reply: memberKind({
    weight: 4,
    among: reached,
    run: async (model, stage, message) => {
      if (message.is === 'unknown') model.known(message);
      model.replies(message.member);
      await stage.mailIn(message, (about) => reply(about, 'Tell me more about the prices, please.'));
    },
  }),
  away: memberKind({
    weight: 4,
    among: reached,
    run: async (model, stage, message, n) => {
      const until = midnight(model, 1 + (n % 9));
      if (message.is === 'unknown') model.known(message);
      model.away(message.member, until.getTime());
      const day = until.toISOString().slice(0, 10);
      await stage.mailIn(message, (about) =>
        mail(
          {
            From: about.recipient,
            Subject: 'Out of office: About intro',
            'In-Reply-To': about.message_id,
            'Auto-Submitted': 'auto-replied',
          },
          `I am out of the office and will be back on ${day}.`,
        ),
      );
    },
  }),
  complain: memberKind({
    weight: 4,
    among: (model) => [...reached(model), ...model.where('begun')],
    run: async (model, stage, message) => {
      model.complains(message);
      await stage.mailIn(message, (about) => complaint(about));
    },
  }),
  unsubscribe: memberKind({
    among: members,
    run: async (model, stage, member) => {
      model.becomes(member, 'opted_out');
      model.personOf(member).reachable = false;
      await answer(stage, member, { choice: 'stop' });
    },
  }),
  answer: memberKind({
    weight: 3,
    among: members,
    run: async (model, stage, member, n) => {
      const choice = one(['not_before', 'interested', 'not_a_fit'] as const, n);
      const notBefore = midnight(model, 5 + (n % 20));
      const given = choice === 'not_before' ? { choice, notBefore } : { choice };
      // the same once more says nothing new
      if (member.answer !== JSON.stringify(given)) says(model, member, given);
      await answer(stage, member, given);
    },
  }),
};
