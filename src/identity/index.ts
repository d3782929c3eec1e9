export { IdentityModule } from './identity.module.js';
export { Department } from './departments/department.entity.js';
export { User } from './users/user.entity.js';
export { Users, type NewUserFacts } from './users/users.js';
export { UserView } from './users/user.view.js';
