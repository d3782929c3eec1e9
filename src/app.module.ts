import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/index.js';
import { CampaignsModule } from './campaigns/index.js';
import { ChannelsModule } from './channels/index.js';
import { CohortsModule } from './cohorts/index.js';
import { FeedbackModule } from './feedback/index.js';
import { IdentityModule } from './identity/index.js';
import { OperationsModule } from './operations/index.js';
import { PlatformModule } from './platform/index.js';
import { PropositionsModule } from './propositions/index.js';
import { WorkModule } from './work/index.js';

/** The rooms, in staircase order. */
@Module({
  imports: [
    PlatformModule,
    IdentityModule,
    AccountsModule,
    PropositionsModule,
    CohortsModule,
    WorkModule,
    CampaignsModule,
    FeedbackModule,
    ChannelsModule,
    OperationsModule,
  ],
})
export class AppModule {}
