import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Step } from '../../libs/plays/index.js';
import { NotFound, row } from '../platform/index.js';
import type { Claimed } from './outbox.js';
import { markupOf, renderMail, type MergeFields } from './templates.js';

export interface Mail {
  from: { name: string; address: string };
  replyTo: string | null;
  subject: string;
  text: string;
  html: string | null;
}

/** What every mail of one campaign is made from. */
interface Content {
  steps: Step[];
  markup: Record<string, string>;
  launched: boolean;
  fromName: string;
  fromAddress: string;
  replyTo: string | null;
  narrative: string;
  promise: string;
  lenses: Record<string, string>;
  title: string;
}

type Reader = Pick<
  Claimed,
  'contactName' | 'givenName' | 'title' | 'organizationName' | 'industry' | 'city' | 'country' | 'role'
>;

class PreviewUnknown extends NotFound {}

const CONTENT = `
SELECT k.steps, k.markup, k.launched_at IS NOT NULL AS launched, k.from_name AS "fromName", k.from_address AS "fromAddress", k.reply_to AS "replyTo",
       v.narrative, v.promise, v.lenses, p.title
  FROM campaign k JOIN proposition_version v ON v.id = k.version_id JOIN proposition p ON p.id = v.proposition_id
 WHERE k.id = $1`;

/** $1 contact, $2 campaign: as the mail would address them */
const READER = `
SELECT c.name AS "contactName", c.given_name AS "givenName", em.title, o.name AS "organizationName", o.industry, o.city, o.country,
       coalesce((SELECT e.role FROM enrolment e WHERE e.campaign_id = $2 AND e.contact_id = c.id),
                (SELECT b.role FROM buying_role b WHERE b.contact_id = c.id AND b.organization_id = o.id ORDER BY b.created_at LIMIT 1), 'unknown') AS role
  FROM contact c JOIN employment em ON em.contact_id = c.id AND em.until IS NULL JOIN organization o ON o.id = em.organization_id
 WHERE c.id = $1 AND c.erased_at IS NULL ORDER BY em.since DESC NULLS LAST LIMIT 1`;

/** Makes the mails: one shared narrative, one role lens, one person's name. */
@Injectable()
export class Mails {
  private readonly launched = new Map<string, Content>();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The mail of a claimed message. @throws TemplateInvalid, for which the dispatch fails alone. */
  async of(claimed: Claimed, links: MergeFields['links'], senderName?: string): Promise<Mail> {
    return this.make(await this.content(claimed.campaignId), claimed.stepKey, claimed, links, senderName);
  }

  /** As this contact would get it, from a campaign in whatever state. @throws PreviewUnknown, TemplateInvalid */
  async preview(campaignId: string, stepKey: string, contactId: string): Promise<Mail & { role: string }> {
    const content = await this.content(campaignId);
    const reader = await row<Reader>(this.source, READER, [contactId, campaignId]);
    if (!reader) throw new PreviewUnknown('There is no such contact with an employer.');
    const markup = content.launched ? content.markup : await markupOf(content.steps);
    const links = { respond: 'https://example.com/r/preview', stop: 'https://example.com/r/preview' };
    return { ...this.make({ ...content, markup }, stepKey, reader, links), role: reader.role };
  }

  private async content(campaignId: string): Promise<Content> {
    const known = this.launched.get(campaignId);
    if (known) return known;
    const content = await row<Content>(this.source, CONTENT, [campaignId]);
    if (!content) throw new PreviewUnknown('There is no such campaign.');
    // steps and version are fixed from launch on
    if (content.launched) {
      if (this.launched.size > 100) this.launched.clear();
      this.launched.set(campaignId, content);
    }
    return content;
  }

  private make(content: Content, stepKey: string, to: Reader, links: MergeFields['links'], senderName?: string): Mail {
    const { fromName, fromAddress, replyTo, narrative, promise, lenses, title } = content;
    const step = content.steps.find((each) => each.key === stepKey);
    if (!step || (step.kind !== 'email' && step.kind !== 'interest_check'))
      throw new PreviewUnknown(`The play has no mail step "${stepKey}".`);
    const fields: MergeFields = {
      contact: { name: to.contactName, givenName: to.givenName ?? to.contactName, title: to.title ?? '' },
      organization: {
        name: to.organizationName,
        industry: to.industry ?? '',
        city: to.city ?? '',
        country: to.country ?? '',
      },
      proposition: { title, narrative, promise },
      lens: lenses[to.role] ?? '',
      sender: { name: senderName ?? fromName },
      links,
    };
    const mail = renderMail(step, to.role, fields, content.markup[stepKey] ?? null);
    return { from: { name: fromName, address: fromAddress }, replyTo, ...mail };
  }
}
