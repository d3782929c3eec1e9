import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttributeFields } from './attributes.js';
import { BuyingRole } from './buying-role.entity.js';
import { BuyingRoles } from './buying-roles.js';
import { BuyingRolesController } from './buying-roles.controller.js';
import { Contact } from './contact.entity.js';
import { Contacts } from './contacts.js';
import { ContactsController } from './contacts.controller.js';
import { Employment } from './employment.entity.js';
import { Employments } from './employments.js';
import { Organization } from './organization.entity.js';
import { Organizations } from './organizations.js';
import { OrganizationsController } from './organizations.controller.js';
import { Suppression } from './suppression.entity.js';
import { Suppressions } from './suppressions.js';
import { SuppressionsController } from './suppressions.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([Organization, Contact, Employment, BuyingRole, Suppression])],
  controllers: [OrganizationsController, ContactsController, BuyingRolesController, SuppressionsController],
  providers: [AttributeFields, Organizations, Contacts, Employments, BuyingRoles, Suppressions],
  exports: [AttributeFields, Organizations, Contacts, Employments, BuyingRoles, Suppressions],
})
export class AccountsModule {}
