import { SetMetadata } from '@nestjs/common';

export const ROLES_ALLOWED = 'rolesAllowed';
export const SIGNED = 'signedRequests';
export const ROLES = ['executive', 'sales_ops', 'rep', 'manager', 'admin'] as const;
export type UserRole = (typeof ROLES)[number];

/**
 * Who may call an endpoint: roles, 'everyone' who is signed in, or 'public'. An endpoint without it fails the boot,
 * and would be refused to all.
 */
export const Allow = (...who: (UserRole | 'everyone' | 'public')[]): MethodDecorator & ClassDecorator =>
  SetMetadata(ROLES_ALLOWED, who);

/** A program that signs its request (see signature.ts) may call it too, as `name`, without an account. */
export const OrSigned = (name: string): MethodDecorator => SetMetadata(SIGNED, name);
