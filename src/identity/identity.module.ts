import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditController, AuditEntry } from './audit.controller.js';
import { Department } from './department.entity.js';
import { PolicyGuard } from './policy.guard.js';
import { Sessions } from './sessions.js';
import { SessionsController } from './sessions.controller.js';
import { DispatchingController } from './dispatching.controller.js';
import { SettingsController } from './settings.controller.js';
import { User } from './user.entity.js';
import { Users } from './users.js';
import { UsersController } from './users.controller.js';

@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([User, Department, AuditEntry])],
  controllers: [SessionsController, UsersController, AuditController, DispatchingController, SettingsController],
  providers: [Sessions, Users, { provide: APP_GUARD, useClass: PolicyGuard }],
  exports: [Sessions, Users],
})
export class IdentityModule {}
