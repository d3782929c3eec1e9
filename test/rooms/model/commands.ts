import * as fc from 'fast-check';
import type { Outcome } from '../../../src/campaigns/index.js';
import { mail, reply, report } from '../../support/mails-in.js';
import { batchOf, compare } from './compare.js';
import { ended, houseOf, type Batch, type Member, type Message, type Model, type OpenTask } from './model.js';
import { ANSWERS, type Given, type Stage } from './stage.js';

const DAY = 86_400_000;
/** in a run; most of those that are drawn are about nothing just then, and left out */
const MOST = 50;
const DRAWN = 5 * MOST;
const one = <T>(list: T[], n: number): T => list[n % list.length]!;

/** `among` lists what a command can be about just now; where there is nothing, it is left out. */
interface Kind<T> {
  among: (model: Model) => T[];
  run: (model: Model, stage: Stage, about: T, n: number) => Promise<void>;
  /** how often it comes, against the others */
  weight?: number;
}

export const done = new Map<string, number>();

class Command<T> implements fc.AsyncCommand<Model, Stage> {
  constructor(
    private readonly name: string,
    private readonly kind: Kind<T>,
    private readonly about: number,
    private readonly n: number,
  ) {}

  check = (model: Readonly<Model>): boolean => model.commands < MOST && this.kind.among(model as Model).length > 0;

  async run(model: Model, stage: Stage): Promise<void> {
    model.commands++;
    model.still();
    await this.kind.run(model, stage, one(this.kind.among(model), this.about), this.n);
    await compare(model, stage);
    done.set(this.name, (done.get(this.name) ?? 0) + 1);
  }

  toString = (): string => `${this.name}(${this.about}, ${this.n})`;
}

const kind = <T>(of: Kind<T>): Kind<T> => of;
const campaignsIn =
  (...states: string[]) =>
  (model: Model): number[] =>
    model.campaigns.flatMap(({ state }, n) => (states.includes(state) ? [n] : []));
const members = (model: Model): Member[] => model.members;
const reached = (model: Model): Message[] => model.where('sent', 'delivered', 'unknown');
const midnight = (model: Model, days: number): Date => new Date(Math.ceil(model.now / DAY) * DAY + days * DAY);

function answered(model: Model, member: Member, disposition: string, until: number): void {
  if (disposition === 'connected_do_not_call') model.personOf(member).reachable = false;
  if (disposition === 'connected_not_now') model.personOf(member).notBefore = until;
  if (member.is === 'opted_out') return;
  switch (disposition) {
    case 'connected_interested':
      return model.becomes(member, 'finished replied');
    case 'connected_not_interested':
      return model.becomes(member, 'finished declined');
    case 'connected_do_not_call':
      return model.becomes(member, 'opted_out');
    case 'connected_not_now':
      if (ended(member)) return;
      for (const message of model.messagesOf(member)) if (message.is === 'queued') message.may.add('suppressed');
      return model.becomes(member, 'paused not_before', until);
  }
  // nobody was spoken to: the play goes on, or ends with the last attempt
  if (ended(member) || member.is === 'paused colleague_reply') return;
  for (const is of ['pending', 'active', 'finished unreachable']) model.mayEnd(member, is);
  for (const message of model.messagesOf(member)) if (message.is === 'queued') message.may.add('suppressed');
}

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

const memberOf = (model: Model, task: OpenTask): Member | undefined =>
  model.members.find(({ campaign, person }) => campaign === task.campaign && person === task.person);
const asking = (model: Model): OpenTask[] =>
  model.tasks.filter((task) => ['call', 'task', 'reply'].includes(task.kind));
const deciding = (model: Model): OpenTask[] => model.tasks.filter((task) => task.kind === 'colleague_replied');

