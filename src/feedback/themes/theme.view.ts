import { OBJECTIONS, ROLES } from '../../../libs/plays/index.js';
import { rate } from '../../../libs/statistics/index.js';
import { Day, Flag, Id, Instant, ListOf, Nested, OneOf, Text, Texts, Whole } from '../../platform/index.js';
import { RateView } from '../results/rate.view.js';
import type { Theme } from './theme.entity.js';
import { simulationLabel, THEME_DECISIONS } from '../conversations/kinds.js';

const NULLABLE = { nullable: true };

export interface Weight {
  n: number;
  accounts: number;
  simulated: number;
  of: number;
}

export class ThemeView {
  @Id() id: string;
  @Id() propositionId: string;
  @Id() versionId: string;
  @Text({ example: 'They fear to lose control of their stock' }) title: string;
  @OneOf(OBJECTIONS, NULLABLE) objection: string | null;
  @Text({ lines: true }) summary: string;
  @Whole({ description: 'conversations in it' }) n: number;
  @Nested(() => RateView, { description: 'of the conversations about this version' }) share: RateView;
  @Whole({ description: 'organizations in it' }) organizations: number;
  @Whole({ description: 'how many of its conversations come from a simulated market' }) simulated: number;
  @Text(NULLABLE) label: string | null;
  @Instant() raisedAt: Date;
  @Id() raisedBy: string;
  @Instant({ ...NULLABLE, description: 'first opened by an executive' }) firstSeenAt: Date | null;
  @OneOf(THEME_DECISIONS, NULLABLE) decision: string | null;
  @Text(NULLABLE) decisionNote: string | null;
  @Id(NULLABLE) ownerId: string | null;
  @Day(NULLABLE) dueOn: string | null;
  @Id(NULLABLE) decidedBy: string | null;
  @Instant(NULLABLE) decidedAt: Date | null;
  @Whole({ example: 1 }) revision: number;

  static of(theme: Theme, { n, accounts, simulated, of }: Weight, minimum: number): ThemeView {
    return {
      ...theme,
      n,
      share: rate(n, of, minimum),
      organizations: accounts,
      simulated,
      label: simulationLabel(simulated, n),
    };
  }
}

class AccountInTheme {
  @Id() id: string;
  @Text() name: string;
  @Whole() n: number;
}

class RoleInTheme {
  @OneOf(ROLES) role: string;
  @Whole() n: number;
}

class VerbatimView {
  @Id() conversationId: string;
  @Text({ lines: true }) text: string;
  @OneOf(ROLES) role: string;
  @Text() organization: string;
  @Instant() occurredAt: string;
  @Flag() simulated: boolean;
}

export class ThemeDetail extends ThemeView {
  @ListOf(() => AccountInTheme) accounts: AccountInTheme[];
  @ListOf(() => RoleInTheme) roles: RoleInTheme[];
  @ListOf(() => VerbatimView, { description: 'latest first' }) verbatims: VerbatimView[];
}

export type ThemeEvidence = Pick<ThemeDetail, 'accounts' | 'roles' | 'verbatims'>;

export class Suggestion {
  @Id() versionId: string;
  @Whole({ example: 1 }) version: number;
  @OneOf(OBJECTIONS) objection: string;
  @Whole() n: number;
  @Whole({ description: 'organizations' }) accounts: number;
  @Nested(() => RateView) share: RateView;
  @Whole({ description: 'already in a theme on this objection' }) themed: number;
  @Texts({ description: 'the latest three' }) verbatims: string[];
  @Whole() simulated: number;
  @Text(NULLABLE) label: string | null;
}

export class Suggestions {
  @ListOf(() => Suggestion) items: Suggestion[];
  @Text({ nullable: true }) nextCursor: null;
}
