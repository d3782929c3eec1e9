import { Body, Controller, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { EntityManager } from 'typeorm';
import { Allow, Invalid, withRevision, Writes, type Write } from '../../platform/index.js';
import { ContactView } from '../contacts/contact.view.js';
import { OrganizationChange, OrganizationView } from '../organizations/organization.view.js';
import { refusalOf, Upserts, within, type Upserted } from './upserts.js';
import {
  BatchView,
  ContactUpsert,
  NewContactBatch,
  NewOrganizationBatch,
  OUTCOMES,
  type ContactItem,
  type ItemView,
} from './upserts.view.js';

class ExternalIdInvalid extends Invalid {}

/** For a CRM that is the source. Safe to repeat: the same again changes nothing. */
@ApiTags('accounts')
@Controller()
@Allow('sales_ops', 'admin')
export class UpsertsController {
  constructor(private readonly upserts: Upserts) {}

  /** 201 where it was made, 200 where it was there. What is left out stays; null takes a value away. */
  @Put('organizations/by-external-id/:externalId')
  @ApiOkResponse({ type: OrganizationView })
  @ApiCreatedResponse({ type: OrganizationView })
  async organization(
    @Param('externalId') externalId: string,
    @Body() body: OrganizationChange,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    assertSame(externalId, body.externalId);
    const { outcome, stored } = await write((manager) => this.upserts.organization(manager, externalId, body));
    void reply.status(outcome === 'created' ? 201 : 200);
    return withRevision(reply, OrganizationView.of(stored));
  }

  /** The same for a person, with the employer by its external id. */
  @Put('contacts/by-external-id/:externalId')
  @ApiOkResponse({ type: ContactView })
  @ApiCreatedResponse({ type: ContactView })
  async contact(
    @Param('externalId') externalId: string,
    @Body() body: ContactUpsert,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactView> {
    assertSame(externalId, body.externalId);
    const { outcome, stored } = await write((manager) => this.one(manager, { ...body, externalId }));
    void reply.status(outcome === 'created' ? 201 : 200);
    return withRevision(reply, ContactView.of(stored));
  }

  /** Up to 500 at once. A refused one is reported with its reasons, and the others are saved. */
  @Post('organization-batches')
  @HttpCode(200)
  @ApiOkResponse({ type: BatchView })
  organizationBatch(@Body() { items }: NewOrganizationBatch, @Writes() write: Write): Promise<BatchView> {
    return write((manager) =>
      batch(manager, items, ({ externalId, ...facts }) => this.upserts.organization(manager, externalId, facts)),
    );
  }

  @Post('contact-batches')
  @HttpCode(200)
  @ApiOkResponse({ type: BatchView })
  contactBatch(@Body() { items }: NewContactBatch, @Writes() write: Write): Promise<BatchView> {
    return write((manager) => batch(manager, items, (item) => this.one(manager, item)));
  }

  private one(manager: EntityManager, item: ContactItem) {
    const { externalId, organization, title, department, roles, ...facts } = item;
    return this.upserts.contact(manager, externalId, facts, { organization, title, department, roles });
  }
}

/** In the order of external ids, so that two batches that lock the same rows do not wait for each other in a circle. */
async function batch<T extends { externalId: string }>(
  manager: EntityManager,
  items: T[],
  put: (item: T) => Promise<Upserted<{ id: string }>>,
): Promise<BatchView> {
  const answers = new Map<T, ItemView>();
  for (const item of items.toSorted((one, two) =>
    one.externalId < two.externalId ? -1 : one.externalId > two.externalId ? 1 : 0,
  )) {
    const { externalId } = item;
    try {
      const { outcome, stored } = await within(manager, () => put(item));
      answers.set(item, { externalId, outcome, id: stored.id, code: null, message: null, errors: [] });
    } catch (error) {
      answers.set(item, { externalId, outcome: 'refused', id: null, ...refusalOf(error) });
    }
  }
  const list = items.map((item) => answers.get(item)!);
  const [created, updated, unchanged, refused] = OUTCOMES.map(
    (outcome) => list.filter((each) => each.outcome === outcome).length,
  );
  return { created: created!, updated: updated!, unchanged: unchanged!, refused: refused!, items: list };
}

function assertSame(inPath: string, inBody: string | null | undefined): void {
  const wrong =
    inPath.trim() === '' || inPath.length > 200 || inPath.includes('\0')
      ? 'An external id has 1 to 200 characters.'
      : inBody !== undefined && inBody !== inPath
        ? 'The external id of the body is another than that of the address.'
        : null;
  if (wrong) throw new ExternalIdInvalid(wrong, [{ field: 'externalId', code: 'invalid', message: wrong }]);
}
