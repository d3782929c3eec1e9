import type { Version } from '../propositions/version.js';
import type { Walked } from '../walk.js';
import {
  ENDED,
  ended,
  HELD,
  organizationOf,
  PEOPLE_EACH,
  RETURNS_BEFORE_TASK,
  waveOf,
  type Batch,
  type Campaign,
  type CampaignState,
  type Enrolment,
  type Message,
  type MessageState,
  type OpenTask,
  type Person,
  type Plan,
} from './facts.js';

const DAY = 86_400_000;

/** What should be true of everybody, in plain objects: nothing here asks the code that is tested. */
export class Model implements Walked {
  now = 0;
  commands = 0;
  readonly people: Person[];
  readonly campaigns: Campaign[];
  readonly enrolments: Enrolment[] = [];
  messages: Message[] = [];
  tasks: OpenTask[] = [];
  readonly batches: Batch[] = [];
  /** whether this command may write new messages */
  writes = false;

  constructor(
    organizations: number,
    plans: Plan[],
    /** of the proposition, which the campaigns take out */
    readonly version: Version,
  ) {
    this.people = Array.from({ length: organizations * PEOPLE_EACH }, () => ({ reachable: true, notBefore: 0 }));
    this.campaigns = plans.map((plan) => ({ ...plan, state: 'draft', released: new Set(), heldOutUntil: 0 }));
  }

  begins(): void {
    this.commands++;
    this.still();
  }

  /** Nothing changes but what the command now says. */
  still(): void {
    this.writes = false;
    for (const enrolment of this.enrolments) enrolment.may = new Set([enrolment.is]);
    for (const message of this.messages) message.may = new Set([message.is]);
  }

  campaignOf = ({ campaign }: Enrolment): Campaign => this.campaigns[campaign]!;
  personOf = ({ person }: Enrolment): Person => this.people[person]!;
  /** Its wave was not released: nothing reaches it. */
  waits = (enrolment: Enrolment): boolean => !this.campaignOf(enrolment).released.has(enrolment.wave);
  running = (enrolment: Enrolment): boolean => this.campaignOf(enrolment).state === 'running';
  messagesOf = (enrolment: Enrolment): Message[] => this.messages.filter((message) => message.enrolment === enrolment);
  where = (...states: MessageState[]): Message[] => this.messages.filter(({ is }) => states.includes(is));

  /** their numbers */
  campaignsIn = (...states: CampaignState[]): number[] =>
    this.campaigns.flatMap(({ state }, n) => (states.includes(state) ? [n] : []));

  snapshot(campaign: number): number[] {
    const { organizations } = this.campaigns[campaign]!;
    return this.people.flatMap((_, person) => (organizations.includes(organizationOf(person)) ? [person] : []));
  }

  launch(campaign: number): void {
    const made = this.campaigns[campaign]!;
    made.state = 'running';
    made.released.add('first');
    made.heldOutUntil = this.now + made.heldOutDays * DAY;
    for (const person of this.snapshot(campaign).filter((each) => !made.excluded.includes(each)))
      this.enrolments.push({
        campaign,
        person,
        wave: waveOf(made, organizationOf(person)),
        is: '',
        may: new Set(['pending']),
        until: null,
        answer: null,
        wish: null,
      });
  }

  hasSecond = (campaign: number): boolean => {
    const { second, released } = this.campaigns[campaign]!;
    return second.length > 0 && !released.has('second');
  };

  /** A person lets the second wave go. */
  release(n: number): void {
    const campaign = this.campaigns[n]!;
    campaign.released.add('second');
    if (campaign.state === 'in_review') campaign.state = 'running';
  }

  /** It became this and nothing else; an end takes back what was still to go out. */
  becomes(enrolment: Enrolment, is: string, until: number | null = null): void {
    enrolment.may = new Set([is]);
    enrolment.until = until;
    if (ENDED.test(is)) this.takeBack(enrolment);
  }

  takeBack(enrolment: Enrolment): void {
    for (const message of this.messagesOf(enrolment))
      if (message.is === 'queued') message.may = new Set(['suppressed']);
  }

  /** The play goes on for whom nothing holds; an aborted campaign's enrolments end. */
  tick(now: number): void {
    this.now = now;
    this.writes = true;
    for (const enrolment of this.enrolments.filter((each) => !ended(each))) {
      const { state } = this.campaignOf(enrolment);
      if (state === 'aborted') this.becomes(enrolment, 'excluded campaign_aborted');
      if (state !== 'running') continue;
      const { reachable } = this.personOf(enrolment);
      if (!reachable) this.mayEnd(enrolment, 'excluded suppressed');
      const wakes = enrolment.until !== null && enrolment.until <= now;
      if (wakes && reachable) enrolment.may.delete(enrolment.is);
      if (HELD.includes(enrolment.is) || (enrolment.is.startsWith('paused') && !wakes)) continue;
      for (const is of reachable && !this.waits(enrolment)
        ? ['active', 'finished completed', 'finished unreachable']
        : [])
        this.mayEnd(enrolment, is);
      if (reachable && wakes) enrolment.may.add('pending');
    }
  }

