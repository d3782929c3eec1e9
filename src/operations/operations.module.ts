import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChannelsModule } from '../channels/index.js';
import { AuditAnchors } from './audit/audit-anchors.js';
import { AuditController, AuditEntry } from './audit/audit.controller.js';
import { AuditSealer } from './audit/audit-sealer.js';
import { DispatchingController } from './dispatching/dispatching.controller.js';
import { HealthController } from './health/health.controller.js';
import { HealthPort } from './health/health-port.js';
import { ServiceReadiness } from './health/readiness.js';
import { QueuesController } from './queues/queues.controller.js';
import { SavedView } from './saved-views/saved-view.entity.js';
import { SavedViews } from './saved-views/saved-views.js';
import { SavedViewsController } from './saved-views/saved-views.controller.js';
import { SettingsController } from './settings/settings.controller.js';

@Module({
  imports: [ChannelsModule, TypeOrmModule.forFeature([AuditEntry, SavedView])],
  controllers: [
    AuditController,
    DispatchingController,
    HealthController,
    QueuesController,
    SavedViewsController,
    SettingsController,
  ],
  providers: [AuditAnchors, AuditSealer, HealthPort, ServiceReadiness, SavedViews],
})
export class OperationsModule {}
