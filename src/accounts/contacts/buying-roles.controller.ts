import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../libs/plays/index.js';
import { ActsOnNamed, Allow, Id, ListOf, OneOf, Text, Whole, Writes, type Write } from '../../platform/index.js';
import { CONFIDENCES, ROLE_SOURCES, type Confidence, type RoleSource } from './buying-role.entity.js';
import { BuyingRoles } from './buying-roles.js';
import { Organizations } from '../organizations/organizations.js';

const maybe = { optional: true, nullable: true } as const;

class BuyingRoleFields {
  @OneOf(CONFIDENCES, { optional: true }) confidence?: Confidence;
  @Whole({ ...maybe, min: -2, max: 2, description: '-2 against us … 2 for us', example: 1 }) attitude?: number | null;
  @Whole({ ...maybe, min: 1, max: 5, description: '1 little … 5 much', example: 4 }) influence?: number | null;
  @Text({ ...maybe, example: 'Exotic Liquids' }) preferredSupplier?: string | null;
}

class BuyingRoleChange extends BuyingRoleFields {
  @OneOf(ROLES, { optional: true }) role?: Role;
}

class NewBuyingRole extends BuyingRoleFields {
  @Id() contactId: string;
  @OneOf(ROLES) role: Role;
}

class BuyingRoleView {
  @Id() id: string;
  @Id() organizationId: string;
  @Id() contactId: string;
  @OneOf(ROLES) role: Role;
  @OneOf(CONFIDENCES) confidence: Confidence;
  @Whole({ nullable: true, min: -2, max: 2 }) attitude: number | null;
  @Whole({ nullable: true, min: 1, max: 5 }) influence: number | null;
  @Text({ nullable: true }) preferredSupplier: string | null;
  @OneOf(ROLE_SOURCES) source: RoleSource;
}

class BuyingGroupContactView extends BuyingRoleView {
  @Text({ example: 'Maria Anders' }) contactName: string;
  @Text({ nullable: true, example: 'Owner' }) title: string | null;
}

class BuyingGroupView {
  @ListOf(() => BuyingGroupContactView) items: BuyingGroupContactView[];
  @Text({ nullable: true }) nextCursor: null;
}

@ApiTags('accounts')
@Controller()
export class BuyingRolesController {
  constructor(
    private readonly roles: BuyingRoles,
    private readonly organizations: Organizations,
  ) {}

  /** The buying group: who fills which role. People who left are not in it. */
  @Get('organizations/:id/buying-roles')
  @Allow('everyone')
  @ApiOkResponse({ type: BuyingGroupView })
  async list(@Param('id') id: string): Promise<BuyingGroupView> {
    await this.organizations.get(id);
    return { items: await this.roles.of(id), nextCursor: null };
  }

  @Post('organizations/:id/buying-roles')
  @Allow('sales_ops', 'admin', 'rep')
  @ActsOnNamed('organization')
  @ApiCreatedResponse({ type: BuyingRoleView })
  create(@Param('id') id: string, @Body() body: NewBuyingRole, @Writes() write: Write): Promise<BuyingRoleView> {
    return write((manager) => this.roles.create(manager, { ...body, organizationId: id }));
  }

  @Patch('buying-roles/:id')
  @Allow('sales_ops', 'admin', 'rep')
  @ActsOnNamed('buying_role')
  @ApiOkResponse({ type: BuyingRoleView })
  change(@Param('id') id: string, @Body() body: BuyingRoleChange, @Writes() write: Write): Promise<BuyingRoleView> {
    return write((manager) => this.roles.change(manager, id, body));
  }

  @Delete('buying-roles/:id')
  @Allow('sales_ops', 'admin', 'rep')
  @ActsOnNamed('buying_role')
  @HttpCode(204)
  remove(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.roles.remove(manager, id));
  }
}
