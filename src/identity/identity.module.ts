import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditController, AuditEntry } from './audit.controller.js';
import { Department } from './department.entity.js';
import { PolicyGuard } from './policy.guard.js';
import { SavedView } from './saved-view.entity.js';
import { SavedViews } from './saved-views.js';
import { SavedViewsController } from './saved-views.controller.js';
import { Sessions } from './sessions.js';
import { SessionsController } from './sessions.controller.js';
import { DepartmentsController } from './departments.controller.js';
import { DispatchingController } from './dispatching.controller.js';
import { QueuesController } from './queues.controller.js';
import { SettingsController } from './settings.controller.js';
import { User } from './user.entity.js';
import { Users } from './users.js';
import { UsersController } from './users.controller.js';

@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([User, Department, AuditEntry, SavedView])],
  controllers: [
    SessionsController,
    UsersController,
    AuditController,
    DepartmentsController,
    DispatchingController,
    QueuesController,
    SettingsController,
    SavedViewsController,
  ],
  providers: [Sessions, Users, SavedViews, { provide: APP_GUARD, useClass: PolicyGuard }],
  exports: [Sessions, Users],
})
export class IdentityModule {}
