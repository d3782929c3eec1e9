import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { CohortsModule, FieldCatalogue, Overlaps } from '../cohorts/index.js';
import { PropositionsModule } from '../propositions/index.js';
import { WorkModule } from '../work/index.js';
import { AutoPause } from './outbox/auto-pause.js';
import { BriefController } from './enrolments/brief.controller.js';
import { Campaign, Wave } from './lifecycle/campaign.entity.js';
import { Campaigns } from './lifecycle/campaigns.js';
import { CampaignsController } from './lifecycle/campaigns.controller.js';
import { Colleagues } from './enrolments/colleagues.js';
import { Coverages } from './monitor/coverage.js';
import { Deliveries } from './outbox/deliveries.js';
import { Dispatch } from './outbox/dispatch.entity.js';
import { DriveJob } from './enrolments/drive.job.js';
import { Driver } from './enrolments/driver.js';
import { CampaignSettlement } from './lifecycle/settle-campaigns.js';
import { GroupInvitations } from './enrolments/group-invitations.js';
import { Enrolment } from './enrolments/enrolment.entity.js';
import { Enrolments } from './enrolments/enrolments.js';
import { Launch } from './lifecycle/launch.js';
import { LaunchJob } from './lifecycle/launch.job.js';
import { LaunchChecks } from './lifecycle/launch-checks.js';
import { LostNumbers } from './enrolments/lost-numbers.js';
import { Mails } from './plays/mails.js';
import { EnrolmentsController } from './enrolments/enrolments.controller.js';
import { OwnerNotices } from './enrolments/owner-notices.js';
import { MonitorController } from './monitor/monitor.controller.js';
import { Outbox } from './outbox/outbox.js';
import { Paces } from './monitor/forecast.js';
import { EnrolmentMerging } from './merge-enrolments.js';
import { OrganizationEnrolmentMerging } from './merge-organization-enrolments.js';
import { EnrolmentRedaction } from './redact-enrolments.js';
import { ClosedDay } from './contact-policy/closed-day.entity.js';
import { ClosedDays } from './contact-policy/closed-days.js';
import { ClosedDaysController } from './contact-policy/closed-days.controller.js';
import { PlayRow } from './plays/play.entity.js';
import { Plays } from './plays/plays.js';
import { PlaysController } from './plays/plays.controller.js';
import { PowerController } from './lifecycle/power.controller.js';
import { MailPreviewsController } from './plays/previews.controller.js';
import { MissingData } from './lifecycle/missing-data.js';
import { Preflight } from './lifecycle/preflight.js';
import { Answers } from './enrolments/answers.js';
import { ProgressStream } from './monitor/progress-stream.js';
import { Reconciler } from './monitor/reconciler.js';
import { Replies } from './enrolments/replies.js';
import { Tallies } from './monitor/tallies.js';
import { CampaignTransitions } from './lifecycle/campaign-transitions.js';
import { queueModules } from '../platform/index.js';
import { LAUNCH_QUEUE, DRIVE_QUEUE, SEND_QUEUE } from './queues.js';

const OPEN_ENROLMENTS = `
SELECT k.id AS campaign_id, k.name AS campaign, e.contact_id
  FROM enrolment e
  JOIN campaign k ON k.id = e.campaign_id
 WHERE k.state IN ('running', 'paused', 'in_review')
   AND e.ended_at IS NULL`;

/** Of the organization `o`. */
const LAST_CONTACTED = '(SELECT last_touch_at FROM organization_pace p WHERE p.organization_id = o.id)';

@Module({
  imports: [
    ...queueModules(LAUNCH_QUEUE, DRIVE_QUEUE, SEND_QUEUE),
    TypeOrmModule.forFeature([ClosedDay, PlayRow, Campaign, Wave, Enrolment, Dispatch]),
    AccountsModule,
    PropositionsModule,
    CohortsModule,
    WorkModule,
  ],
  controllers: [
    ClosedDaysController,
    PlaysController,
    CampaignsController,
    MonitorController,
    EnrolmentsController,
    BriefController,
    MailPreviewsController,
    PowerController,
  ],
  providers: [
    ClosedDays,
    Campaigns,
    Plays,
    MissingData,
    Preflight,
    CampaignTransitions,
    Launch,
    LaunchJob,
    LaunchChecks,
    Driver,
    DriveJob,
    Outbox,
    Mails,
    Answers,
    Colleagues,
    GroupInvitations,
    Enrolments,
    OwnerNotices,
    Deliveries,
    Replies,
    CampaignSettlement,
    AutoPause,
    Tallies,
    Coverages,
    Paces,
    ProgressStream,
    Reconciler,
    LostNumbers,
    EnrolmentRedaction,
    EnrolmentMerging,
    OrganizationEnrolmentMerging,
  ],
  exports: [
    LaunchChecks,
    Outbox,
    Mails,
    Deliveries,
    Replies,
    Answers,
    Colleagues,
    GroupInvitations,
    Enrolments,
    OwnerNotices,
    CampaignTransitions,
    Reconciler,
  ],
})
export class CampaignsModule implements OnModuleInit {
  constructor(
    private readonly fields: FieldCatalogue,
    private readonly overlaps: Overlaps,
  ) {}

  /** Fields of cohort rules that only this room knows. */
  onModuleInit(): void {
    this.overlaps.register('campaigns', OPEN_ENROLMENTS);
    this.fields.register('lastContacted', {
      label: 'Last contacted',
      type: 'date',
      scope: 'organization',
      sql: LAST_CONTACTED,
    });
  }
}
