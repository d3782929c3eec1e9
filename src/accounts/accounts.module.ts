import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttributeFields } from './attributes.js';
import { BuyingRole } from './buying-role.entity.js';
import { BuyingRoles } from './buying-roles.js';
import { BuyingRolesController } from './buying-roles.controller.js';
import { Consent } from './consent.entity.js';
import { Consents } from './consents.js';
import { Contact } from './contact.entity.js';
import { Contacts } from './contacts.js';
import { ContactsController } from './contacts.controller.js';
import { Employment } from './employment.entity.js';
import { Employments } from './employments.js';
import { Erasure } from './erasure.entity.js';
import { Hashes } from './hashes.js';
import { Import, ImportChange } from './imports/import.entity.js';
import { Importer } from './imports/importer.js';
import { Imports } from './imports/imports.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsJob } from './imports/imports.job.js';
import { Organization } from './organization.entity.js';
import { Organizations } from './organizations.js';
import { OrganizationsController } from './organizations.controller.js';
import { Erasures } from './privacy/erasures.js';
import { PersonalData } from './privacy/personal-data.js';
import { PrivacyController } from './privacy/privacy.controller.js';
import { SuppressionList } from './suppression-list.js';
import { Suppression } from './suppression.entity.js';
import { Suppressions } from './suppressions.js';
import { SuppressionsController } from './suppressions.controller.js';
import { Upserts } from './upserts.js';
import { UpsertsController } from './upserts.controller.js';
import { Verification } from './verification/verification.js';
import { VerificationJob } from './verification/verification.job.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Organization,
      Contact,
      Employment,
      BuyingRole,
      Suppression,
      Consent,
      Erasure,
      Import,
      ImportChange,
    ]),
  ],
  controllers: [
    OrganizationsController,
    ContactsController,
    BuyingRolesController,
    SuppressionsController,
    PrivacyController,
    UpsertsController,
    ImportsController,
  ],
  providers: [
    AttributeFields,
    Organizations,
    Contacts,
    Employments,
    BuyingRoles,
    Upserts,
    Suppressions,
    SuppressionList,
    Consents,
    Hashes,
    PersonalData,
    Erasures,
    Imports,
    Importer,
    ImportsJob,
    Verification,
    VerificationJob,
  ],
  exports: [
    AttributeFields,
    Organizations,
    Contacts,
    Employments,
    BuyingRoles,
    Suppressions,
    Imports,
    Importer,
    Verification,
    Consents,
    PersonalData,
  ],
})
export class AccountsModule {}
