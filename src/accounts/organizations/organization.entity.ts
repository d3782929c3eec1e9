import { Column, Entity } from 'typeorm';
import { AtNow, IdColumn, Revision, TextArray, TextColumn, Uuid } from '../../platform/index.js';
import type { Attributes } from './attributes.js';

export const RELATIONSHIPS = ['prospect', 'customer', 'former_customer', 'competitor_customer'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** bigint arrives as text; money in minor units stays far below 2^53. */
const whole = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

@Entity('organization')
export class Organization {
  @IdColumn() id: string;
  @TextColumn({ nullable: true }) externalId: string | null;
  @TextColumn() name: string;
  @TextColumn() nameKey: string;
  @TextColumn({ nullable: true }) domain: string | null;
  @TextColumn({ nullable: true }) industry: string | null;
  @TextColumn({ nullable: true }) sector: string | null;
  @Column({ type: 'integer', nullable: true }) employees: number | null;
  @Column({ type: 'bigint', nullable: true, transformer: whole }) revenueMinor: number | null;
  @Column({ type: 'char', length: 3, nullable: true }) revenueCurrency: string | null;
  @Column({ type: 'smallint', nullable: true }) founded: number | null;
  @Column({ type: 'char', length: 2, nullable: true }) country: string | null;
  @TextColumn({ nullable: true }) region: string | null;
  @TextColumn({ nullable: true }) city: string | null;
  @TextColumn({ nullable: true }) postalCode: string | null;
  @TextColumn({ nullable: true }) address: string | null;
  @TextColumn({ nullable: true }) timeZone: string | null;
  @TextColumn({ nullable: true }) phone: string | null;
  @TextColumn({ nullable: true }) website: string | null;
  @TextColumn({ default: 'prospect' }) relationship: Relationship;
  @TextArray({ default: '{}' }) tags: string[];
  @Column({ type: 'jsonb', default: {} }) attributes: Attributes;
  /** invented for a demonstration */
  @Column({ type: 'boolean', default: false }) madeUp: boolean;
  /** the organization that this one turned out to be */
  @Uuid({ nullable: true }) mergedInto: string | null;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}
