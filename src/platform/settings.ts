import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { rows } from './database/sql.js';
import { Invalid } from './errors.js';

/** Every number an administrator may change, with its default and its bounds. */
export const SETTINGS = {
  approvalDueDays: { default: 5, min: 1, max: 90, about: 'days a department has to decide on a version' },
  bouncesPerThousandBeforeStop: {
    default: 50,
    min: 1,
    max: 1000,
    about: 'of a thousand mails, how many may bounce before a campaign or sender stops by itself',
  },
  checkInDaysLarge: {
    default: 60,
    min: 1,
    max: 730,
    about: 'days until a customer of 1,000 people or more is asked again',
  },
  checkInDaysMedium: {
    default: 90,
    min: 1,
    max: 730,
    about: 'days until a customer of 50 to 999 people is asked again',
  },
  checkInDaysSmall: {
    default: 180,
    min: 1,
    max: 730,
    about: 'days until a customer of under 50 people is asked again',
  },
  checkInSilentDays: {
    default: 120,
    min: 1,
    max: 730,
    about: 'days without a talk after which a customer is asked how it is',
  },
  claimMinutes: { default: 30, min: 1, max: 480, about: 'minutes a rep keeps a claimed task without touching it' },
  complaintsPerThousandBeforeStop: {
    default: 3,
    min: 1,
    max: 1000,
    about: 'of a thousand mails, how many may be complained about before a campaign or sender stops by itself',
  },
  contactVerifiedDays: {
    default: 90,
    min: 1,
    max: 730,
    about: 'days after which an address and a number are checked again',
  },
  dailyTasksPerRep: {
    default: 30,
    min: 1,
    max: 500,
    about: 'tasks a rep works in a day; the queue buffer is measured in them',
  },
  expertReplyHours: {
    default: 24,
    min: 1,
    max: 720,
    about: 'hours until a buyer’s question is overdue, where no expert is named who promises another time',
  },
  eventsKeptDays: { default: 30, min: 1, max: 400, about: 'days that webhook events are kept for replay' },
  hoursBetweenContactTouches: {
    default: 24,
    min: 0,
    max: 720,
    about: 'hours between two touches of one person, over all campaigns',
  },
  mailDomainDays: { default: 7, min: 1, max: 90, about: 'days that what DNS says of a mail domain is believed' },
  mailsKeptDays: {
    default: 365,
    min: 7,
    max: 3_650,
    about: 'days that a mail which came in, and is done with, is kept as it came; what was recorded of it stays',
  },
  mailsBeforeRatesCount: {
    default: 100,
    min: 10,
    max: 100_000,
    about: 'mails that must have left before rates of bounces and complaints stop anything',
  },
  mailsPerMinutePerDomain: {
    default: 120,
    min: 1,
    max: 10_000,
    about: 'mails a minute from one sender to one recipient domain',
  },
  minimumSample: { default: 30, min: 5, max: 1000, about: 'rates under this sample are hidden' },
  notNowDays: {
    default: 90,
    min: 1,
    max: 730,
    about: 'days until we come back to a contact who said "not now" without a date',
  },
  outOfOfficeDays: {
    default: 7,
    min: 1,
    max: 90,
    about: 'days until we come back to a contact who is out of office without a return date',
  },
  queueBufferHighDays: {
    default: 5,
    min: 1,
    max: 60,
    about: 'days of ready work over which the reps have too much: waves wait, or a colleague helps',
  },
  queueBufferLowDays: {
    default: 1,
    min: 1,
    max: 30,
    about: 'days of ready work under which the reps soon have nothing to do',
  },
  refusalsBeforeBreak: {
    default: 5,
    min: 1,
    max: 100,
    about: 'refusals in a row after which a recipient domain or mail server gets a break',
  },
  sendErrorsBeforePause: { default: 20, min: 1, max: 1000, about: 'consecutive send errors that pause a campaign' },
  softBouncesBeforeHard: {
    default: 3,
    min: 1,
    max: 20,
    about: 'mails in a row that an address puts off before it counts as dead',
  },
  undecidedColleagueHours: {
    default: 48,
    min: 1,
    max: 720,
    about: 'hours a rep has to decide on colleagues after a reply',
  },
  groupSessionDays: {
    default: 14,
    min: 1,
    max: 180,
    about: 'days until colleagues who wait for a group conversation are asked after',
  },
} as const;
export type SettingName = keyof typeof SETTINGS;

class SettingInvalid extends Invalid {}

@Injectable()
export class Settings {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async all(manager: EntityManager = this.source.manager): Promise<Record<SettingName, number>> {
    const stored = await rows<{ key: string; value: number }>(manager, 'SELECT key, value FROM setting');
    const values = Object.fromEntries(
      Object.entries(SETTINGS).map(([name, { default: value }]) => [name, value as number]),
    );
    for (const { key, value } of stored) if (key in values) values[key] = value;
    return values as Record<SettingName, number>;
  }

  async get(name: SettingName, manager?: EntityManager): Promise<number> {
    return (await this.all(manager))[name];
  }

  async set(manager: EntityManager, name: string, value: number): Promise<void> {
    const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name as SettingName] : undefined;
    if (!setting)
      throw new SettingInvalid(`There is no setting ${name}; there are: ${Object.keys(SETTINGS).join(', ')}.`);
    if (!Number.isInteger(value) || value < setting.min || value > setting.max)
      throw new SettingInvalid(`${name} must be a whole number from ${setting.min} to ${setting.max}.`);
    await manager.query(
      'INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = app_now()',
      [name, JSON.stringify(value)],
    );
  }
}
