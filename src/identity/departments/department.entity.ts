import { Column, Entity, PrimaryColumn } from 'typeorm';
import { TextColumn } from '../../platform/index.js';

@Entity('department')
export class Department {
  @PrimaryColumn({ type: 'text' }) code: string;
  @TextColumn() name: string;
  /** sales and marketing: they alone cannot approve a proposition */
  @Column({ type: 'boolean', default: false }) commercial: boolean;
}
