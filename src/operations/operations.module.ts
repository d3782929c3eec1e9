import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditController, AuditEntry } from './audit/audit.controller.js';
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
  imports: [TypeOrmModule.forFeature([AuditEntry, SavedView])],
  controllers: [
    AuditController,
    DispatchingController,
    HealthController,
    QueuesController,
    SavedViewsController,
    SettingsController,
  ],
  providers: [HealthPort, ServiceReadiness, SavedViews],
})
export class OperationsModule {}
