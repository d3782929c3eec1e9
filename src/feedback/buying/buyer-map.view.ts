import {
  BUYING_JOBS,
  DISPOSITIONS,
  ENROLMENT_STATES,
  INTERESTS,
  OBJECTIONS,
  ROLES,
} from '../../../libs/plays/index.js';
import { CONFIDENCES } from '../../accounts/index.js';
import { Day, Flag, Id, Instant, ListOf, Nested, OneOf, SomeOf, Text, Whole } from '../../platform/index.js';
import { BuyingPlanView } from './buying-plan.view.js';
import { AGAINST, RISKS } from './risks.js';

const NULLABLE = { nullable: true };

class RoleOnMap {
  @OneOf(ROLES) role: string;
  @OneOf(CONFIDENCES) confidence: string;
  @Whole({ ...NULLABLE, min: -2, max: 2, description: '-2 against us … 2 for us' }) attitude: number | null;
  @Whole({ ...NULLABLE, min: 1, max: 5, description: '1 little … 5 much' }) influence: number | null;
  @Text(NULLABLE) preferredSupplier: string | null;
}

class EnrolmentOnMap {
  @Id() enrolmentId: string;
  @Id() campaignId: string;
  @OneOf(ROLES) role: string;
  @OneOf(ENROLMENT_STATES) state: string;
  @Text(NULLABLE) reason: string | null;
  @OneOf([...INTERESTS, 'unknown']) interest: string;
  @OneOf(DISPOSITIONS, NULLABLE) lastDisposition: string | null;
}

class JobsSaid {
  @SomeOf(BUYING_JOBS) jobs: string[];
  @Instant() at: string;
  @Id() conversationId: string;
  @Id({ ...NULLABLE, description: 'the group conversation in which it was recorded' }) sessionId: string | null;
}

class ObjectionOnMap {
  @OneOf(OBJECTIONS) code: string;
  @Text(NULLABLE) underlying: string | null;
  @Text(NULLABLE) verbatim: string | null;
  @Instant() at: string;
  @Id() conversationId: string;
}

class RiskOnMap {
  @Id() id: string;
  @OneOf(RISKS) kind: string;
  @Flag() personal: boolean;
  @OneOf(AGAINST) against: string;
  @Whole({ min: 1, max: 3 }) impact: number;
  @Text(NULLABLE) words: string | null;
  @Text(NULLABLE) eases: string | null;
  @Flag({ description: 'managers may read it too' }) shared: boolean;
  @Instant() at: string;
  @Instant({ ...NULLABLE, description: 'when it was marked as eased' }) easedAt: string | null;
  @Text({ ...NULLABLE, description: 'the name of the user who marked it' }) easedBy: string | null;
  @Flag({ description: 'you may change who reads it' }) mayShare: boolean;
  @Whole() revision: number;
}

/** The state of a risk, without its content: answers are kept and read in more places than the map. */
export class RiskStandingView {
  @Id() id: string;
  @Instant(NULLABLE) easedAt: Date | null;
  @Flag() shared: boolean;
  @Whole() revision: number;
}

class BuyerCommitmentOnMap {
  @OneOf(['buyer', 'us']) by: string;
  @Text() text: string;
  @Day() dueOn: string;
  @Instant(NULLABLE) keptAt: string | null;
}

class PersonOnMap {
  @Id() contactId: string;
  @Text({ example: 'Thomas Hardy' }) name: string;
  @Text({ ...NULLABLE, example: 'Head of purchasing' }) title: string | null;
  @ListOf(() => RoleOnMap) roles: RoleOnMap[];
  @Nested(() => EnrolmentOnMap, { ...NULLABLE, description: 'in the latest campaign of this proposition' })
  enrolment: EnrolmentOnMap | null;
  @ListOf(() => JobsSaid, { description: 'what they are busy with, the latest first; a set that may go back' })
  jobs: JobsSaid[];
  @ListOf(() => ObjectionOnMap) objections: ObjectionOnMap[];
  @ListOf(() => RiskOnMap) risks: RiskOnMap[];
  @ListOf(() => BuyerCommitmentOnMap) commitments: BuyerCommitmentOnMap[];
}

class PropositionOnMap {
  @Id() id: string;
  @Text() title: string;
  @Id({ ...NULLABLE, description: 'the latest campaign of it at this organization' }) campaignId: string | null;
}

class SessionOnMap {
  @Id() id: string;
  @Instant() heldAt: string;
  @Whole() people: number;
  @Whole() absent: number;
}

export class BuyerMapView {
  @Id() organizationId: string;
  @Text({ example: 'Around the Horn' }) organization: string;
  @Nested(() => PropositionOnMap, { ...NULLABLE, description: 'null: nothing was offered here yet' })
  proposition: PropositionOnMap | null;
  @ListOf(() => PropositionOnMap, { description: 'all that was offered here, the latest first' })
  propositions: PropositionOnMap[];
  @SomeOf(ROLES, { description: 'required, and without a known contact' }) missingRoles: string[];
  @ListOf(() => PersonOnMap) people: PersonOnMap[];
  @ListOf(() => SessionOnMap, { description: 'group conversations, the latest first' }) sessions: SessionOnMap[];
  @Flag({ description: 'false: what people risk personally is not shown to you' }) personalShown: boolean;
  @Flag({ description: 'you may record here' }) mine: boolean;
  @Nested(() => BuyingPlanView, NULLABLE) plan: BuyingPlanView | null;
  @Text({ ...NULLABLE, description: 'where some of it comes from a simulated market' }) label: string | null;
}
