import type { Version } from '../propositions/version.js';
import type { Walked } from '../walk.js';
import {
  ENDED,
  ended,
  HELD,
  houseOf,
  PEOPLE_EACH,
  SOFT_BEFORE_HARD,
  waveOf,
  type Batch,
  type Campaign,
  type CampaignState,
  type Member,
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
  readonly members: Member[] = [];
  messages: Message[] = [];
  tasks: OpenTask[] = [];
  readonly batches: Batch[] = [];
  /** whether this command may write new messages */
  writes = false;

  constructor(
    houses: number,
    plans: Plan[],
    /** of the proposition, which the campaigns take out */
    readonly version: Version,
  ) {
    this.people = Array.from({ length: houses * PEOPLE_EACH }, () => ({ reachable: true, notBefore: 0 }));
    this.campaigns = plans.map((plan) => ({ ...plan, state: 'draft', released: new Set(), heldOutUntil: 0 }));
  }

  begins(): void {
    this.commands++;
    this.still();
  }

  /** Nothing changes but what the command now says. */
  still(): void {
    this.writes = false;
    for (const member of this.members) member.may = new Set([member.is]);
    for (const message of this.messages) message.may = new Set([message.is]);
  }

  campaignOf = ({ campaign }: Member): Campaign => this.campaigns[campaign]!;
  personOf = ({ person }: Member): Person => this.people[person]!;
  /** Its wave was not let go: nothing reaches them. */
  waits = (member: Member): boolean => !this.campaignOf(member).released.has(member.wave);
  running = (member: Member): boolean => this.campaignOf(member).state === 'running';
  messagesOf = (member: Member): Message[] => this.messages.filter((message) => message.member === member);
  where = (...states: MessageState[]): Message[] => this.messages.filter(({ is }) => states.includes(is));

  /** their numbers */
  campaignsIn = (...states: CampaignState[]): number[] =>
    this.campaigns.flatMap(({ state }, n) => (states.includes(state) ? [n] : []));

  snapshot(campaign: number): number[] {
    const { houses } = this.campaigns[campaign]!;
    return this.people.flatMap((_, person) => (houses.includes(houseOf(person)) ? [person] : []));
  }

  launch(campaign: number): void {
    const made = this.campaigns[campaign]!;
    made.state = 'running';
    made.released.add('first');
    made.heldOutUntil = this.now + made.heldOutDays * DAY;
    for (const person of this.snapshot(campaign).filter((each) => !made.excluded.includes(each)))
      this.members.push({
        campaign,
        person,
        wave: waveOf(made, houseOf(person)),
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
  becomes(member: Member, is: string, until: number | null = null): void {
    member.may = new Set([is]);
    member.until = until;
    if (ENDED.test(is)) this.takeBack(member);
  }

  takeBack(member: Member): void {
    for (const message of this.messagesOf(member)) if (message.is === 'queued') message.may = new Set(['suppressed']);
  }

  /** The play goes on for whom nothing holds; an aborted campaign's members end. */
  tick(now: number): void {
    this.now = now;
    this.writes = true;
    for (const member of this.members.filter((each) => !ended(each))) {
      const { state } = this.campaignOf(member);
      if (state === 'aborted') this.becomes(member, 'excluded campaign_aborted');
      if (state !== 'running') continue;
      const { reachable } = this.personOf(member);
      if (!reachable) this.mayEnd(member, 'excluded suppressed');
      const wakes = member.until !== null && member.until <= now;
      if (wakes && reachable) member.may.delete(member.is);
      if (HELD.includes(member.is) || (member.is.startsWith('paused') && !wakes)) continue;
      for (const is of reachable && !this.waits(member) ? ['active', 'finished completed', 'finished unreachable'] : [])
        this.mayEnd(member, is);
      if (reachable && wakes) member.may.add('pending');
    }
  }

  /** It may come to this; if it is an end, what is queued is taken back. */
  mayEnd(member: Member, is: string): void {
    member.may.add(is);
    if (!ENDED.test(is)) return;
    for (const message of this.messagesOf(member)) if (message.is === 'queued') message.may.add('suppressed');
  }

  claim(): void {
    for (const message of this.where('queued')) {
      const { member } = message;
      const person = this.personOf(member);
      if (!this.running(member) || member.is !== 'active') continue;
      if (!person.reachable) {
        message.may.add('suppressed');
        this.mayEnd(member, 'excluded suppressed');
      } else message.may.add(person.notBefore > this.now ? 'gone' : 'claimed');
    }
  }

  /** Whether this may leave the house now. */
  mayLeave({ member, is }: Message): boolean {
    const { reachable, notBefore } = this.personOf(member);
    return is === 'claimed' && this.running(member) && member.is === 'active' && reachable && notBefore <= this.now;
  }

  /** Surely not handed over: it waits on, unless its member's part is over. */
  returns(message: Message): void {
    if (message.is === 'begun') message.left -= 1;
    const over = ended(message.member) || this.campaignOf(message.member).state === 'aborted';
    message.may = new Set([over ? 'suppressed' : 'queued']);
    // an answer may have taken its member past this step
    if (!over) message.may.add('suppressed');
  }

  unknown(message: Message): void {
    const { member } = message;
    message.may = new Set(['unknown']);
    const holds = this.campaignOf(member).onUnknown === 'hold';
    if (holds && (member.is === 'active' || member.is === 'pending')) this.becomes(member, 'paused unknown_dispatch');
  }

  /** It is known to have been sent. */
  known(message: Message, as: 'sent' | 'delivered' = 'sent'): void {
    message.may = new Set([as]);
    // nothing was sent later
    if (message.is === 'unknown') message.at = Infinity;
    if (message.member.is === 'paused unknown_dispatch') this.becomes(message.member, 'active');
  }

  bounces(message: Message): void {
    message.may = new Set(['bounced']);
    this.personOf(message.member).reachable = false;
    if (!ended(message.member)) this.becomes(message.member, 'bounced');
  }

  /** Whoever puts off as many in a row is not there any more. Whatever was not put off breaks the row. */
  putOff(message: Message): void {
    if (message.is === 'unknown') this.known(message);
    message.returned ??= 'soft';
    const sent = this.where('begun', 'sent', 'delivered', 'bounced', 'unknown')
      .filter(({ member }) => member.person === message.member.person)
      .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
    const other = sent.findIndex(({ returned }) => returned !== 'soft');
    if ((other < 0 ? sent.length : other) < SOFT_BEFORE_HARD) return;
    message.returned = 'hard';
    this.bounces(message);
  }

  wasPutOff = (person: number): boolean =>
    this.messages.some(({ member, returned }) => member.person === person && returned === 'soft');

  complains(message: Message): void {
    if (message.is === 'unknown') this.known(message);
    this.personOf(message.member).reachable = false;
    this.becomes(message.member, 'opted_out');
  }

  replies(member: Member): void {
    if (ended(member)) return;
    this.becomes(member, 'paused replied');
    this.pauseColleagues(member);
  }

  /** Those of the same house and campaign wait until a person decides. */
  pauseColleagues(member: Member): void {
    for (const colleague of this.members)
      if (
        colleague !== member &&
        colleague.campaign === member.campaign &&
        colleague.wave !== 'held_out' &&
        houseOf(colleague.person) === houseOf(member.person) &&
        (colleague.is === 'pending' || colleague.is === 'active')
      )
        this.becomes(colleague, 'paused colleague_reply');
  }

  away(member: Member, until: number): void {
    const goes = ['pending', 'active', 'paused out_of_office'].includes(member.is) || member.may.has('active');
    if (goes) this.becomes(member, 'paused out_of_office', until);
  }

  abort(campaign: number): void {
    this.campaigns[campaign]!.state = 'aborted';
    for (const member of this.members) if (member.campaign === campaign) this.takeBack(member);
  }

  notSent(message: Message): void {
    message.left = 0;
    this.returns(message);
    if (message.member.is === 'paused unknown_dispatch' && this.campaignOf(message.member).state !== 'aborted')
      this.becomes(message.member, 'active');
    else if (message.member.is === 'paused unknown_dispatch') message.member.may.add('active');
  }
}
