import { Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AccountsModule } from '../accounts/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { FeedbackModule } from '../feedback/index.js';
import { PropositionsModule } from '../propositions/index.js';
import { Config, queueModules, Settings } from '../platform/index.js';
import { BuyerPagesController } from './pages/buyer-pages.controller.js';
import { OutboxWorker } from './email/outbox-worker.js';
import { CaptureTransport } from './email/capture.transport.js';
import { CapturedMailController } from './email/captured-mail.controller.js';
import { CapturedMail } from './email/captured-mail.entity.js';
import { ExpertMail } from './email/expert-mail.js';
import { PasswordMailer } from './email/password-mailer.js';
import { MailAuthentication } from './inbound/authentication/mail-authentication.js';
import { Arrivals } from './inbound/arrivals.js';
import { InboundActions } from './inbound/inbound-actions.js';
import { InboundMail } from './inbound/inbound-mail.entity.js';
import { InboundMailsController } from './inbound/inbound-mails.controller.js';
import { MailReader } from './inbound/mail-reader.js';
import { Retention } from './inbound/retention.js';
import { Listeners } from './inbound/listeners.js';
import { Mailbox } from './inbound/mailbox.entity.js';
import { Mailboxes } from './inbound/mailboxes.js';
import { MailboxesController } from './inbound/mailboxes.controller.js';
import { Links } from './pages/links.js';
import { MailMerging } from './merge-mail.js';
import { MailRedaction } from './redact-mail.js';
import { PageView } from './pages/page-view.entity.js';
import { PageViews } from './pages/page-views.js';
import { PageViewsController } from './pages/page-views.controller.js';
import { ExpertQuestion } from './pages/question.entity.js';
import { Questions } from './pages/questions.js';
import { QuestionsController } from './pages/questions.controller.js';
import { BuyerResponse } from './pages/response.entity.js';
import { Responses } from './pages/responses.js';
import { ResponsesController } from './pages/responses.controller.js';
import { DomainChecksController } from './email/domain-health/domain-checks.controller.js';
import { DomainHealth } from './email/domain-health/domain-health.js';
import { DomainLaunchChecks } from './email/domain-health/domain-launch-checks.js';
import { SenderCheck } from './email/domain-health/sender-check.js';
import { SendJob } from './email/send.job.js';
import { Health } from './email/senders/health.js';
import { PostalAddresses } from './email/senders/postal-addresses.js';
import { Throttle } from './email/senders/throttle.js';
import { MailSender, SenderDay, ThrottleEntry } from './email/senders/sender.entity.js';
import { Senders } from './email/senders/senders.js';
import { SendersController } from './email/senders/senders.controller.js';
import { Transports } from './email/senders/transports.js';
import { SmtpTransport, smtpServerOf } from './email/smtp.transport.js';
import { Transport } from './email/transport.js';
import { ReturnAddresses } from './email/verp.js';
import { WebhookWorker } from './webhooks/webhook-worker.js';
import { WebhookEvent, Webhook, WebhookDelivery } from './webhooks/webhook.entity.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { WebhooksJob } from './webhooks/webhooks.job.js';
import { Webhooks } from './webhooks/webhooks.js';
import { ProviderEventIntake } from './provider-events/intake.js';
import { ProviderConnections } from './provider-events/provider-connections.js';
import { ProviderConnectionsController } from './provider-events/provider-connections.controller.js';
import { ProviderEventActions } from './provider-events/provider-event-actions.js';
import { ProviderConnection, ProviderEvent } from './provider-events/provider-event.entity.js';
import { ProviderEventWorker } from './provider-events/provider-event-worker.js';
import { ProviderEventsController } from './provider-events/provider-events.controller.js';
import { ProviderEventsJob } from './provider-events/provider-events.job.js';
import { SnsAddresses, SnsCertificates } from './provider-events/providers/sns-certificates.js';
import { SnsMessages } from './provider-events/providers/sns.js';
import { PROVIDER_EVENT_QUEUE, WEBHOOK_QUEUE } from './queues.js';

@Module({
  imports: [
    ...queueModules(WEBHOOK_QUEUE, PROVIDER_EVENT_QUEUE),
    TypeOrmModule.forFeature([
      CapturedMail,
      BuyerResponse,
      ExpertQuestion,
      PageView,
      InboundMail,
      Mailbox,
      MailSender,
      SenderDay,
      ThrottleEntry,
      Webhook,
      WebhookEvent,
      WebhookDelivery,
      ProviderConnection,
      ProviderEvent,
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
    DomainChecksController,
    WebhooksController,
    ProviderConnectionsController,
    ProviderEventsController,
  ],
  providers: [
    Links,
    Responses,
    Questions,
    ExpertMail,
    PasswordMailer,
    PageViews,
    OutboxWorker,
    Senders,
    Throttle,
    Health,
    PostalAddresses,
    SenderCheck,
    DomainHealth,
    DomainLaunchChecks,
    Transports,
    Webhooks,
    WebhookWorker,
    WebhooksJob,
    ProviderConnections,
    SnsAddresses,
    SnsCertificates,
    SnsMessages,
    ProviderEventIntake,
    ProviderEventActions,
    ProviderEventWorker,
    ProviderEventsJob,
    SendJob,
    MailRedaction,
    MailMerging,
    InboundActions,
    { provide: MailReader, useFactory: () => new MailReader() },
    { provide: ReturnAddresses, inject: [Config], useFactory: (config: Config) => new ReturnAddresses(config) },
    {
      provide: MailAuthentication,
      inject: [Config, Settings],
      useFactory: (config: Config, settings: Settings) => new MailAuthentication(config, settings),
    },
    Arrivals,
    Mailboxes,
    Listeners,
    Retention,
    {
      provide: Transport,
      inject: [Config, getDataSourceToken()],
      useFactory: (config: Config, source: DataSource) =>
        config.smtpUrl ? new SmtpTransport(smtpServerOf(config.smtpUrl)) : new CaptureTransport(source),
    },
  ],
  exports: [Transport],
})
export class ChannelsModule {}
