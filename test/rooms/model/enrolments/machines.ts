import type { DeliveryResult } from '../../../../src/campaigns/index.js';
import { report } from '../../../support/mails-in.js';
import { reached } from './answers.js';
import { batchOf, compare } from './compare.js';
import type { Batch, Message } from './facts.js';
import type { Model } from './model.js';
import { enrolmentKind } from './stage.js';

const one = <T>(list: T[], n: number): T => list[n % list.length]!;
const OUTCOMES: ('sent' | 'later' | 'unknown' | 'bounced')[] = ['sent', 'sent', 'later', 'sent', 'unknown', 'bounced'];
const PUT_OFF: [action: string, status: string, words: string][] = [
  ['failed', '5.2.2', '552 5.2.2 Mailbox full'],
  ['delayed', '4.4.1', 'connection timed out'],
];

function outcomeOf(model: Model, message: Message, what: (typeof OUTCOMES)[number]): DeliveryResult {
  const { id } = message;
  if (message.is === 'claimed' || (message.is === 'begun' && what === 'later')) {
    model.returns(message);
    return { id, state: 'queued', errorClass: null, response: 'not now' };
  }
  if (message.is === 'begun') {
    if (what === 'sent') model.known(message);
    if (what === 'unknown') model.unknown(message);
    if (what === 'bounced') model.bounces(message);
  }
  return { id, state: what as 'sent', errorClass: null, response: what };
}

const drop = (model: Model, batch: Batch): void => void model.batches.splice(model.batches.indexOf(batch), 1);

/** What the clock, the senders and the mail servers of others do. */
export const machines = {
  tick: enrolmentKind({
    weight: 10,
    among: (model) => model.campaignsIn('running', 'in_review', 'paused', 'aborted'),
    run: async (model, stage, _, n) => model.tick(await stage.tick(one([0, 1, 25, 25, 49, 200], n))),
  }),
  claim: enrolmentKind({
    weight: 18,
    among: (model) => model.where('queued'),
    run: async (model, stage, _, n) => {
      model.claim();
      const key = await stage.claim(1 + (n % 8));
      await compare(model, stage);
      model.still();
      model.batches.push(batchOf(model, stage.rows, key));
    },
  }),
  begin: enrolmentKind({
    weight: 40,
    among: (model) => model.where('claimed'),
    run: async (model, stage, message) => {
      const { key } = model.batches.find(({ messages }) => messages.includes(message))!;
      const goes = model.mayLeave(message);
      expect({ goes: await stage.begin(message, key) }).toEqual({ goes });
      if (!goes) return;
      message.left += 1;
      message.may = new Set(['begun']);
    },
  }),
  acknowledge: enrolmentKind({
    weight: 12,
    among: (model) => model.batches,
    run: async (model, stage, batch, n) => {
      drop(model, batch);
      const outcomes = batch.messages.map((message, i) => outcomeOf(model, message, one(OUTCOMES, n + i)));
      await stage.report(batch.key, outcomes);
    },
  }),
  crash: enrolmentKind({
    weight: 8,
    among: (model) => model.batches,
    run: async (model, stage, batch) => {
      drop(model, batch);
      for (const message of batch.messages)
        if (message.is === 'begun') model.unknown(message);
        else if (message.is === 'claimed') model.returns(message);
      await stage.die(batch.key, batch.messages);
    },
  }),
  bounce: enrolmentKind({
    weight: 2,
    among: (model) => [...reached(model), ...model.where('begun')],
    run: async (model, stage, message) => {
      message.returned = 'hard';
      model.bounces(message);
      await stage.mailIn(message, (about) => report(about, 'failed', '5.1.1', '550 5.1.1 User unknown'));
    },
  }),
  putOff: enrolmentKind({
    weight: 10,
    among: (model) => {
      const left = [...reached(model), ...model.where('begun')];
      const again = left.filter((message) => message.returned === null && model.wasPutOff(message.enrolment.person));
      return [...left, ...again, ...again, ...again];
    },
    run: async (model, stage, message, n) => {
      model.putOff(message);
      const [action, status, words] = one(PUT_OFF, n);
      await stage.mailIn(message, (about) => report(about, action, status, words));
    },
  }),
  delivered: enrolmentKind({
    weight: 2,
    among: (model) => model.where('sent', 'unknown'),
    run: async (model, stage, message) => {
      model.known(message, 'delivered');
      await stage.mailIn(message, (about) => report(about, 'delivered', '2.0.0', '250 ok'));
    },
  }),
};
