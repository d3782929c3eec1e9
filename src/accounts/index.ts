export { AccountsModule } from './accounts.module.js';
export {
  AttributeFields,
  type AttributeField,
  type Attributes,
  type AttributeScope,
  type AttributeType,
} from './attributes.js';
export { BuyingRole, CONFIDENCES, type Confidence, type RoleSource } from './buying-role.entity.js';
export { BuyingRoles } from './buying-roles.js';
export { Contact, EMAIL_STATES, LAWFUL_BASES, PHONE_STATES, PREFERENCES } from './contact.entity.js';
export type { EmailState, LawfulBasis, PhoneState, Preference } from './contact.entity.js';
export { Contacts } from './contacts.js';
export { Consents, type NewConsent } from './consents.js';
export { blankAudit } from './privacy/audit-words.js';
export { PersonalData, type Person, type PersonalPart } from './privacy/personal-data.js';
export { Employment } from './employment.entity.js';
export { Employments } from './employments.js';
export { Import } from './imports/import.entity.js';
export { Importer } from './imports/importer.js';
export { Imports } from './imports/imports.js';
export type { Plan } from './imports/plan.js';
export type { ImportKind } from './imports/targets.js';
export type { UploadFacts } from './imports/upload.js';
export { markEmail, markPhone } from './marks.js';
export { domainOf, employerDomain } from './normal/domains.js';
export { emailKey, toEmail } from './normal/emails.js';
export { toCountry } from './normal/countries.js';
export { nameKey, personKey } from './normal/names.js';
export { toE164 } from './normal/phones.js';
export { Organization, RELATIONSHIPS, type Relationship } from './organization.entity.js';
export { Organizations } from './organizations.js';
export type { PersonFound } from './people.js';
export { MAY_CALL_SQL, MAY_MAIL_SQL } from './reachable.sql.js';
export { SUPPRESSED_SQL, suppressedSql } from './suppressed.sql.js';
export { Suppression, type AskedKind, type SuppressionKind, type SuppressionReason } from './suppression.entity.js';
export { Suppressions, type NewSuppression } from './suppressions.js';
export { judgePoint, type PointVerdict } from './verification/contact-point.js';
export { MailRoutes } from './verification/mail-route.js';
export { Verification } from './verification/verification.js';
export { remembering } from './verification/remembered.js';
