import { Column, Entity } from 'typeorm';
import { AtNow, IdColumn, Revision, TextArray, TextColumn, type UserRole } from '../../platform/index.js';

@Entity('app_user')
export class User {
  @IdColumn() id: string;
  @TextColumn() email: string;
  @TextColumn() name: string;
  @TextColumn() department: string;
  @TextArray() roles: UserRole[];
  @Column({ type: 'text', nullable: true, select: false }) passwordHash: string | null;
  @TextColumn({ default: 'active' }) state: 'active' | 'disabled';
  @Revision() revision: number;
  @AtNow() createdAt: Date;
}
