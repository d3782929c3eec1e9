import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { assertRevision, Conflict, Invalid, NotFound, rows, type UserRole } from '../../platform/index.js';
import { Department } from '../departments/department.entity.js';
import { Passwords } from '../sessions/passwords.js';
import { Sessions } from '../sessions/sessions.js';
import { User } from './user.entity.js';

class EmailTaken extends Conflict {}
class UserNotFound extends NotFound {}
class DepartmentNotFound extends Invalid {}
class LastAdministrator extends Conflict {}

export interface NewUserFacts {
  email: string;
  name: string;
  department: string;
  roles: UserRole[];
  password?: string;
}

@Injectable()
export class Users {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  async create(manager: EntityManager, facts: NewUserFacts): Promise<User> {
    await this.assertDepartment(manager, facts.department);
    const taken = await rows(manager, 'SELECT FROM app_user WHERE lower(email) = lower($1)', [facts.email]);
    if (taken.length > 0) throw new EmailTaken(`${facts.email} already has an account.`);
    const { password, ...columns } = facts;
    const passwordHash = password === undefined ? null : await this.passwords.hash(password, ownWords(facts));
    const { identifiers } = await manager.insert(User, { ...columns, passwordHash });
    return this.get(identifiers[0]!.id as string, manager);
  }

  async get(id: string, manager: EntityManager = this.source.manager): Promise<User> {
    const user = await manager.findOneBy(User, { id });
    if (!user) throw new UserNotFound('There is no such user.');
    return user;
  }

  async change(
    manager: EntityManager,
    id: string,
    read: number,
    change: Partial<NewUserFacts> & { state?: 'active' | 'disabled' },
  ): Promise<User> {
    const user = await this.get(id, manager);
    assertRevision(user, read);
    if (change.department !== undefined) await this.assertDepartment(manager, change.department);
    const { password, ...columns } = change;
    await manager.update(
      User,
      { id, revision: read },
      {
        ...columns,
        ...(password === undefined
          ? {}
          : { passwordHash: await this.passwords.hash(password, ownWords({ ...user, ...columns })) }),
        revision: read + 1,
      },
    );
    // a session must not outlive a changed password, changed roles or a disabled account
    if (password !== undefined || columns.roles || columns.state) await this.sessions.closeAll(manager, id);
    const admins = await rows(manager, "SELECT FROM app_user WHERE state = 'active' AND 'admin' = ANY(roles) LIMIT 1");
    if (admins.length === 0) throw new LastAdministrator('This is the last administrator. Make another one first.');
    return this.get(id, manager);
  }

  /** Their own new password: their other sessions end. */
  async setPassword(manager: EntityManager, id: string, password: string, sessionId: string): Promise<void> {
    const user = await this.get(id, manager);
    const passwordHash = await this.passwords.hash(password, ownWords(user));
    await manager.update(User, { id }, { passwordHash, revision: () => 'revision + 1' });
    await this.sessions.closeAll(manager, id, sessionId);
  }

  private async assertDepartment(manager: EntityManager, code: string): Promise<void> {
    if (await manager.existsBy(Department, { code })) return;
    const known = (await manager.find(Department, { order: { name: 'ASC' } })).map((each) => each.code).join(', ');
    throw new DepartmentNotFound(`There is no department "${code}"; there are: ${known}.`, [
      { field: 'department', code: 'unknown', message: `one of: ${known}` },
    ]);
  }
}

/** What others connect with a person. */
const ownWords = ({ name, email }: Pick<NewUserFacts, 'name' | 'email'>): string[] => [name, email];
