export { AccountsModule } from './accounts.module.js';
export {
  AttributeFields,
  isDay,
  type AttributeField,
  type Attributes,
  type AttributeScope,
  type AttributeType,
} from './organizations/attributes.js';
export { BuyingRole, CONFIDENCES, type Confidence, type RoleSource } from './contacts/buying-role.entity.js';
export { BuyingRoles } from './contacts/buying-roles.js';
export { Contact, EMAIL_STATES, LAWFUL_BASES, PHONE_STATES, PREFERENCES } from './contacts/contact.entity.js';
export type { EmailState, LawfulBasis, PhoneState, Preference } from './contacts/contact.entity.js';
export { Contacts } from './contacts/contacts.js';
export { Consents, type NewConsent } from './suppression/consents.js';
export type { MergeConflict } from './merging/kept-values.js';
export { MergeParts, MovedByStatements, OrganizationMergeParts } from './merging/merge-parts.js';
export type { MergeDecision, MergePart, Moved, MovingRows } from './merging/merge-parts.js';
export { blankAudit } from './privacy/audit-words.js';
export { Hashes } from './privacy/hashes.js';
export { PersonalData, type Person, type PersonalPart } from './privacy/personal-data.js';
export { Employment } from './contacts/employment.entity.js';
export { Employments } from './contacts/employments.js';
export { INTERACTION_KINDS, PAST_OUTCOMES } from './history/past-records.entity.js';
export { lastOutcomeAtSql, lastOutcomeSql } from './history/last-outcome.sql.js';
export { PastRecords } from './history/past-records.js';
export { Import } from './imports/import.entity.js';
export { Importer } from './imports/importer.js';
export { Imports } from './imports/imports.js';
export type { Plan } from './imports/plan.js';
export type { ImportKind } from './imports/targets.js';
export type { UploadFacts } from './imports/upload.js';
export { markAway, markEmail, markPhone, withdrawNotBefore } from './contacts/marks.js';
export { domainOf, employerDomain } from './normalize/domains.js';
export { emailKey, toEmail } from './normalize/emails.js';
export { toCountry } from './normalize/countries.js';
export { countriesOfZone, livedInZones, provinceOf } from './normalize/zones.js';
export { isPersonName, splitName } from './normalize/person-names.js';
export { nameKey, personKey } from './normalize/names.js';
export { numberOf, numberOfSql, toPhone } from './normalize/phones.js';
export { Organization, RELATIONSHIPS, type Relationship } from './organizations/organization.entity.js';
export { assertNotMerged } from './organizations/merged.js';
export { Organizations } from './organizations/organizations.js';
export type { PersonFound } from './contacts/people.js';
export { MAY_CALL_SQL, MAY_MAIL_SQL } from './suppression/reachable.sql.js';
export { SUPPRESSED_SQL, suppressedSql } from './suppression/suppressed.sql.js';
export { unverifiedOptOutSql } from './suppression/verified.sql.js';
export {
  Suppression,
  type AskedKind,
  type SuppressionKind,
  type SuppressionReason,
} from './suppression/suppression.entity.js';
export { Suppressions, type NewSuppression } from './suppression/suppressions.js';
export { judgePoint, type ContactPointCheck } from './verification/contact-point.js';
export { MailRoutes, type MailRoute } from './verification/mail-route.js';
export { Verification } from './verification/verification.js';
export { remembering } from './verification/remembered.js';
