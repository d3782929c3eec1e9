import { createHash } from 'node:crypto';
import { maySpeakOfOptOut, optOutIn } from '../../history/opt-out-flag.js';
import { domainOf } from '../../normalize/domains.js';
import { emailKey } from '../../normalize/emails.js';
import { nameKey, personKey } from '../../normalize/names.js';
import type { Columns, RowDraft } from '../draft.js';
import { moneyOf, RowDrafter, refuse, warn } from '../drafting.js';
import type { Amount } from '../reading/numbers.js';
import type { FileRecord } from '../reading/records.js';
import { historyAttribute, isOrder } from './history-targets.js';
import { dayOf, kindOf, outcomeOf } from './history-values.js';

type Values = Map<string, unknown>;
const DAY = 86_400_000;
/** Of what has no date: before all that has one. */
const UNDATED = -1_000_000;

/** Reads rows of a history by a plan. A row that names no one who is known is no fault of it. */
export class HistoryDrafter extends RowDrafter {
  override draft(record: FileRecord): RowDraft {
    const draft = this.begun(record);
    if (draft.refused) return draft;
    const values = this.values(draft);
    if (values.size === 0) return refuse(draft, null, 'empty_row', 'The row has no value that the plan takes.');
    const shared = this.shared(draft, values);
    draft.past = [];
    if (this.fills('interaction.'))
      draft.past.push({ table: 'past_interaction', columns: this.interaction(draft, values, shared) });
    if (this.fills('opportunity.'))
      draft.past.push({ table: 'past_opportunity', columns: this.opportunity(draft, values, shared) });
    return draft;
  }

  private shared(draft: RowDraft, values: Values): Columns {
    const text = (name: string) => values.get(name) as string | undefined;
    const website = text('organization.domain');
    const organization = text('organization.name');
    const person =
      text('contact.name') ??
      ([text('contact.givenName'), text('contact.familyName')].filter(Boolean).join(' ') || undefined);
    const email = text('contact.email');
    return {
      fingerprint: createHash('sha256')
        .update(JSON.stringify([draft.line, draft.cells]))
        .digest('base64'),
      organization_external_id: text('organization.externalId'),
      organization_name: organization,
      organization_name_key: organization && nameKey(organization),
      organization_domain: website && domainOf(website),
      contact_external_id: text('contact.externalId'),
      contact_name: person,
      contact_name_key: person && personKey(person),
      contact_email_key: email && emailKey(email),
      attributes: attributesOf(values),
    };
  }

  private interaction(draft: RowDraft, values: Values, shared: Columns): Columns {
    const kind = values.get('interaction.kind') as string | undefined;
    const outcome = values.get('interaction.outcome') as string | undefined;
    const note = this.lines(draft, 'interaction.note', values);
    const known = kind === undefined ? (note === undefined ? 'other' : 'note') : (kindOf(kind) ?? 'other');
    const occurredOn = this.occurredOn(draft, values);
    const parts = occurredOn === null ? partsOf(values) : {};
    const attributes = { ...(shared.attributes as object), ...parts, ...(known === 'other' && kind ? { kind } : {}) };
    return {
      ...shared,
      ...this.identity(values, 'interaction.externalId', shared),
      attributes,
      occurred_on: occurredOn ?? undefined,
      sort_day: sortDay(occurredOn),
      kind: known,
      direction: values.get('interaction.direction'),
      outcome,
      note,
      rep: values.get('interaction.rep'),
      opt_out: this.optOut(draft, [outcome, note]),
    };
  }

  private occurredOn(draft: RowDraft, values: Values): string | null {
    const at = values.get('interaction.at') as string | undefined;
    if (at) return at;
    const [day, month, year] = ['day', 'month', 'year'].map(
      (part) => values.get(`interaction.${part}`) as number | undefined,
    );
    if (day === undefined || month === undefined || year === undefined) return null;
    const found = dayOf(String(year), month, String(day));
    if (found === null) warn(draft, 'interaction.day', 'invalid', `There is no day ${day}.${month}.${year}.`);
    return found;
  }

