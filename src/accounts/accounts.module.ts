import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttributeFields } from './organizations/attributes.js';
import { BuyingRole } from './contacts/buying-role.entity.js';
import { BuyingRoles } from './contacts/buying-roles.js';
import { BuyingRolesController } from './contacts/buying-roles.controller.js';
import { Consent } from './suppression/consent.entity.js';
import { Consents } from './suppression/consents.js';
import { Contact } from './contacts/contact.entity.js';
import { Contacts } from './contacts/contacts.js';
import { ContactsController } from './contacts/contacts.controller.js';
import { Employment } from './contacts/employment.entity.js';
import { Employments } from './contacts/employments.js';
import { Erasure } from './privacy/erasure.entity.js';
import { Hashes } from './privacy/hashes.js';
import { HistoryController } from './history/history.controller.js';
import { PastInteraction, PastOpportunity } from './history/past-records.entity.js';
import { PastRecords } from './history/past-records.js';
import { Import, ImportChange, ImportMatch } from './imports/import.entity.js';
import { Importer } from './imports/importer.js';
import { Imports } from './imports/imports.js';
import { ImportFindingsController } from './imports/findings.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsJob } from './imports/imports.job.js';
import { HeadReader } from './imports/reading/head-reader.js';
import { WorkbookReader } from './imports/reading/workbook/workbook-reader.js';
import { UploadLimit } from './upload-limit.js';
import { ContactMerges } from './merging/contact-merges.js';
import { ContactMergesController } from './merging/contact-merges.controller.js';
import { Duplicates } from './merging/duplicates.js';
import { DuplicatesController, OrganizationDuplicatesController } from './merging/duplicates.controller.js';
import { MergeParts, OrganizationMergeParts } from './merging/merge-parts.js';
import { OrganizationDuplicates } from './merging/organization-duplicates.js';
import { OrganizationMerges } from './merging/organization-merges.js';
import { OrganizationMergesController } from './merging/organization-merges.controller.js';
import { Organization } from './organizations/organization.entity.js';
import { Organizations } from './organizations/organizations.js';
import { OrganizationsController } from './organizations/organizations.controller.js';
import { Erasures } from './privacy/erasures.js';
import { PersonalData } from './privacy/personal-data.js';
import { PrivacyController } from './privacy/privacy.controller.js';
import { SuppressionList } from './suppression/suppression-list.js';
import { Suppression } from './suppression/suppression.entity.js';
import { Suppressions } from './suppression/suppressions.js';
import { SuppressionsController } from './suppression/suppressions.controller.js';
import { Upserts } from './upserts/upserts.js';
import { UpsertsController } from './upserts/upserts.controller.js';
import { Verification } from './verification/verification.js';
import { VerificationJob } from './verification/verification.job.js';
import { queueModules } from '../platform/index.js';
import { IMPORT_QUEUE, VERIFY_QUEUE } from './queues.js';

@Module({
  imports: [
    ...queueModules(IMPORT_QUEUE, VERIFY_QUEUE),
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
      ImportMatch,
      PastInteraction,
      PastOpportunity,
    ]),
  ],
  controllers: [
    OrganizationsController,
    ContactsController,
    BuyingRolesController,
    SuppressionsController,
    PrivacyController,
    UpsertsController,
    ContactMergesController,
    DuplicatesController,
    OrganizationMergesController,
    OrganizationDuplicatesController,
    ImportsController,
    ImportFindingsController,
    HistoryController,
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
    MergeParts,
    OrganizationMergeParts,
    ContactMerges,
    OrganizationMerges,
    Duplicates,
    OrganizationDuplicates,
    Erasures,
    PastRecords,
    Imports,
    HeadReader,
    WorkbookReader,
    UploadLimit,
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
    Hashes,
    MergeParts,
    OrganizationMergeParts,
    PersonalData,
  ],
})
export class AccountsModule {}
