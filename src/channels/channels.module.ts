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
import { Links } from './links.js';
import { PersonalMail } from './personal.js';
import { BuyerResponse } from './response.entity.js';
import { Responses } from './responses.js';
import { ResponsesController } from './responses.controller.js';
import { SendJob } from './send.job.js';
import { Sender } from './sender.js';
import { SendingLock } from './sending-lock.js';
import { SmtpTransport } from './smtp.transport.js';
import { Transport } from './transport.js';

@Module({
  imports: [TypeOrmModule.forFeature([CapturedMail, BuyerResponse]), AccountsModule, CampaignsModule, FeedbackModule],
  controllers: [CapturedMailController, ResponsesController],
  providers: [
    Links,
    Responses,
    Sender,
    SendingLock,
    SendJob,
    PersonalMail,
    {
      provide: Transport,
      inject: [Config, getDataSourceToken()],
      useFactory: (config: Config, source: DataSource) =>
        config.smtpUrl ? new SmtpTransport(config.smtpUrl) : new CaptureTransport(source),
    },
  ],
})
export class ChannelsModule {}
