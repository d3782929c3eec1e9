import { ROLES, type Role } from '../../../libs/plays/index.js';
import { Id, Instant, Json, ListOf, OneOf, SomeOf, Text, Texts, Whole } from '../../platform/index.js';
import { ApprovalView } from '../approvals/approval.view.js';
import {
  SALES_ROLE_IMPACTS,
  VERSION_STATES,
  type Content,
  type SalesRoleImpact,
  type VersionState,
} from './version.entity.js';

export class AuthorView {
  @Id() userId: string;
  @Text({ example: 'Andrew Fuller' }) name: string;
  @Text({ example: 'logistics' }) department: string;
  @Instant() addedAt: Date;
}

export class CitationView {
  @Id() themeId: string;
  @Text({ example: 'Buyers fear a lock-in: terms now end with any month.' }) answer: string;
  @Id() addedBy: string;
  @Instant() addedAt: Date;
}

export class WarningView {
  @Text({ example: 'not_radical' }) code: string;
  @Text({ example: 'Nobody inside the company has objected. Is this radical enough?' }) message: string;
}

export class VersionView implements Content {
  @Id() id: string;
  @Id() propositionId: string;
  @Text({ example: 'Vendor Managed Inventory' }) title: string;
  @Whole({ example: 2 }) number: number;
  @OneOf(VERSION_STATES) state: VersionState;
  @Text({ lines: true, min: 0 }) customerProblem: string;
  @Text({ lines: true, min: 0 }) promise: string;
  @Text({ lines: true, min: 0 }) economics: string;
  @Text({ lines: true, min: 0 }) versusCompetitors: string;
  @Text({ lines: true, min: 0 }) versusNothing: string;
  @Text({ lines: true, min: 0 }) narrative: string;
  @Json({ example: { economic_buyer: 'Stock is money that earns nothing.' } }) lenses: Partial<Record<Role, string>>;
  @Texts() claims: string[];
  @Texts() terms: string[];
  @Json({ nullable: true }) cohortRule: Record<string, unknown> | null;
  @Text({ lines: true, min: 0 }) cohortRationale: string;
  @SomeOf(ROLES) requiredRoles: Role[];
  @Texts({ example: ['finance', 'logistics'] }) requiredDepartments: string[];
  @OneOf(SALES_ROLE_IMPACTS, { nullable: true }) salesRoleImpact: SalesRoleImpact | null;
  @Texts() mustLearn: string[];
  @Text({ nullable: true, lines: true }) noObjectionsNote: string | null;
  @ListOf(() => AuthorView) authors: AuthorView[];
  @ListOf(() => CitationView) citations: CitationView[];
  @ListOf(() => ApprovalView, { description: 'all rounds, newest first' }) approvals: ApprovalView[];
  @ListOf(() => WarningView) warnings: WarningView[];
  @Instant({ nullable: true }) submittedAt: Date | null;
  @Id({ nullable: true }) submittedBy: string | null;
  @Instant({ nullable: true }) approvedAt: Date | null;
  @Instant({ nullable: true }) liveAt: Date | null;
  @Instant({ nullable: true }) endedAt: Date | null;
  @Id({ nullable: true }) endedBy: string | null;
  @Text({ nullable: true, lines: true }) endedReason: string | null;
  @Id() createdBy: string;
  @Whole({ example: 5 }) revision: number;
  @Instant() createdAt: Date;
  @Instant() updatedAt: Date;
}