const KINDS: Record<string, Kind<never>> = Object.fromEntries(
  Object.entries({
    launch: kind({
      weight: 8,
      among: campaignsIn('draft'),
      run: async (model, stage, campaign) => {
        model.launch(campaign);
        await stage.change(campaign, 'launch');
      },
    }),
    tick: kind({
      weight: 10,
      among: campaignsIn('running', 'paused', 'aborted'),
      run: async (model, stage, _, n) => model.tick(await stage.tick(one([0, 1, 25, 25, 49, 200], n))),
    }),
    claim: kind({
      weight: 12,
      among: (model) => model.where('queued'),
      run: async (model, stage, _, n) => {
        model.claim();
        const key = await stage.claim(1 + (n % 8));
        await compare(model, stage);
        model.still();
        model.batches.push(batchOf(model, stage.rows, key));
      },
    }),
    begin: kind({
      weight: 24,
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
    acknowledge: kind({
      weight: 12,
      among: (model) => model.batches,
      run: async (model, stage, batch, n) => {
        drop(model, batch);
        const outcomes = batch.messages.map((message, i) => outcomeOf(model, message, one(OUTCOMES, n + i)));
        await stage.report(batch.key, outcomes);
      },
    }),
    crash: kind({
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
    bounce: kind({
      weight: 2,
      among: (model) => [...reached(model), ...model.where('begun')],
      run: async (model, stage, message) => {
        model.bounces(message);
        await stage.mailIn(message, (about) => report(about, 'failed', '5.1.1', '550 5.1.1 User unknown'));
      },
    }),
    delivered: kind({
      weight: 2,
      among: (model) => model.where('sent', 'unknown'),
      run: async (model, stage, message) => {
        model.known(message, 'delivered');
        await stage.mailIn(message, (about) => report(about, 'delivered', '2.0.0', '250 ok'));
      },
    }),
    reply: kind({
      weight: 4,
      among: reached,
      run: async (model, stage, message) => {
        if (message.is === 'unknown') model.known(message);
        model.replies(message.member);
        await stage.mailIn(message, (about) => reply(about, 'Tell me more about the prices, please.'));
      },
    }),
    away: kind({
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
    unsubscribe: kind({
      among: members,
      run: async (model, stage, member) => {
        model.becomes(member, 'opted_out');
        model.personOf(member).reachable = false;
        await answer(stage, member, { choice: 'stop' });
      },
    }),
    answer: kind({
      weight: 6,
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
    suppress: kind({
      among: (model) => model.people.map((_, n) => n),
      run: async (model, stage, person) => {
        model.people[person]!.reachable = false;
        await stage.suppress(person);
      },
    }),
    exclude: kind({
      among: (model) => model.members.filter((member) => !ended(member)),
      run: async (model, stage, member) => {
        model.becomes(member, 'excluded manual');
        await stage.exclude(member);
      },
    }),
    pause: kind({
      weight: 2,
      among: campaignsIn('running'),
      run: async (model, stage, campaign) => {
        model.campaigns[campaign]!.state = 'paused';
        await stage.change(campaign, 'pause');
      },
    }),
    resume: kind({
      weight: 8,
      among: campaignsIn('paused'),
      run: async (model, stage, campaign) => {
        model.campaigns[campaign]!.state = 'running';
        await stage.change(campaign, 'resume');
      },
    }),
    abort: kind({
      among: campaignsIn('running', 'paused'),
      run: async (model, stage, campaign) => {
        model.abort(campaign);
        await stage.change(campaign, 'abort');
      },
    }),
    verdict: kind({
      weight: 10,
      among: (model) => model.where('unknown'),
      run: async (model, stage, message, n) => {
        if (n % 2 === 0) model.known(message);
        else model.notSent(message);
        await stage.verdict(message, n % 2 === 0 ? 'sent' : 'not_sent');
      },
    }),
    talk: kind({
      weight: 10,
      among: asking,
      run: async (model, stage, task, n) => {
        const until = midnight(model, 5 + (n % 20));
        const said = one(ANSWERS, n);
        const late = said.disposition === 'connected_not_now' ? { notBefore: until.toISOString() } : {};
        if (!(await stage.work(task, 'conversations', { ...said, ...late }))) {
          expect(model.campaigns[task.campaign!]!.state).toBe('paused');
          return;
        }
        answered(model, memberOf(model, task)!, said.disposition, until.getTime());
      },
    }),
    decide: kind({
      weight: 8,
      among: deciding,
      run: async (model, stage, task, n) => {
        const resolution = n % 3 === 0 ? 'exclude' : 'resume';
        if (!(await stage.work(task, 'task-resolutions', { resolution, reason: 'because' }))) return;
        const { person } = memberOf(model, task)!;
        for (const member of model.members)
          if (
            member.campaign === task.campaign &&
            member.is === 'paused colleague_reply' &&
            sameHouse(member, person)
          ) {
            if (resolution === 'exclude') model.becomes(member, 'excluded manual');
            else member.may = new Set(['pending', 'active']);
          }
      },
    }),
  }),
) as never;

const sameHouse = (member: Member, person: number): boolean => houseOf(member.person) === houseOf(person);

const OUTCOMES: ('sent' | 'later' | 'unknown' | 'bounced')[] = ['sent', 'sent', 'later', 'sent', 'unknown', 'bounced'];

function outcomeOf(model: Model, message: Message, what: (typeof OUTCOMES)[number]): Outcome {
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

export const names = Object.keys(KINDS);

export const commands = (replayPath?: string): fc.Arbitrary<Iterable<fc.AsyncCommand<Model, Stage>>> =>
  fc.commands(
    Object.entries(KINDS).flatMap(([name, each]) =>
      Array.from({ length: each.weight ?? 1 }, () =>
        fc.tuple(fc.nat(50), fc.nat(50)).map(([about, n]) => new Command(name, each, about, n)),
      ),
    ),
    { maxCommands: DRAWN, size: 'max', ...(replayPath && { replayPath }) },
  ) as never;
