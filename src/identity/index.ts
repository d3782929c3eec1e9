export { IdentityModule } from './identity.module.js';
export { Department } from './department.entity.js';
export { User } from './user.entity.js';
export { Users, type NewUserFacts } from './users.js';
export { UserView } from './user.view.js';
