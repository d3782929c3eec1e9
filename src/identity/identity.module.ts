import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Department } from './departments/department.entity.js';
import { DepartmentsController } from './departments/departments.controller.js';
import { LinkLimits } from './password-links/link-limits.js';
import { PasswordByLink } from './password-links/password-by-link.js';
import { PasswordLinks } from './password-links/password-links.js';
import { PasswordLinksController } from './password-links/password-links.controller.js';
import { PasswordMails } from './password-links/password-mails.js';
import { PasswordResetsController } from './password-links/password-resets.controller.js';
import { Permissions } from './policy/permissions.js';
import { PermissionsController } from './policy/permissions.controller.js';
import { PolicyGuard } from './policy/policy.guard.js';
import { OwnPasswordController } from './sessions/own-password.controller.js';
import { Passwords } from './sessions/passwords.js';
import { SignInLimits } from './sessions/sign-in-limits.js';
import { StreamEnd } from './sessions/stream-end.interceptor.js';
import { Sessions } from './sessions/sessions.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { User } from './users/user.entity.js';
import { UserRights } from './users/user-rights.js';
import { Users } from './users/users.js';
import { UsersController } from './users/users.controller.js';

@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([User, Department])],
  controllers: [
    SessionsController,
    OwnPasswordController,
    PasswordLinksController,
    PasswordResetsController,
    PermissionsController,
    UsersController,
    DepartmentsController,
  ],
  providers: [
    Permissions,
    Passwords,
    SignInLimits,
    LinkLimits,
    PasswordLinks,
    PasswordMails,
    PasswordByLink,
    Sessions,
    Users,
    UserRights,
    { provide: APP_GUARD, useClass: PolicyGuard },
    { provide: APP_INTERCEPTOR, useClass: StreamEnd },
  ],
  exports: [Sessions, Users, PasswordLinks, PasswordMails],
})
export class IdentityModule {}