  /** It may come to this; if it is an end, what is queued is taken back. */
  mayEnd(enrolment: Enrolment, is: string): void {
    enrolment.may.add(is);
    if (!ENDED.test(is)) return;
    for (const message of this.messagesOf(enrolment)) if (message.is === 'queued') message.may.add('suppressed');
  }

  claim(): void {
    for (const message of this.where('queued')) {
      const { enrolment } = message;
      const person = this.personOf(enrolment);
      if (!this.running(enrolment) || enrolment.is !== 'active') continue;
      if (!person.reachable) {
        message.may.add('suppressed');
        this.mayEnd(enrolment, 'excluded suppressed');
      } else message.may.add(person.notBefore > this.now ? 'gone' : 'claimed');
    }
  }

  /** Whether this may be sent now. */
  mayLeave({ enrolment, is }: Message): boolean {
    const { reachable, notBefore } = this.personOf(enrolment);
    return (
      is === 'claimed' && this.running(enrolment) && enrolment.is === 'active' && reachable && notBefore <= this.now
    );
  }

  /** Surely not handed over: it waits on, unless its enrolment's part is over. */
  returns(message: Message): void {
    if (message.is === 'begun') message.left -= 1;
    const over = ended(message.enrolment) || this.campaignOf(message.enrolment).state === 'aborted';
    message.may = new Set([over ? 'suppressed' : 'queued']);
    // an answer may have taken its enrolment past this step
    if (!over) message.may.add('suppressed');
  }

  unknown(message: Message): void {
    const { enrolment } = message;
    message.may = new Set(['unknown']);
    const holds = this.campaignOf(enrolment).onUnknown === 'hold';
    if (holds && (enrolment.is === 'active' || enrolment.is === 'pending'))
      this.becomes(enrolment, 'paused unknown_dispatch');
  }

  /** It is known to have been sent. */
  known(message: Message, as: 'sent' | 'delivered' = 'sent'): void {
    message.may = new Set([as]);
    // nothing was sent later
    if (message.is === 'unknown') message.at = Infinity;
    if (message.enrolment.is === 'paused unknown_dispatch') this.becomes(message.enrolment, 'active');
  }

  bounces(message: Message): void {
    message.may = new Set(['bounced']);
    this.personOf(message.enrolment).reachable = false;
    if (!ended(message.enrolment)) this.becomes(message.enrolment, 'bounced');
  }

  /** Soft bounces in a row put the person before a rep; a message with another result ends the row. */
  putOff(message: Message): void {
    if (message.is === 'unknown') this.known(message);
    message.returned ??= 'soft';
    const sent = this.where('begun', 'sent', 'delivered', 'bounced', 'unknown')
      .filter(({ enrolment }) => enrolment.person === message.enrolment.person)
      .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
    const other = sent.findIndex(({ returned }) => returned !== 'soft');
    if ((other < 0 ? sent.length : other) < RETURNS_BEFORE_TASK || ended(message.enrolment)) return;
    this.becomes(message.enrolment, 'paused awaiting_rep');
  }

  wasPutOff = (person: number): boolean =>
    this.messages.some(({ enrolment, returned }) => enrolment.person === person && returned === 'soft');

  complains(message: Message): void {
    if (message.is === 'unknown') this.known(message);
    this.personOf(message.enrolment).reachable = false;
    this.becomes(message.enrolment, 'opted_out');
  }

  replies(enrolment: Enrolment): void {
    if (ended(enrolment)) return;
    this.becomes(enrolment, 'paused replied');
    this.pauseColleagues(enrolment);
  }

  /** Those of the same organization and campaign wait until a person decides. */
  pauseColleagues(enrolment: Enrolment): void {
    for (const colleague of this.enrolments)
      if (
        colleague !== enrolment &&
        colleague.campaign === enrolment.campaign &&
        colleague.wave !== 'held_out' &&
        organizationOf(colleague.person) === organizationOf(enrolment.person) &&
        (colleague.is === 'pending' || colleague.is === 'active')
      )
        this.becomes(colleague, 'paused colleague_reply');
  }

  away(enrolment: Enrolment, until: number): void {
    const goes = ['pending', 'active', 'paused out_of_office'].includes(enrolment.is) || enrolment.may.has('active');
    if (goes) this.becomes(enrolment, 'paused out_of_office', until);
  }

  abort(campaign: number): void {
    this.campaigns[campaign]!.state = 'aborted';
    for (const enrolment of this.enrolments) if (enrolment.campaign === campaign) this.takeBack(enrolment);
  }

  notSent(message: Message): void {
    message.left = 0;
    this.returns(message);
    if (message.enrolment.is === 'paused unknown_dispatch' && this.campaignOf(message.enrolment).state !== 'aborted')
      this.becomes(message.enrolment, 'active');
    else if (message.enrolment.is === 'paused unknown_dispatch') message.enrolment.may.add('active');
  }
}
