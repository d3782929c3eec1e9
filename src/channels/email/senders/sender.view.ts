import {
  Day,
  Decimal,
  Email,
  Flag,
  HOST_NAME,
  Id,
  Instant,
  Nested,
  OneOf,
  Text,
  Whole,
} from '../../../platform/index.js';
import { healthOf, type Week } from './health.js';
import { SENDER_STATES, TLS_MODES, type MailSender, type SenderState, type TlsMode } from './sender.entity.js';
import type { SenderFacts } from './senders.js';

const MAYBE = { optional: true, nullable: true };

/** Settings of a sender beside its name and address, for creating and changing. */
class SenderOptions {
  @Email({ ...MAYBE, description: 'where answers go, if not to the address' }) replyTo?: string | null;
  @Email({
    ...MAYBE,
    description: 'a mailbox that Overture reads; each mail gets a return address of its own below it',
  })
  bounceAddress?: string | null;
  @Text({
    ...MAYBE,
    lines: true,
    min: 1,
    max: 500,
    description: 'of your company: shown below each mail, as the law wants it in many countries',
  })
  postalAddress?: string | null;
  @Text({
    ...MAYBE,
    max: 253,
    pattern: HOST_NAME,
    example: 'smtp.example.com',
    description: 'left out: the default server',
  })
  smtpHost?: string | null;
  @Whole({ ...MAYBE, min: 1, max: 65_535, example: 587 }) smtpPort?: number | null;
  @OneOf(TLS_MODES, { optional: true }) smtpTls?: TlsMode;
  @Text(MAYBE) smtpUser?: string | null;
  @Text({ ...MAYBE, max: 1000, description: 'never shown again; needed again where host, port, TLS or user change' })
  smtpPassword?: string | null;
  @Text({ ...MAYBE, max: 253, description: 'the signing domain; left out: that of the address' }) dkimDomain?:
    | string
    | null;
  @Text({ ...MAYBE, max: 100, example: 'overture' }) dkimSelector?: string | null;
  @Text({ ...MAYBE, lines: true, max: 10_000, description: 'PEM; never shown again' }) dkimKey?: string | null;
  @Whole({ optional: true, min: 1, max: 6000 }) perMinute?: number;
  @Whole({ optional: true, min: 1, max: 10_000_000 }) perDay?: number;
  @Day({ ...MAYBE, description: 'first day of the warm-up; left out: none' }) warmUpFrom?: string | null;
  @Whole({ optional: true, min: 1, max: 100_000, description: 'mails on the first day' }) warmUpStart?: number;
  @Decimal({ optional: true, min: 1.05, max: 5, description: 'how many times as many the next day' })
  warmUpGrowth?: number;
}

export class NewSender extends SenderOptions implements SenderFacts {
  @Text({ max: 120, example: 'Nancy Davolio' }) name: string;
  @Email({ example: 'nancy@northwind.example' }) address: string;
}

export class ChangedSender extends SenderOptions implements Partial<SenderFacts> {
  @Text({ optional: true, max: 120 }) name?: string;
  @Email({ optional: true }) address?: string;
}

class WeekView implements Week {
  @Whole() sent: number;
  @Whole() bounced: number;
  @Whole() complained: number;
  @Whole({ description: 'put off by the provider' }) deferred: number;
  @Whole() unknown: number;
}

export class SenderView {
  @Id() id: string;
  @Text() name: string;
  @Email() address: string;
  @Text({ nullable: true }) replyTo: string | null;
  @Text({ nullable: true }) bounceAddress: string | null;
  @Text({ nullable: true, lines: true }) postalAddress: string | null;
  @Text({ nullable: true }) smtpHost: string | null;
  @Whole({ nullable: true }) smtpPort: number | null;
  @OneOf(TLS_MODES) smtpTls: TlsMode;
  @Text({ nullable: true }) smtpUser: string | null;
  @Flag() hasPassword: boolean;
  @Text({ nullable: true }) dkimDomain: string | null;
  @Text({ nullable: true }) dkimSelector: string | null;
  @Flag() signs: boolean;
  @Whole() perMinute: number;
  @Whole() perDay: number;
  @Day({ nullable: true }) warmUpFrom: string | null;
  @Whole() warmUpStart: number;
  @Decimal() warmUpGrowth: number;
  @OneOf(SENDER_STATES) state: SenderState;
  @Text({ nullable: true }) stateReason: string | null;
  @Instant() stateSince: Date;
  @Whole({ nullable: true, max: 100, description: '100 spotless, 0 stop; null: nothing sent yet' }) health:
    | number
    | null;
  @Nested(() => WeekView) week: WeekView;
  @Whole() revision: number;

  static of(
    { smtpPasswordSealed, dkimKeySealed, warmUpGrowth, ...plain }: MailSender,
    { sent, bounced, complained, deferred, unknown }: Week,
    limits: Parameters<typeof healthOf>[1],
  ): SenderView {
    const week = { sent, bounced, complained, deferred, unknown };
    return {
      ...plain,
      warmUpGrowth: Number(warmUpGrowth),
      hasPassword: smtpPasswordSealed !== null,
      signs: dkimKeySealed !== null,
      health: healthOf(week, limits),
      week,
    };
  }
}
