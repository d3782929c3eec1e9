import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { rows } from './database/sql.js';
import { Invalid } from './errors.js';

/** A whole number that administrators may change, with its default and its bounds. */
export interface Setting {
  name: string;
  default: number;
  min: number;
  max: number;
  about: string;
}

const declared = new Map<string, Setting>();

/** Declares a room's settings, in a file beside their use. */
export function declareSettings<Name extends string>(
  settings: Record<Name, Omit<Setting, 'name'>>,
): Record<Name, Setting> {
  const named = Object.entries<Omit<Setting, 'name'>>(settings).map(([name, facts]) => ({ name, ...facts }));
  for (const setting of named) {
    if (declared.has(setting.name)) throw new Error(`The setting ${setting.name} is declared twice.`);
    declared.set(setting.name, setting);
  }
  return Object.fromEntries(named.map((setting) => [setting.name, setting])) as Record<Name, Setting>;
}

class SettingInvalid extends Invalid {}

@Injectable()
export class Settings {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async get(setting: Setting, manager?: EntityManager): Promise<number> {
    return (await this.of({ [setting.name]: setting }, manager))[setting.name]!;
  }

  /** The values of these settings, by name. */
  async of<Name extends string>(
    settings: Record<Name, Setting>,
    manager: EntityManager = this.source.manager,
  ): Promise<Record<Name, number>> {
    const stored = await rows<{ key: string; value: number }>(manager, 'SELECT key, value FROM setting');
    const values = new Map(stored.map(({ key, value }) => [key, value]));
    return Object.fromEntries(
      Object.values<Setting>(settings).map((setting) => [setting.name, values.get(setting.name) ?? setting.default]),
    ) as Record<Name, number>;
  }

  /** Every setting that a room declares, with its value. */
  async list(): Promise<(Setting & { value: number })[]> {
    const values = await this.of(Object.fromEntries(declared));
    return [...declared.values()]
      .map((setting) => ({ ...setting, value: values[setting.name]! }))
      .toSorted((one, two) => one.name.localeCompare(two.name));
  }

  async set(manager: EntityManager, name: string, value: number): Promise<void> {
    const setting = declared.get(name);
    if (!setting)
      throw new SettingInvalid(`There is no setting ${name}; there are: ${[...declared.keys()].sort().join(', ')}.`);
    if (!Number.isInteger(value) || value < setting.min || value > setting.max)
      throw new SettingInvalid(`${name} must be a whole number from ${setting.min} to ${setting.max}.`);
    await manager.query(INSERT_SETTING, [name, JSON.stringify(value)]);
  }
}

const INSERT_SETTING = `
INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE
  SET value = excluded.value, updated_at = app_now()`;
