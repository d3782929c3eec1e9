export { IdentityModule } from './identity.module.js';
export { Department } from './departments/department.entity.js';
export { User } from './users/user.entity.js';
export { Users, type NewUserFacts } from './users/users.js';
export { UserView } from './users/user.view.js';
export { PasswordLinks, type LinkLanguage, type LinkPurpose } from './password-links/password-links.js';
export { PasswordMails, type PasswordMail } from './password-links/password-mails.js';
