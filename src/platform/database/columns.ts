import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

/** A time-ordered id that the database makes. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn({ type: 'uuid', default: () => 'uuid_v7()' });

export const Uuid = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'uuid', ...options });

export const TextColumn = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'text', ...options });

export const TextArray = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'text', array: true, ...options });

/** An instant to the millisecond: as fine as a JavaScript Date, so that a cursor built from one skips nothing. */
export const At = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'timestamptz', precision: 3, ...options });

/** An instant that the database sets from the application's clock. */
export const AtNow = (): PropertyDecorator => At({ default: () => 'app_now()' });

/** Grows with every edit; the ETag. The code that edits raises it, in the UPDATE that checks it. */
export const Revision = (): PropertyDecorator => Column({ type: 'integer', default: 1 });
