import { Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AccountsModule } from '../accounts/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { FeedbackModule } from '../feedback/index.js';
import { Config } from '../platform/index.js';
import { CaptureTransport } from './capture.transport.js';
import { CapturedMailController } from './captured-mail.controller.js';
import { CapturedMail } from './captured-mail.entity.js';
import { Arrivals } from './inbound/arrivals.js';
import { CarryingOut } from './inbound/carrying-out.js';
import { InboundMail } from './inbound/inbound-mail.entity.js';
import { InboundMailsController } from './inbound/inbound-mails.controller.js';
import { Listeners } from './inbound/listeners.js';
import { Mailbox } from './inbound/mailbox.entity.js';
import { MailboxLocks } from './inbound/mailbox-locks.js';
import { Mailboxes } from './inbound/mailboxes.js';
import { MailboxesController } from './inbound/mailboxes.controller.js';
import { Links } from './links.js';
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
    TypeOrmModule.forFeature([CapturedMail, BuyerResponse, InboundMail, Mailbox]),
    AccountsModule,
    CampaignsModule,
    FeedbackModule,
  ],
  controllers: [CapturedMailController, InboundMailsController, MailboxesController, ResponsesController],
  providers: [
    Links,
    Responses,
    Sender,
    SendingLock,
    SendJob,
    CarryingOut,
    Arrivals,
    Mailboxes,
    MailboxLocks,
    Listeners,
    {
      provide: Transport,
      inject: [Config, getDataSourceToken()],
      useFactory: (config: Config, source: DataSource) =>
        config.smtpUrl ? new SmtpTransport(config.smtpUrl) : new CaptureTransport(source),
    },
  ],
})
export class ChannelsModule {}
