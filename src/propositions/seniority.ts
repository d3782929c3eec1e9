import type { EntityManager } from 'typeorm';
import { Department, User } from '../identity/index.js';
import { Invalid, type Actor } from '../platform/index.js';

class UserUnusable extends Invalid {}
class DepartmentsNotFound extends Invalid {}

export const isExecutive = (actor: Pick<Actor, 'roles'>): boolean => actor.roles.includes('executive');

/** Reps comment and suggest; they neither author nor decide. */
export const isOnlyRep = (user: Pick<User, 'roles'>): boolean => user.roles.every((role) => role === 'rep');

/** The user named in `field`; refuses one who does not exist or is disabled. */
export async function activeUser(manager: EntityManager, id: string, field: string): Promise<User> {
  const user = await manager.findOneBy(User, { id });
  if (user?.state === 'active') return user;
  const message = user ? `${user.name} is disabled; name an active user` : 'there is no such user';
  throw new UserUnusable('This names a user who cannot be it.', [{ field, code: 'unusable', message }]);
}

export async function assertDepartments(manager: EntityManager, codes: string[], field: string): Promise<void> {
  const known = (await manager.find(Department, { order: { code: 'ASC' } })).map((department) => department.code);
  const unknown = codes.filter((code) => !known.includes(code));
  if (unknown.length === 0) return;
  throw new DepartmentsNotFound(`There is no department ${unknown.map((code) => `"${code}"`).join(', ')}.`, [
    { field, code: 'unknown', message: `one of: ${known.join(', ')}` },
  ]);
}