  private opportunity(draft: RowDraft, values: Values, shared: Columns): Columns {
    const text = (name: string) => values.get(`opportunity.${name}`) as string | undefined;
    const [stage, told, opened, closed] = ['stage', 'outcome', 'opened', 'closed'].map(text);
    const outcome = (told && outcomeOf(told)) ?? (stage && outcomeOf(stage)) ?? (this.areOrders() ? 'won' : 'open');
    if (told && !outcomeOf(told))
      warn(
        draft,
        'opportunity.outcome',
        'invalid',
        `"${told.slice(0, 60)}" is none of won, lost and open: it counts as open.`,
      );
    const note = this.lines(draft, 'opportunity.note', values);
    const value = moneyOf(draft, 'opportunity.value', {
      amount: values.get('opportunity.value') as Amount | undefined,
      told: text('currency'),
    });
    return {
      ...shared,
      ...this.identity(values, 'opportunity.externalId', shared),
      value_minor: value.minor,
      currency: value.currency,
      sort_day: sortDay(closed ?? opened ?? null),
      name: text('name'),
      stage: stage ?? (told && !outcomeOf(told) ? told : undefined),
      outcome,
      opened_on: opened,
      closed_on: closed,
      product: text('product'),
      reason: text('reason'),
      note,
      rep: text('rep'),
      starts_check_ins: this.plan.wonStartCheckIns ?? false,
      opt_out: this.optOut(draft, [stage, text('reason'), note]),
    };
  }

  /** A row of a list of orders that has no stage is one that was won. */
  private areOrders(): boolean {
    const at = this.columnOf('opportunity.externalId');
    return (
      at >= 0 && isOrder(this.header[at]!) && !this.fills('opportunity.outcome') && !this.fills('opportunity.stage')
    );
  }

  /** A record with an id is found by it, another by its line and cells. */
  private identity(values: Values, target: string, { fingerprint }: Columns): Columns {
    const id = values.get(target);
    return id === undefined ? { fingerprint } : { external_id: id, fingerprint: undefined };
  }

  /** The note with its lines. */
  private lines(draft: RowDraft, target: string, values: Values): string | undefined {
    const at = this.columnOf(target);
    if (at < 0 || !values.has(target)) return values.get(target) as string | undefined;
    return draft.cells[at]!.replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[^\P{Cc}\n]/gu, ' ')
      .trim();
  }

  /** Listed in the dry run. What is more than the flag alone is shown to a person and changes nothing. */
  private optOut(draft: RowDraft, cells: (string | undefined)[]): string | undefined {
    for (const cell of cells) {
      const flag = cell ? optOutIn(cell) : null;
      if (!flag) continue;
      const what = flag === 'do_not_call' ? 'is not called any more' : 'is not written to any more';
      warn(draft, 'suppression', 'opt_out', `"${cell!}": once this is run, the person ${what}.`);
      return flag;
    }
    const maybe = cells.find((cell) => cell && maySpeakOfOptOut(cell));
    if (maybe)
      warn(
        draft,
        'suppression',
        'maybe_opt_out',
        `"${maybe.slice(0, 120)}" may ask not to be contacted. Nothing was changed: decide it, and suppress the contact.`,
      );
    return undefined;
  }
}

function attributesOf(values: Values): Columns {
  const found = [...values].flatMap(([target, value]) => {
    const name = historyAttribute(target);
    return name === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

/** Parts of a date that is not whole. */
function partsOf(values: Values): Columns {
  const found = ['day', 'month', 'year'].flatMap((part) => {
    const value = values.get(`interaction.${part}`);
    return value === undefined ? [] : [[part, value] as const];
  });
  return Object.fromEntries(found);
}

const sortDay = (day: string | null): number => (day === null ? UNDATED : Math.floor(Date.parse(day) / DAY));
