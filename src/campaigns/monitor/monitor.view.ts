import { Counts, Decimal, Flag, Id, Instant, ListOf, OneOf, Text, Texts, Whole, Day } from '../../platform/index.js';
import { CAMPAIGN_STATES } from '../lifecycle/campaign.entity.js';
import type { LaunchFinding } from '../lifecycle/launch-checks.js';
import { CampaignView, WaveView } from '../lifecycle/campaign.view.js';
import { UNCLEAR, type Unclear } from './forecast.js';

/** As a listing shows it: with how far it has come. */
export class CampaignRowView extends CampaignView {
  @Whole({ description: 'decision makers, ended or not' }) enrolled: number;
  @Whole({ description: 'of these, ended with a reason' }) ended: number;
}

export class ProgressView {
  @OneOf(CAMPAIGN_STATES) state: string;
  @Counts({ example: { pending: 40, finished: 2 } }) byState: Record<string, number>;
  @Counts({ example: { replied: 2 } }) byReason: Record<string, number>;
}

class PaceDayView {
  @Day() day: string;
  @Whole({ description: 'for the first time' }) contacted: number;
  @Whole() ended: number;
}

export class PaceView {
  @ListOf(() => PaceDayView, { description: 'days (UTC) on which something happened' }) days: PaceDayView[];
  @Instant({ nullable: true, description: 'the pace is measured from here on' }) since: Date | null;
  @Instant() now: Date;
  @Whole({ description: 'since then' }) contacted: number;
  @Whole({ description: 'since then' }) ended: number;
  @Whole({ description: 'whose part has not ended' }) left: number;
  @Decimal({ nullable: true }) endedPerDay: number | null;
  @Instant({ nullable: true, description: 'at the pace of the last days' }) expectedEnd: Date | null;
  @Instant({ nullable: true, description: 'of the 95 % interval' }) earliestEnd: Date | null;
  @Instant({ nullable: true }) latestEnd: Date | null;
  @OneOf(UNCLEAR, { nullable: true, description: 'why there is no forecast' }) unclear: Unclear | null;
}

export class WaveStandingView extends WaveView {
  @Whole() enrolled: number;
  @Whole() contacted: number;
  @Whole() ended: number;
}

export class PreflightBlockerView {
  @Text({ example: 'not_live' }) code: string;
  @Text() message: string;
  @Text({ optional: true }) department?: string;
  @Text({ optional: true, nullable: true, example: 'Nancy Davolio <nancy@northwind.example>' }) about?: string | null;
  @Id({ optional: true, description: 'the sender at which it is to be mended' }) senderId?: string;
}

export class MissingFieldView {
  @Text({ example: 'contact.givenName', description: 'a merge field that the mails name, or timeZone' }) field: string;
  @Whole({ description: 'decision makers of whom it is not known' }) people: number;
}

export class LaunchWarningView implements Omit<LaunchFinding, 'blocks'> {
  @Text({ example: 'no_postal_address' }) code: string;
  @Text({ nullable: true, example: 'Nancy Davolio <nancy@northwind.example>' }) about: string | null;
  @Text() message: string;
  @Id({ optional: true }) senderId?: string;
}

export class PreflightView {
  @Flag() ready: boolean;
  @ListOf(() => MissingFieldView, { description: 'data that is missing; it does not keep the launch' })
  missing: MissingFieldView[];
  @ListOf(() => LaunchWarningView, { description: 'what to know; it does not keep the launch' })
  warnings: LaunchWarningView[];
  @ListOf(() => PreflightBlockerView) blockers: PreflightBlockerView[];
}

export class CampaignChangeView {
  @Text({ example: 'pause' }) change: string;
  @Text({ nullable: true }) reason: string | null;
  @Text({ description: 'a person, or the worker' }) changedBy: string;
  @Text({ nullable: true, example: 'Laura Callahan' }) name: string | null;
  @Instant() changedAt: Date;
}

export class CampaignChangesView {
  @ListOf(() => CampaignChangeView) items: CampaignChangeView[];
  @Text({ nullable: true }) nextCursor: null;
}

export class WavesView {
  @ListOf(() => WaveStandingView) items: WaveStandingView[];
  @Text({ nullable: true }) nextCursor: null;
}

export class OrganizationCoverageView {
  @Id() organizationId: string;
  @Text() name: string;
  @Text({ nullable: true, example: 'suppressed' }) excluded: string | null;
  @Flag() heldOut: boolean;
  @Whole() enrolled: number;
  @Whole() contacted: number;
  @Whole() conversed: number;
  @Whole() terminal: number;
  @Texts({ description: 'required, and no contact has them' }) missingRoles: string[];
}

export class OrganizationCoveragesView {
  @ListOf(() => OrganizationCoverageView) items: OrganizationCoverageView[];
  @Text({ nullable: true }) nextCursor: string | null;
}
