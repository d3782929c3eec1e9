import { Body, Controller, Get, Header, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  ActsOnNamed,
  Allow,
  Id,
  Instant,
  Json,
  ListOf,
  OneOf,
  recordAccess,
  Text,
  Writes,
  type ActorRequest,
  type Write,
} from '../../platform/index.js';
import { CONSENT_CHANGES, type Consent, type ConsentChange } from '../suppression/consent.entity.js';
import { Consents } from '../suppression/consents.js';
import { LAWFUL_BASES, type LawfulBasis } from '../contacts/contact.entity.js';
import { Erasures } from './erasures.js';

class ErasureRequest {
  @Text({
    max: 1000,
    lines: true,
    example: 'Asked for it by letter of 1 December.',
    description: 'without the person’s name',
  })
  reason: string;
}

class ErasureView {
  @Id() contactId: string;
  @Text() reason: string;
  @Text({ description: 'a user’s id' }) erasedBy: string;
  @Instant() erasedAt: Date;
}

class PersonalDataView {
  @Id() contactId: string;
  @Instant() readAt: Date;
  @Json({
    description:
      'every row that any room holds of the person, by what it is: contact, employments, conversations, dispatches …',
    example: { contact: { name: 'Maria Anders' }, employments: [] },
  })
  data: Record<string, unknown>;
}

class NewConsent {
  @OneOf(CONSENT_CHANGES) change: ConsentChange;
  @OneOf(LAWFUL_BASES, { optional: true, example: 'consent' }) basis?: LawfulBasis;
  @Text({ example: 'form on the fair in Hanover', description: 'where it was given' }) source: string;
  @Text({ max: 4000, lines: true, example: 'card no. 4711, signed', description: 'what shows it' }) evidence: string;
  @Instant({ optional: true, description: 'when it was given; left out: now' }) at?: Date;
}

class ConsentView {
  @Id() id: string;
  @Id() contactId: string;
  @OneOf(CONSENT_CHANGES) change: ConsentChange;
  @OneOf(LAWFUL_BASES) basis: LawfulBasis;
  @Text() source: string;
  @Text() evidence: string;
  @Instant() at: Date;
  @Text({ description: 'a user’s id, or what acted without one' }) recordedBy: string;
  @Instant() recordedAt: Date;
}

class ConsentsView {
  @ListOf(() => ConsentView) items: ConsentView[];
  @Text({ nullable: true }) nextCursor: null;
}

@ApiTags('accounts')
@Controller('contacts/:id')
export class PrivacyController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly erasures: Erasures,
    private readonly consents: Consents,
  ) {}

  /** What the person agreed to, the latest word first. */
  @Get('consents')
  @Allow('everyone')
  @ApiOkResponse({ type: ConsentsView })
  async list(@Param('id') id: string): Promise<ConsentsView> {
    return { items: await this.consents.of(id), nextCursor: null };
  }

  /**
   * A contact whose basis is consent is contacted only while the latest entry is `given`. Entries never change: a
   * withdrawal is a further entry.
   */
  @Post('consents')
  @Allow('sales_ops', 'admin', 'rep')
  @ActsOnNamed('contact')
  @ApiCreatedResponse({ type: ConsentView })
  record(@Param('id') contactId: string, @Body() body: NewConsent, @Writes() write: Write): Promise<Consent> {
    return write((manager) => this.consents.record(manager, { ...body, contactId, recordedBy: write.actor.id }));
  }

  /** All that is held of the person, for the person. */
  @Get('data')
  @Allow('admin')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: PersonalDataView })
  async data(@Param('id') contactId: string, @Req() { actor }: ActorRequest): Promise<PersonalDataView> {
    const access = { actor: actor!.id, action: 'read', entity: 'contact', entityId: contactId } as const;
    await recordAccess(this.source, access);
    return { contactId, readAt: new Date(), data: await this.erasures.read(contactId) };
  }

  /**
   * The person’s data is overwritten everywhere, for good; what was counted stays. The same address never reaches
   * anybody again.
   */
  @Post('erasure')
  @Allow('admin')
  @ApiCreatedResponse({ type: ErasureView })
  erase(@Param('id') id: string, @Body() body: ErasureRequest, @Writes() write: Write): Promise<ErasureView> {
    return write((manager) => this.erasures.erase(manager, id, body.reason, write.actor.id));
  }
}
