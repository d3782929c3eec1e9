import { DISPOSITIONS, ROLES } from '../../../libs/plays/index.js';
import { INTERACTION_KINDS } from '../../accounts/index.js';
import { Day, Decimal, Email, Flag, Id, Instant, ListOf, Nested, OneOf, Text, Whole } from '../../platform/index.js';
import type { RankingReason } from './ranking.js';
import type { Task } from './task.entity.js';
import { TASK_KINDS, TASK_STATES, type TaskKind, type TaskState } from './kinds.js';

class WhyView {
  @OneOf(['interest', 'role', 'size', 'freshness', 'kind', 'promise']) factor: RankingReason['factor'];
  @Decimal({ example: 30 }) points: number;
  @Text({ example: 'interest: curious' }) because: string;
}

export class TaskView {
  @Id() id: string;
  @OneOf(TASK_KINDS) kind: TaskKind;
  @OneOf(TASK_STATES) state: TaskState;
  @Text({ example: 'Call Maria Anders' }) title: string;
  @Id() organizationId: string;
  @Id({ nullable: true }) contactId: string | null;
  @Id({ nullable: true }) campaignId: string | null;
  @Id({ nullable: true }) enrolmentId: string | null;
  @Text({ nullable: true, example: 'first_call' }) stepKey: string | null;
  @Whole({ example: 1 }) attempt: number;
  @Id({ nullable: true, description: 'whose it is; null: the first rep who claims it becomes the owner' }) repId:
    | string
    | null;
  @Decimal({ example: 74.5, description: 'expected contribution: higher is worked first' }) contribution: number;
  @ListOf(() => WhyView, { description: 'why it ranks here' }) why: RankingReason[];
  @Text({ nullable: true, lines: true, description: 'what the person wrote, of a reply' }) words: string | null;
  @OneOf(DISPOSITIONS, { nullable: true, description: 'the outcome that the words suggest; a person decides' })
  proposedDisposition: string | null;
  @Instant() dueAt: Date;
  @Instant({ nullable: true, description: 'snoozed until then' }) notBefore: Date | null;
  @Text({ nullable: true }) snoozeReason: string | null;
  @Id({ nullable: true, description: 'who holds it now' }) claimedBy: string | null;
  @Instant({ nullable: true, description: 'the claim lapses then' }) leaseUntil: Date | null;
  @Whole({ description: 'goes with whatever closes the task; grows with each claim' }) fence: number;
  @OneOf(DISPOSITIONS, { nullable: true }) disposition: string | null;
  @Text({ nullable: true, description: 'how a task ended that is no conversation', example: 'corrected' })
  resolution: string | null;
  @Id({ nullable: true }) closedBy: string | null;
  @Instant({ nullable: true }) closedAt: Date | null;
  @Text({ nullable: true }) cancelReason: string | null;
  @Instant() createdAt: Date;

  static of(task: Task): TaskView {
    return { ...task, claimedBy: task.state === 'claimed' ? task.claimedBy : null };
  }
}

export interface TaskNames {
  id: string;
  organization: string;
  contact: string | null;
  rep: string | null;
}

/** A task in a list, with the names that people know. */
export class TaskRow extends TaskView {
  @Text({ example: 'Alfreds Futterkiste' }) organization: string;
  @Text({ nullable: true, example: 'Maria Anders' }) contact: string | null;
  @Text({ nullable: true, example: 'Nancy Davolio', description: 'whose it is' }) rep: string | null;
}

class RoleOnCard {
  @OneOf(ROLES) role: string;
  @OneOf(['low', 'medium', 'high']) confidence: string;
  @Whole({ nullable: true, min: -2, max: 2 }) attitude: number | null;
  @Whole({ nullable: true, min: 1, max: 5 }) influence: number | null;
}

class ContactOnCard {
  @Id() id: string;
  @Text({ example: 'Maria Anders' }) name: string;
  @Text({ nullable: true, example: 'Sales Representative' }) title: string | null;
  @Email({ nullable: true }) email: string | null;
  @OneOf(['unverified', 'valid', 'risky', 'invalid', 'bounced', 'corrected']) emailState: string;
  @Text({ nullable: true, example: '+49300074321' }) phone: string | null;
  @OneOf(['unverified', 'valid', 'risky', 'invalid', 'corrected']) phoneState: string;
  @Text({ nullable: true, example: 'Europe/Berlin' }) timeZone: string | null;
  @Text({ nullable: true, example: 'de' }) language: string | null;
  @OneOf(['any', 'no_email', 'no_calls', 'we_contact_you']) preference: string;
  @Instant({ nullable: true }) notBefore: string | null;
  @Flag({ description: 'invented for a demonstration' }) madeUp: boolean;
  @ListOf(() => RoleOnCard) roles: RoleOnCard[];
}

class OrganizationOnCard {
  @Id() id: string;
  @Text({ example: 'Alfreds Futterkiste' }) name: string;
  @Text({ nullable: true }) domain: string | null;
  @Text({ nullable: true }) industry: string | null;
  @Whole({ nullable: true }) employees: number | null;
  @Text({ nullable: true, example: 'DE' }) country: string | null;
  @Text({ nullable: true }) city: string | null;
  @Text({ nullable: true }) phone: string | null;
  @Text({ nullable: true }) website: string | null;
  @Text({ example: 'prospect' }) relationship: string;
  @Flag() madeUp: boolean;
}

class OwnerOnCard {
  @Id() id: string;
  @Text({ example: 'Nancy Davolio' }) name: string;
  @Instant() since: string;
}

class EarlierTask {
  @Id() id: string;
  @OneOf(TASK_KINDS) kind: TaskKind;
  @Text() title: string;
  @OneOf(TASK_STATES) state: TaskState;
  @OneOf(DISPOSITIONS, { nullable: true }) disposition: string | null;
  @Text({ nullable: true }) resolution: string | null;
  @Text({ nullable: true, description: 'name of the contact' }) contact: string | null;
  @Text({ nullable: true, description: 'name of who closed it' }) by: string | null;
  @Instant({ nullable: true }) closedAt: string | null;
  @Instant() createdAt: string;
}

class PastOnCard {
  @Id() id: string;
  @Day({ nullable: true }) day: string | null;
  @OneOf([...INTERACTION_KINDS, 'opportunity']) kind: string;
  @Text({ nullable: true, example: 'won' }) outcome: string | null;
  @Text({ nullable: true, lines: true }) note: string | null;
  @Text({ nullable: true, description: 'who of us it was' }) by: string | null;
  @Text({ nullable: true, description: 'as the file names the person' }) contact: string | null;
}

/** The task and all that a rep needs to begin; the narrative and the questions are in its brief. */
export class TaskCard extends TaskView {
  @Nested(() => ContactOnCard, { nullable: true }) contact: ContactOnCard | null;
  @Nested(() => OrganizationOnCard) organization: OrganizationOnCard;
  @Nested(() => OwnerOnCard, { nullable: true }) owner: OwnerOnCard | null;
  @ListOf(() => EarlierTask, { description: 'what happened at this organization before, latest first' })
  earlier: EarlierTask[];
  @ListOf(() => PastOnCard, { description: 'imported from before Overture, latest first' }) past: PastOnCard[];
}

export type CardFacts = Pick<TaskCard, 'contact' | 'organization' | 'owner' | 'earlier' | 'past'>;
