import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Flag, ListOf, Text, Texts } from '../../platform/index.js';
import { Permissions, type Permission } from './permissions.js';

class PermissionView implements Permission {
  @Text({ example: '/contacts/:id/consents' }) path: string;
  @Text({ example: 'POST' }) method: string;
  @Texts({ description: 'roles; or everyone who is signed in, or public' }) allowed: string[];
  @Flag({ description: 'a rep may only where it belongs to their organizations, or to those of no rep' })
  onlyOwn: boolean;
  @Flag({ description: 'also a program that signs its requests' }) signed: boolean;
}

class PermissionList {
  @ListOf(() => PermissionView) items: PermissionView[];
  @Text({ nullable: true }) nextCursor: null;
}

@ApiTags('identity')
@Controller('permissions')
export class PermissionsController {
  constructor(private readonly permissions: Permissions) {}

  /** Who may call what. */
  @Get()
  @Allow('admin', 'manager', 'executive')
  @ApiOkResponse({ type: PermissionList })
  list(): PermissionList {
    return { items: this.permissions.all(), nextCursor: null };
  }
}
