import { Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CampaignsModule } from '../campaigns/index.js';
import { FeedbackModule } from '../feedback/index.js';
import { PropositionsModule } from '../propositions/index.js';
import { Config } from '../platform/index.js';
import { BuyerPagesController } from './buyer-pages.controller.js';
import { CaptureTransport } from './capture.transport.js';
import { CapturedMailController } from './captured-mail.controller.js';
import { CapturedMail } from './captured-mail.entity.js';
import { ExpertMail } from './expert-mail.js';
import { Links } from './links.js';
import { PageView } from './page-view.entity.js';
import { PageViews } from './page-views.js';
import { PageViewsController } from './page-views.controller.js';
import { ExpertQuestion } from './question.entity.js';
import { Questions } from './questions.js';
import { QuestionsController } from './questions.controller.js';
import { BuyerResponse } from './response.entity.js';
import { Responses } from './responses.js';
import { ResponsesController } from './responses.controller.js';
import { SendJob } from './send.job.js';
import { Sender } from './sender.js';
import { SendingLock } from './sending-lock.js';
import { SmtpTransport } from './smtp.transport.js';
import { Transport } from './transport.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CapturedMail, BuyerResponse, ExpertQuestion, PageView]),
    PropositionsModule,
    CampaignsModule,
    FeedbackModule,
  ],
  controllers: [
    CapturedMailController,
    ResponsesController,
    BuyerPagesController,
    QuestionsController,
    PageViewsController,
  ],
  providers: [
    Links,
    Responses,
    Questions,
    ExpertMail,
    PageViews,
    Sender,
    SendingLock,
    SendJob,
    {
      provide: Transport,
      inject: [Config, getDataSourceToken()],
      useFactory: (config: Config, source: DataSource) =>
        config.smtpUrl ? new SmtpTransport(config.smtpUrl) : new CaptureTransport(source),
    },
  ],
})
export class ChannelsModule {}
