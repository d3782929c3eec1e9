import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { DISPOSITIONS } from '../../libs/plays/index.js';
import { CohortsModule, FieldCatalogue, Overlaps } from '../cohorts/index.js';
import { PropositionsModule } from '../propositions/index.js';
import { WorkModule } from '../work/index.js';
import { Brakes } from './brakes.js';
import { BriefController } from './brief.controller.js';
import { Campaign, Wave } from './campaign.entity.js';
import { Campaigns } from './campaigns.js';
import { CampaignsController } from './campaigns.controller.js';
import { Colleagues } from './colleagues.js';
import { Coverages } from './coverage.js';
import { Deliveries } from './deliveries.js';
import { Dispatch } from './dispatch.entity.js';
import { DriveJob } from './drive.job.js';
import { Driver } from './driver.js';
import { Endings } from './endings.js';
import { Gatherings } from './gatherings.js';
import { Enrolment } from './enrolment.entity.js';
import { Enrolments } from './enrolments.js';
import { Launch } from './launch.js';
import { LaunchJob } from './launch.job.js';
import { LostNumbers } from './lost-numbers.js';
import { Mails } from './mails.js';
import { MembersController } from './members.controller.js';
import { Notices } from './notices.js';
import { MonitorController } from './monitor.controller.js';
import { Outbox } from './outbox.js';
import { Paces } from './pace.js';
import { PersonalEnrolments } from './personal.js';
import { ClosedDay } from './closed-day.entity.js';
import { ClosedDays } from './closed-days.js';
import { ClosedDaysController } from './closed-days.controller.js';
import { PlayRow } from './play.entity.js';
import { Plays } from './plays.js';
import { PlaysController } from './plays.controller.js';
import { PowerController } from './power.controller.js';
import { PreviewsController } from './previews.controller.js';
import { Preflight } from './preflight.js';
import { Progress } from './progress.js';
import { ProgressStream } from './progress-stream.js';
import { Reconciler } from './reconciler.js';
import { Replies } from './replies.js';
import { Tallies } from './tallies.js';
import { Transitions } from './transitions.js';

@Module({
  imports: [
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
    MembersController,
    BriefController,
    PreviewsController,
    PowerController,
  ],
  providers: [
    ClosedDays,
    Campaigns,
    Plays,
    Preflight,
    Transitions,
    Launch,
    LaunchJob,
    Driver,
    DriveJob,
    Outbox,
    Mails,
    Progress,
    Colleagues,
    Gatherings,
    Enrolments,
    Notices,
    Deliveries,
    Replies,
    Endings,
    Brakes,
    Tallies,
    Coverages,
    Paces,
    ProgressStream,
    Reconciler,
    LostNumbers,
    PersonalEnrolments,
  ],
  exports: [
    Outbox,
    Mails,
    Deliveries,
    Replies,
    Progress,
    Colleagues,
    Gatherings,
    Enrolments,
    Notices,
    Transitions,
    Reconciler,
  ],
})
export class CampaignsModule implements OnModuleInit {
  constructor(
    private readonly fields: FieldCatalogue,
    private readonly overlaps: Overlaps,
  ) {}

  /** What cohorts may ask about that only this room knows. */
  onModuleInit(): void {
    this.overlaps.register(
      'campaigns',
      `SELECT k.id AS campaign_id, k.name AS campaign, e.contact_id FROM enrolment e JOIN campaign k ON k.id = e.campaign_id
        WHERE k.state IN ('running', 'paused', 'in_review') AND e.ended_at IS NULL`,
    );
    this.fields.register('lastContacted', {
      label: 'Last contacted',
      type: 'date',
      scope: 'organization',
      sql: '(SELECT last_touch_at FROM organization_pace p WHERE p.organization_id = o.id)',
    });
    this.fields.register('lastOutcome', {
      label: 'Last outcome',
      type: 'enum',
      scope: 'organization',
      options: DISPOSITIONS,
      sql: '(SELECT last_disposition FROM enrolment e WHERE e.organization_id = o.id AND last_disposition IS NOT NULL ORDER BY step_done_at DESC NULLS LAST LIMIT 1)',
    });
  }
}
