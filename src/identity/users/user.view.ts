import { Email, Id, OneOf, ROLES, SomeOf, Text, Whole, type UserRole } from '../../platform/index.js';
import { USER_STATES, type User, type UserState } from './user.entity.js';

export class UserView {
  @Id() id: string;
  @Email() email: string;
  @Text({ example: 'Nancy Davolio' }) name: string;
  @Text({ example: 'logistics' }) department: string;
  @SomeOf(ROLES) roles: UserRole[];
  @OneOf(USER_STATES, { example: 'active', description: 'invited: has not chosen a password yet' }) state: UserState;
  @Whole({ example: 1 }) revision: number;

  static of({ id, email, name, department, roles, state, revision }: User): UserView {
    return { id, email, name, department, roles, state, revision };
  }
}
