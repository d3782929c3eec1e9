import { Email, Id, OneOf, ROLES, SomeOf, Text, Whole, type UserRole } from '../../platform/index.js';
import type { User } from './user.entity.js';

export class UserView {
  @Id() id: string;
  @Email() email: string;
  @Text({ example: 'Nancy Davolio' }) name: string;
  @Text({ example: 'logistics' }) department: string;
  @SomeOf(ROLES) roles: UserRole[];
  @OneOf(['active', 'disabled']) state: 'active' | 'disabled';
  @Whole({ example: 1 }) revision: number;

  static of({ id, email, name, department, roles, state, revision }: User): UserView {
    return { id, email, name, department, roles, state, revision };
  }
}
