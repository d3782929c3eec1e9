import { complaint, mail, reply } from '../../../support/mails-in.js';
import { answered, midnight, reached } from './answers.js';
import type { Enrolment } from './facts.js';
import type { Model } from './model.js';
import { enrolmentKind, type Given, type Stage } from './stage.js';

const enrolments = (model: Model): Enrolment[] => model.enrolments;
const one = <T>(list: T[], n: number): T => list[n % list.length]!;

/** What somebody says on their page. */
function says(model: Model, enrolment: Enrolment, given: { choice: string; notBefore?: Date }): void {
  const person = model.personOf(enrolment);
  if (given.choice === 'interested' && enrolment.wish === person.notBefore) person.notBefore = 0;
  enrolment.wish = null;
  if (given.notBefore) {
    enrolment.wish = given.notBefore.getTime();
    return answered(model, enrolment, 'connected_not_now', enrolment.wish);
  }
  if (enrolment.is === 'opted_out') return;
  model.becomes(enrolment, given.choice === 'interested' ? 'finished replied' : 'finished not_a_fit');
  model.pauseColleagues(enrolment);
}

async function answer(stage: Stage, enrolment: Enrolment, given: Given): Promise<void> {
  await stage.answer(enrolment, given);
  enrolment.answer = JSON.stringify(given);
}

/** What those do whom a campaign is for, and their mail programs. */
export const buyers = {
  reply: enrolmentKind({
    weight: 4,
    among: reached,
    run: async (model, stage, message) => {
      if (message.is === 'unknown') model.known(message);
      model.replies(message.enrolment);
      await stage.mailIn(message, (about) => reply(about, 'Tell me more about the prices, please.'));
    },
  }),
  away: enrolmentKind({
    weight: 4,
    among: reached,
    run: async (model, stage, message, n) => {
      const until = midnight(model, 1 + (n % 9));
      if (message.is === 'unknown') model.known(message);
      model.away(message.enrolment, until.getTime());
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
  complain: enrolmentKind({
    weight: 4,
    among: (model) => [...reached(model), ...model.where('begun')],
    run: async (model, stage, message) => {
      model.complains(message);
      await stage.mailIn(message, (about) => complaint(about));
    },
  }),
  unsubscribe: enrolmentKind({
    among: enrolments,
    run: async (model, stage, enrolment) => {
      model.becomes(enrolment, 'opted_out');
      model.personOf(enrolment).reachable = false;
      await answer(stage, enrolment, { choice: 'stop' });
    },
  }),
  answer: enrolmentKind({
    weight: 3,
    among: enrolments,
    run: async (model, stage, enrolment, n) => {
      const choice = one(['not_before', 'interested', 'not_a_fit'] as const, n);
      const notBefore = midnight(model, 5 + (n % 20));
      const given = choice === 'not_before' ? { choice, notBefore } : { choice };
      // the same once more says nothing new
      if (enrolment.answer !== JSON.stringify(given)) says(model, enrolment, given);
      await answer(stage, enrolment, given);
    },
  }),
};
