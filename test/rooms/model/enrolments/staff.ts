import { answered, midnight } from './answers.js';
import { ended, organizationOf, type Enrolment, type OpenTask } from './facts.js';
import type { Model } from './model.js';
import { ANSWERS, enrolmentKind } from './stage.js';

const one = <T>(list: T[], n: number): T => list[n % list.length]!;
const memberOf = (model: Model, task: OpenTask): Enrolment | undefined =>
  model.enrolments.find(({ campaign, person }) => campaign === task.campaign && person === task.person);
const asking = (model: Model): OpenTask[] =>
  model.tasks.filter((task) => ['call', 'task', 'reply'].includes(task.kind));
const deciding = (model: Model): OpenTask[] => model.tasks.filter((task) => task.kind === 'colleague_replied');
const sameOrganization = (enrolment: Enrolment, person: number): boolean =>
  organizationOf(enrolment.person) === organizationOf(person);

/** What executives do before anything can be launched, and after. */
export const executives = {
  approve: enrolmentKind({
    weight: 10,
    among: (model) => model.version.pending(),
    run: async (model, stage, approval) => {
      model.version.decide(approval, 'approve', model.version.deciders(approval.department)[0]!, null);
      await stage.approve(approval);
    },
  }),
  fulfil: enrolmentKind({
    weight: 10,
    among: (model) => model.version.open(),
    run: async (_, stage, mobilisationItem) => {
      mobilisationItem.state = 'done';
      await stage.fulfil(mobilisationItem);
    },
  }),
  goLive: enrolmentKind({
    weight: 12,
    among: ({ version }) => (version.is('approved', 'mobilising') && version.open().length === 0 ? [version] : []),
    run: async (_, stage, version) => {
      version.become('live');
      await stage.goLive();
    },
  }),
  overtake: enrolmentKind({
    among: ({ version, enrolments }) => (version.is('live') && enrolments.length > 0 ? [version] : []),
    run: async (_, stage, version) => {
      version.become('superseded');
      await stage.overtake();
    },
  }),
};

/** What sales ops do. */
export const salesOps = {
  launch: enrolmentKind({
    weight: 10,
    among: (model) => (model.version.is('live') ? model.campaignsIn('draft') : []),
    run: async (model, stage, campaign) => {
      model.launch(campaign);
      expect(await stage.launch(campaign)).toEqual([]);
    },
  }),
  'launch anyhow': enrolmentKind({
    weight: 3,
    among: (model) => (model.version.is('live') ? [] : model.campaignsIn('draft')),
    run: async (model, stage, campaign) =>
      expect(await stage.launch(campaign)).toEqual(model.version.blockers().toSorted()),
  }),
  pause: enrolmentKind({
    weight: 2,
    among: (model) => model.campaignsIn('running', 'in_review'),
    run: async (model, stage, campaign) => {
      model.campaigns[campaign]!.state = 'paused';
      await stage.change(campaign, 'pause');
    },
  }),
  resume: enrolmentKind({
    weight: 8,
    among: (model) => model.campaignsIn('paused'),
    run: async (model, stage, campaign) => {
      model.campaigns[campaign]!.state = 'running';
      await stage.change(campaign, 'resume');
    },
  }),
  release: enrolmentKind({
    weight: 16,
    among: (model) => model.campaignsIn('in_review', 'paused').filter((campaign) => model.hasSecond(campaign)),
    run: async (model, stage, campaign) => {
      model.release(campaign);
      await stage.release(campaign);
    },
  }),
  abort: enrolmentKind({
    among: (model) => model.campaignsIn('running', 'in_review', 'paused'),
    run: async (model, stage, campaign) => {
      model.abort(campaign);
      await stage.change(campaign, 'abort');
    },
  }),
  suppress: enrolmentKind({
    among: (model) => model.people.map((_, n) => n),
    run: async (model, stage, person) => {
      model.people[person]!.reachable = false;
      await stage.suppress(person);
    },
  }),
  exclude: enrolmentKind({
    among: (model) => model.enrolments.filter((enrolment) => !ended(enrolment)),
    run: async (model, stage, enrolment) => {
      model.becomes(enrolment, 'excluded manual');
      await stage.exclude(enrolment);
    },
  }),
  settleMessage: enrolmentKind({
    weight: 10,
    among: (model) => model.where('unknown'),
    run: async (model, stage, message, n) => {
      if (n % 2 === 0) model.known(message);
      else model.notSent(message);
      await stage.settleMessage(message, n % 2 === 0 ? 'sent' : 'not_sent');
    },
  }),
};

/** What reps do with the tasks that they are given. */
export const reps = {
  talk: enrolmentKind({
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
  decide: enrolmentKind({
    weight: 8,
    among: deciding,
    run: async (model, stage, task, n) => {
      const resolution = n % 3 === 0 ? 'exclude' : 'resume';
      if (!(await stage.work(task, 'task-resolutions', { resolution, reason: 'because' }))) return;
      const { person } = memberOf(model, task)!;
      for (const enrolment of model.enrolments)
        if (
          enrolment.campaign === task.campaign &&
          enrolment.is === 'paused colleague_reply' &&
          sameOrganization(enrolment, person)
        ) {
          if (resolution === 'exclude') model.becomes(enrolment, 'excluded manual');
          else enrolment.may = new Set(['pending', 'active']);
        }
    },
  }),
};
