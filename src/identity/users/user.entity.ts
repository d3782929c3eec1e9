import { Column, Entity } from 'typeorm';
import { AtNow, IdColumn, Revision, TextArray, TextColumn, type UserRole } from '../../platform/index.js';

/** invited: has not chosen a password yet, and cannot sign in. */
export const USER_STATES = ['invited', 'active', 'disabled'] as const;
export type UserState = (typeof USER_STATES)[number];

@Entity('app_user')
export class User {
  @IdColumn() id: string;
  @TextColumn() email: string;
  @TextColumn() name: string;
  @TextColumn() department: string;
  @TextArray() roles: UserRole[];
  @Column({ type: 'text', nullable: true, select: false }) passwordHash: string | null;
  @TextColumn({ default: 'active' }) state: UserState;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
}
