import { Flag, Instant, ListOf, Nested, OneOf, SomeOf, Text } from '../../../platform/index.js';
import { BULK_RULE_IDS, bulkRules, PROVIDERS_WITH_RULES } from './bulk-rules.js';
import type { DomainCheck, LineChange } from './domain-health.js';
import {
  LINE_IDS,
  LINE_REASONS,
  LINE_STATUSES,
  SEVERITIES,
  WORST,
  type DnsRecord,
  type HealthLine,
  type LineId,
  type LineReason,
  type LineStatus,
  type LineSeverity,
  type Worst,
} from './line.js';

class DnsRecordView implements DnsRecord {
  @OneOf(['TXT', 'PTR']) type: DnsRecord['type'];
  @Text({ example: '_dmarc.northwind.example' }) name: string;
  @Text() value: string;
}

class HealthLineView implements HealthLine {
  @OneOf(LINE_IDS) id: LineId;
  @OneOf(LINE_STATUSES) status: LineStatus;
  @OneOf(SEVERITIES, { description: 'what it does to a launch where it is not met' }) severity: LineSeverity;
  @OneOf(LINE_REASONS, { nullable: true }) reason: LineReason | null;
  @Text({ nullable: true, description: 'the record, or the server’s words' }) found: string | null;
  @Nested(() => DnsRecordView, { nullable: true, description: 'to copy into DNS' }) record: DnsRecordView | null;
}

class BulkRuleView {
  @OneOf(BULK_RULE_IDS) id: (typeof BULK_RULE_IDS)[number];
  @SomeOf(PROVIDERS_WITH_RULES) providers: (typeof PROVIDERS_WITH_RULES)[number][];
  @SomeOf(LINE_IDS, { description: 'that it consists of' }) lines: LineId[];
  @OneOf(LINE_STATUSES) status: LineStatus;
}

class LineChangeView implements LineChange {
  @Instant() at: Date;
  @OneOf(LINE_IDS) id: LineId;
  @OneOf(LINE_STATUSES) from: LineStatus;
  @OneOf(LINE_STATUSES) to: LineStatus;
}

export class DomainCheckView {
  @Instant({ nullable: true, description: 'null: not checked yet' }) checkedAt: Date | null;
  @Flag({ description: 'the sender was changed since' }) outdated: boolean;
  @OneOf(WORST, { nullable: true }) worst: Worst | null;
  @ListOf(() => HealthLineView) lines: HealthLineView[];
  @ListOf(() => BulkRuleView, { description: 'of the large providers, each told by the lines' }) rules: BulkRuleView[];
  @ListOf(() => LineChangeView, { description: 'in 30 days, latest first' }) changes: LineChangeView[];

  static of(check: DomainCheck | null, changes: LineChange[]): DomainCheckView {
    const { at = null, outdated = false, worst = null, lines = [] } = check ?? {};
    return { checkedAt: at, outdated, worst, lines, rules: check ? bulkRules(lines) : [], changes };
  }
}
