import { ApiError, type Json, type Person } from './api.js';
import type { Chance } from './chance.js';

/** What a call comes to. A simulation: these figures are invented. */
const OUTCOMES = [
  ['no_answer', 34],
  ['voicemail_left', 12],
  ['gatekeeper_message', 6],
  ['wrong_number', 3],
  ['connected_callback', 4],
  ['connected_interested', 12],
  ['connected_meeting_set', 6],
  ['connected_not_now', 6],
  ['connected_not_interested', 11],
  ['connected_not_a_fit', 5],
  ['connected_do_not_call', 1],
] as const;
const OBJECTIONS = [
  ['loss_of_control', 28],
  ['price_value', 18],
  ['status_quo', 16],
  ['data_security', 14],
  ['timing', 10],
  ['competitor_incumbent', 8],
  ['trust', 6],
] as const;
const VERBATIM: Record<string, string> = {
  loss_of_control: 'If you fill my shelves, what do I still decide?',
  price_value: 'Somebody pays for that stock in the end.',
  status_quo: 'It has worked for twenty years.',
  data_security: 'Our stock levels are nobody’s business.',
  timing: 'Not before the new warehouse stands.',
  competitor_incumbent: 'Our wholesaler does something like it.',
  trust: 'And when you forget us on a Friday?',
};
const INTEREST = {
  connected_interested: 'active',
  connected_meeting_set: 'commits_next_step',
  connected_callback: 'curious',
  connected_not_now: 'aware',
  connected_not_interested: 'none',
  connected_not_a_fit: 'none',
  connected_do_not_call: 'none',
} as Record<string, string>;

/** The reps’ side: each claims the next task, does it and records what was said, through the work API. */
export class Rep {
  done = 0;
  private readonly meetings = new Map<string, number>();

  constructor(
    private readonly person: Person,
    private readonly chance: Chance,
  ) {}

  /** Works until there is nothing to do just now; how many tasks that were. */
  async work(now: Date, most = 50): Promise<number> {
    for (let count = 0; count < most; count++) {
      const task: Json = await this.person.post('/claims', {});
      if (!task) return count;
      await this.close(task, now).catch((error: unknown) => {
        // the person answered by themselves meanwhile, or somebody else took over: there is nothing to record any more
        if (!(error instanceof ApiError && error.status === 409)) throw error;
      });
      this.done++;
    }
    return most;
  }

  private close(task: Json, now: Date): Promise<Json> {
    const claim = { taskId: task.id, fence: task.fence };
    const who = [task.contact?.email ?? task.contact?.name ?? task.organization.name, task.stepKey ?? '', task.kind];
    // asked again, the same person may say something else
    const times = (this.meetings.get(who.join(' ')) ?? 0) + 1;
    this.meetings.set(who.join(' '), times);
    who.push(String(times));
    const lucky = (share: number, what: string) => this.chance.of(what, ...who) < share;
    switch (task.kind) {
      case 'fix_contact':
        return this.person.post(
          '/task-resolutions',
          lucky(0.7, 'found')
            ? { ...claim, resolution: 'corrected', ...this.contactPoint(task, who) }
            : { ...claim, resolution: 'not_found' },
        );
      case 'find_contact':
        return this.person.post(
          '/task-resolutions',
          lucky(0.4, 'found')
            ? { ...claim, resolution: 'found', newPeople: [this.newPerson(task, who)] }
            : { ...claim, resolution: 'not_found' },
        );
      case 'notice':
        return this.person.post('/task-resolutions', { ...claim, resolution: 'seen' });
      case 'colleague_replied':
        return this.person.post(
          '/task-resolutions',
          lucky(0.85, 'resume')
            ? { ...claim, resolution: 'resume', reason: 'The others know of it and may be written to.' }
            : { ...claim, resolution: 'exclude', reason: 'The one who answered speaks for all of them.' },
        );
      default:
        return this.person.post('/conversations', { ...claim, ...this.conversation(now, who) });
    }
  }

  private conversation(now: Date, who: string[]): object {
    const disposition = this.chance.pick(OUTCOMES, 'outcome', ...who);
    const connected = disposition.startsWith('connected');
    const objects = connected && (disposition.includes('not') || this.chance.of('objects', ...who) < 0.4);
    const code = this.chance.pick(OBJECTIONS, 'objection', ...who);
    const later = disposition === 'connected_callback' ? 1 : disposition === 'connected_not_now' ? 7 : 0;
    return {
      disposition,
      sentiment: connected
        ? this.chance.pick(
            [
              ['positive', 4],
              ['neutral', 5],
              ['negative', 2],
              ['hostile', 0.2],
            ] as const,
            'sentiment',
            ...who,
          )
        : 'neutral',
      ...(connected
        ? {
            interest: INTEREST[disposition],
            buyingJobs: ['problem_identification'],
            seconds: 8 + Math.floor(this.chance.of('seconds', ...who) * 14),
          }
        : {}),
      ...(objects ? { objections: [{ code, verbatim: VERBATIM[code] }], verbatim: VERBATIM[code] } : {}),
      ...(later ? { notBefore: new Date(now.getTime() + later * 86_400_000).toISOString() } : {}),
      ...(disposition === 'connected_meeting_set'
        ? {
            commitments: [
              {
                by: 'buyer',
                text: 'Send last year’s stock levels',
                dueOn: new Date(now.getTime() + 7 * 86_400_000).toISOString().slice(0, 10),
              },
            ],
          }
        : {}),
    };
  }

  private contactPoint(task: Json, who: string[]): object {
    return /phone/.test(task.title)
      ? { phone: `+1614555${String(1000 + Math.floor(this.chance.of('digits', ...who) * 9000))}` }
      : {
          email: `found.${Math.floor(this.chance.of('digits', ...who) * 1e9)}@${task.organization.domain ?? 'made-up.example'}`,
        };
  }

  private newPerson(task: Json, who: string[]): object {
    const role = /economic buyer/.test(task.title)
      ? 'economic_buyer'
      : /technical evaluator/.test(task.title)
        ? 'technical_evaluator'
        : 'decision_maker';
    const number = Math.floor(this.chance.of('person', ...who) * 1e9);
    return {
      name: `Found Person ${number}`,
      email: `found.${number}@${task.organization.domain ?? 'made-up.example'}`,
      role,
      title: role.replace('_', ' '),
    };
  }
}
