import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { assertRevision, Conflict, Invalid, NotFound, rows, type UserRole } from '../../platform/index.js';
import { Department } from '../departments/department.entity.js';
import { Passwords } from '../sessions/passwords.js';
import { PasswordLinks } from '../password-links/password-links.js';
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
  /** left out: the user is invited */
  password?: string | undefined;
}

type UserChangeFacts = Partial<Omit<NewUserFacts, 'email' | 'password'>> & { state?: 'active' | 'disabled' };

@Injectable()
export class Users {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly links: PasswordLinks,
  ) {}

  async create(manager: EntityManager, facts: NewUserFacts): Promise<User> {
    await this.assertDepartment(manager, facts.department);
    const taken = await rows(manager, 'SELECT FROM app_user WHERE lower(email) = lower($1)', [facts.email]);
    if (taken.length > 0) throw new EmailTaken(`${facts.email} already has an account.`);
    const { password, ...columns } = facts;
    const passwordHash = password === undefined ? null : await this.hashFor(facts, password);
    const state = passwordHash ? 'active' : 'invited';
    const { identifiers } = await manager.insert(User, { ...columns, passwordHash, state });
    return this.get(identifiers[0]!.id as string, manager);
  }

  async get(id: string, manager: EntityManager = this.source.manager): Promise<User> {
    const user = await manager.findOneBy(User, { id });
    if (!user) throw new UserNotFound('There is no such user.');
    return user;
  }

  async change(manager: EntityManager, id: string, read: number, change: UserChangeFacts): Promise<User> {
    const user = await this.get(id, manager);
    assertRevision(user, read);
    if (change.department !== undefined) await this.assertDepartment(manager, change.department);
    const { state, ...columns } = change;
    const turned = state !== undefined && (state === 'disabled') !== (user.state === 'disabled');
    await manager.update(
      User,
      { id, revision: read },
      { ...columns, ...(turned ? { state: () => STATE[state] } : {}), revision: read + 1 },
    );
    const otherRoles = columns.roles && columns.roles.toSorted().join() !== user.roles.toSorted().join();
    // a session must not outlive changed roles or a disabled account, nor may a link
    if (turned || otherRoles) await this.sessions.closeAll(manager, id);
    if (turned) await this.links.end(manager, id);
    const admins = await rows(manager, "SELECT FROM app_user WHERE state = 'active' AND 'admin' = ANY(roles) LIMIT 1");
    if (admins.length === 0) throw new LastAdministrator('This is the last administrator. Make another one first.');
    return this.get(id, manager);
  }

  /** @throws PasswordTooWeak */
  hashFor(person: Pick<NewUserFacts, 'name' | 'email'>, password: string): Promise<string> {
    return this.passwords.hash(password, ownWords(person));
  }

  /** All of their sessions and tokens end, but for `sessionId`. */
  async setPassword(
    manager: EntityManager,
    id: string,
    passwordHash: string,
    sessionId: string | null = null,
  ): Promise<void> {
    const state = () => "CASE state WHEN 'invited' THEN 'active' ELSE state END";
    await manager.update(User, { id }, { passwordHash, state, revision: () => 'revision + 1' });
    await this.sessions.closeAll(manager, id, sessionId);
    await this.links.end(manager, id);
  }

  private async assertDepartment(manager: EntityManager, code: string): Promise<void> {
    if (await manager.existsBy(Department, { code })) return;
    const known = (await manager.find(Department, { order: { name: 'ASC' } })).map((each) => each.code).join(', ');
    throw new DepartmentNotFound(`There is no department "${code}"; there are: ${known}.`, [
      { field: 'department', code: 'unknown', message: `one of: ${known}` },
    ]);
  }
}

const STATE = {
  active: "CASE WHEN password_hash IS NULL THEN 'invited' ELSE 'active' END",
  disabled: "'disabled'",
};

/** What others connect with a person. */
const ownWords = ({ name, email }: Pick<NewUserFacts, 'name' | 'email'>): string[] => [name, email];
