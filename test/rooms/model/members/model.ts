/** What should be true of everybody, in plain objects: nothing here asks the code that is tested. */

export type CampaignState = 'draft' | 'running' | 'paused' | 'aborted' | 'completed';
/** `claimed`: in a sender's hands, and not begun to hand over; `begun`: it may have left the house */
export type MessageState =
  | 'queued'
  | 'claimed'
  | 'begun'
  | 'sent'
  | 'delivered'
  | 'bounced'
  | 'failed'
  | 'unknown'
  | 'suppressed'
  | 'gone';

export interface Person {
  /** nothing stands against reaching them */
  reachable: boolean;
  /** what they asked for, ms; binds every campaign */
  notBefore: number;
}

export interface Campaign {
  state: CampaignState;
  /** organizations of the snapshot, and whom of them it excludes */
  houses: number[];
  excluded: number[];
  onUnknown: 'continue' | 'hold';
}

export interface Member {
  campaign: number;
  person: number;
  /** state and reason, as in the rows: "paused replied" */
  is: string;
  may: Set<string>;
  /** when a pause that a day ends is over, ms */
  until: number | null;
  /** the last that they said on their page, and the day that they named there, ms */
  answer: string | null;
  wish: number | null;
}

export interface Message {
  id: string;
  member: Member;
  step: string;
  is: MessageState;
  may: Set<MessageState>;
  /** how often it may have left the house since a person last said that it had not */
  left: number;
}

export interface OpenTask {
  id: string;
  kind: string;
  campaign: number | null;
  person: number | null;
}

/** A sender with what it claimed. */
export interface Batch {
  key: string;
  messages: Message[];
}

export const PEOPLE_EACH = 2;
const ENDED = /^(finished|bounced|opted_out|excluded|failed)/;
const HELD = ['paused colleague_reply', 'paused replied', 'paused unknown_dispatch', 'paused manual'];

export const ended = (member: Member): boolean => ENDED.test(member.is);
export const houseOf = (person: number): number => Math.floor(person / PEOPLE_EACH);

export class Model {
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

  constructor(houses: number, campaigns: Omit<Campaign, 'state'>[]) {
    this.people = Array.from({ length: houses * PEOPLE_EACH }, () => ({ reachable: true, notBefore: 0 }));
    this.campaigns = campaigns.map((campaign) => ({ ...campaign, state: 'draft' }));
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
    this.campaigns[campaign]!.state = 'running';
    for (const person of this.snapshot(campaign))
      if (!this.campaigns[campaign]!.excluded.includes(person))
        this.members.push({
          campaign,
          person,
          is: '',
          may: new Set(['pending']),
          until: null,
          answer: null,
          wish: null,
        });
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
      for (const is of reachable ? ['active', 'finished completed', 'finished unreachable'] : [])
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
    if (message.member.is === 'paused unknown_dispatch') this.becomes(message.member, 'active');
  }

  bounces(message: Message): void {
    message.may = new Set(['bounced']);
    this.personOf(message.member).reachable = false;
    if (!ended(message.member)) this.becomes(message.member, 'bounced');
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
