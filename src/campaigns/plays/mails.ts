import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Step } from '../../../libs/plays/index.js';
import { isPersonName } from '../../accounts/index.js';
import { NotFound, row } from '../../platform/index.js';
import type { Claimed } from '../outbox/outbox.js';
import type { MergeFields } from './merge-fields.js';
import { isMail, markupOf, missingIn, renderMail, type MailStep } from './templates.js';

export interface RenderedMail {
  from: { name: string; address: string };
  replyTo: string | null;
  subject: string;
  text: string;
  html: string | null;
}

/** A mail as it is previewed. */
export interface Preview extends Pick<RenderedMail, 'subject' | 'text' | 'html'> {
  role: string;
  /** merge fields that the mail names and that are empty for this reader */
  missing: string[];
}

/** What a version says to its readers. */
interface Story {
  narrative: string;
  promise: string;
  lenses: Record<string, string>;
  title: string;
}

/** What every mail of one campaign is made from. */
interface Content extends Story {
  steps: Step[];
  markup: Record<string, string>;
  launched: boolean;
  fromName: string;
  fromAddress: string;
  replyTo: string | null;
}

type Reader = Pick<
  Claimed,
  'contactName' | 'givenName' | 'familyName' | 'title' | 'organizationName' | 'industry' | 'city' | 'country' | 'role'
>;

class PreviewNotFound extends NotFound {}

const CONTENT = `
SELECT k.steps, k.markup, k.launched_at IS NOT NULL AS launched, k.from_name,
       k.from_address, k.reply_to, v.narrative, v.promise, v.lenses, p.title
  FROM campaign k
  JOIN proposition_version v ON v.id = k.version_id
  JOIN proposition p ON p.id = v.proposition_id
 WHERE k.id = $1`;

const STORY = `
SELECT v.narrative, v.promise, v.lenses, p.title
  FROM proposition_version v
  JOIN proposition p ON p.id = v.proposition_id
 WHERE v.id = $1`;

/** $1 contact, $2 campaign or null: as the mail would address them */
const READER = `
SELECT c.name AS contact_name, c.given_name, c.family_name, em.title, o.name AS organization_name,
       o.industry, o.city, o.country,
       coalesce(
         (SELECT e.role FROM enrolment e WHERE e.campaign_id = $2 AND e.contact_id = c.id),
         (SELECT b.role
            FROM buying_role b
           WHERE b.contact_id = c.id AND b.organization_id = o.id
           ORDER BY b.created_at
           LIMIT 1),
         'unknown') AS role
  FROM contact c
  JOIN employment em ON em.contact_id = c.id AND em.until IS NULL
  JOIN organization o ON o.id = em.organization_id
 WHERE c.id = $1 AND c.erased_at IS NULL
 ORDER BY em.since DESC NULLS LAST
 LIMIT 1`;

/** Renders the mails: one shared narrative, one role lens, one contact's name. */
@Injectable()
export class Mails {
  private readonly launched = new Map<string, Content>();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The mail of a claimed message. @throws TemplateInvalid, for which the message fails alone. */
  async of(claimed: Claimed, links: MergeFields['links'], senderName?: string): Promise<RenderedMail> {
    const content = await this.content(claimed.campaignId);
    const step = mailOf(content.steps, claimed.stepKey);
    const fields = mergeFields(content, claimed, senderName ?? content.fromName, links);
    return { ...sender(content), ...(await renderMail(step, claimed.role, fields, content.markup[step.key] ?? null)) };
  }

  /** As this contact would get it, from a campaign in whatever state. @throws PreviewNotFound, TemplateInvalid */
  async preview(campaignId: string, stepKey: string, contactId: string): Promise<Preview & Pick<RenderedMail, 'from'>> {
    const content = await this.content(campaignId);
    const step = mailOf(content.steps, stepKey);
    const markup = content.launched ? content.markup : await markupOf([step]);
    const reader = await this.reader(contactId, campaignId);
    return { ...sender(content), ...(await show(step, markup, content, reader, content.fromName)) };
  }

  /**
   * As this contact would get it from a campaign that took this version, in the name of `senderName`. @throws
   * PreviewNotFound, TemplateInvalid
   */
  async previewOf(steps: Step[], versionId: string, contactId: string, senderName: string): Promise<Preview> {
    const step = mailOf(steps, steps[0]?.key);
    const story = await row<Story>(this.source, STORY, [versionId]);
    if (!story) throw new PreviewNotFound('There is no such version.');
    return show(step, await markupOf([step]), story, await this.reader(contactId, null), senderName);
  }

  private async reader(contactId: string, campaignId: string | null): Promise<Reader> {
    const reader = await row<Reader>(this.source, READER, [contactId, campaignId]);
    if (!reader) throw new PreviewNotFound('There is no such contact with an employer.');
    return reader;
  }

  private async content(campaignId: string): Promise<Content> {
    const known = this.launched.get(campaignId);
    if (known) return known;
    const content = await row<Content>(this.source, CONTENT, [campaignId]);
    if (!content) throw new PreviewNotFound('There is no such campaign.');
    // steps and version are fixed from launch on
    if (content.launched) {
      if (this.launched.size > 100) this.launched.clear();
      this.launched.set(campaignId, content);
    }
    return content;
  }
}

const PREVIEW_LINKS = { respond: 'https://example.com/r/preview', stop: 'https://example.com/r/preview' };

const sender = ({ fromName, fromAddress, replyTo }: Content): Pick<RenderedMail, 'from' | 'replyTo'> => ({
  from: { name: fromName, address: fromAddress },
  replyTo,
});

async function show(
  step: MailStep,
  markup: Record<string, string>,
  story: Story,
  reader: Reader,
  senderName: string,
): Promise<Preview> {
  const fields = mergeFields(story, reader, senderName, PREVIEW_LINKS);
  const { role } = reader;
  const mail = await renderMail(step, role, fields, markup[step.key] ?? null);
  return { ...mail, role, missing: await missingIn(step, role, fields) };
}

function mailOf(steps: Step[], stepKey: string | undefined): MailStep {
  const step = steps.find((each) => each.key === stepKey);
  if (!step || !isMail(step)) throw new PreviewNotFound(`The play has no mail step "${stepKey}".`);
  return step;
}

function mergeFields(
  { narrative, promise, lenses, title }: Story,
  to: Reader,
  senderName: string,
  links: MergeFields['links'],
): MergeFields {
  const name = isPersonName(to.contactName) ? to.contactName : '';
  return {
    // a part that is not known for certain is the whole name
    contact: {
      name,
      givenName: to.givenName ?? name,
      familyName: to.familyName ?? name,
      title: to.title ?? '',
    },
    organization: {
      name: to.organizationName,
      industry: to.industry ?? '',
      city: to.city ?? '',
      country: to.country ?? '',
    },
    proposition: { title, narrative, promise },
    lens: lenses[to.role] ?? '',
    sender: { name: senderName },
    links,
  };
}
