export type CampaignState = 'draft' | 'running' | 'in_review' | 'paused' | 'aborted' | 'completed';
/** `claimed`: in a sender's hands, and not begun to hand over; `begun`: it may have been sent */
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

export interface Plan {
  /** organizations of the snapshot, and whom of them it excludes */
  organizations: number[];
  excluded: number[];
  onUnknown: 'continue' | 'hold';
  /** organizations that a second wave takes, once a person has looked at the first */
  second: number[];
  /** organizations that wait as a hold-out, and for how many days from the launch */
  heldOut: number[];
  heldOutDays: number;
}

export interface Campaign extends Plan {
  state: CampaignState;
  /** which of its waves were let go */
  released: Set<Wave>;
  /** ms */
  heldOutUntil: number;
}

/** Part of a campaign, which goes together. */
export type Wave = 'first' | 'second' | 'held_out';

export interface Enrolment {
  campaign: number;
  person: number;
  wave: Wave;
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
  enrolment: Enrolment;
  step: string;
  is: MessageState;
  may: Set<MessageState>;
  /** how often it may have been sent since a person last said that it had not */
  left: number;
  /** what a mail server wrote about it */
  returned: 'soft' | 'hard' | null;
  /** when it was last sent or taken up, ms */
  at: number;
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
/** mails in a row that an address puts off */
export const RETURNS_BEFORE_TASK = 2;
export const ENDED = /^(finished|bounced|opted_out|excluded|failed)/;
export const HELD = [
  'paused colleague_reply',
  'paused replied',
  'paused awaiting_rep',
  'paused unknown_dispatch',
  'paused manual',
];

export const ended = (enrolment: Enrolment): boolean => ENDED.test(enrolment.is);
export const organizationOf = (person: number): number => Math.floor(person / PEOPLE_EACH);

export const waveOf = ({ second, heldOut }: Plan, app: number): Wave =>
  heldOut.includes(app) ? 'held_out' : second.includes(app) ? 'second' : 'first';
