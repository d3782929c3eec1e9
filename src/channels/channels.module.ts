import { Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AccountsModule } from '../accounts/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { FeedbackModule } from '../feedback/index.js';
import { PropositionsModule } from '../propositions/index.js';
import { Config } from '../platform/index.js';
import { BuyerPagesController } from './buyer-pages.controller.js';
import { Carrier } from './carrier.js';
import { CaptureTransport } from './capture.transport.js';
import { CapturedMailController } from './captured-mail.controller.js';
import { CapturedMail } from './captured-mail.entity.js';
import { ExpertMail } from './expert-mail.js';
import { Arrivals } from './inbound/arrivals.js';
import { CarryingOut } from './inbound/carrying-out.js';
import { InboundMail } from './inbound/inbound-mail.entity.js';
import { InboundMailsController } from './inbound/inbound-mails.controller.js';
import { Retention } from './inbound/retention.js';
import { Listeners } from './inbound/listeners.js';
import { Mailbox } from './inbound/mailbox.entity.js';
import { Mailboxes } from './inbound/mailboxes.js';
import { MailboxesController } from './inbound/mailboxes.controller.js';
import { Links } from './links.js';
import { PersonalMail } from './personal.js';
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
import { Health } from './senders/health.js';
import { Lanes } from './senders/lanes.js';
import { MailSender, SenderDay, SendLane } from './senders/sender.entity.js';
import { Senders } from './senders/senders.js';
import { SendersController } from './senders/senders.controller.js';
import { Transports } from './senders/transports.js';
import { SmtpTransport } from './smtp.transport.js';
import { Transport } from './transport.js';
import { Courier } from './webhooks/courier.js';
import { Fact, Webhook, WebhookDelivery } from './webhooks/webhook.entity.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { WebhooksJob } from './webhooks/webhooks.job.js';
import { Webhooks } from './webhooks/webhooks.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CapturedMail,
      BuyerResponse,
      ExpertQuestion,
      PageView,
      InboundMail,
      Mailbox,
      MailSender,
      SenderDay,
      SendLane,
      Webhook,
      Fact,
      WebhookDelivery,
    ]),
    AccountsModule,
    PropositionsModule,
    CampaignsModule,
    FeedbackModule,
  ],
  controllers: [
    CapturedMailController,
    InboundMailsController,
    MailboxesController,
    ResponsesController,
    BuyerPagesController,
    QuestionsController,
    PageViewsController,
    SendersController,
    WebhooksController,
  ],
  providers: [
    Links,
    Responses,
    Questions,
    ExpertMail,
    PageViews,
    Carrier,
    Senders,
    Lanes,
    Health,
    Transports,
    Webhooks,
    Courier,
    WebhooksJob,
    SendJob,
    PersonalMail,
    CarryingOut,
    Arrivals,
    Mailboxes,
    Listeners,
    Retention,
    {
      provide: Transport,
      inject: [Config, getDataSourceToken()],
      useFactory: (config: Config, source: DataSource) =>
        config.smtpUrl ? new SmtpTransport({ address: config.smtpUrl }) : new CaptureTransport(source),
    },
  ],
})
export class ChannelsModule {}
