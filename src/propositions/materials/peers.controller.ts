import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import {
  Allow,
  Day,
  Id,
  IfMatch,
  Instant,
  Listed,
  ListOfPages,
  page,
  rows,
  SomeOf,
  Text,
  Whole,
  withRevision,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Peer, REACHES, type PeerChannel } from './peer.entity.js';
import { Peers, type PeerFacts } from './peers.js';
import { PICKS } from './peers.sql.js';
import { Propositions } from '../versions/propositions.js';

class NewPeer implements PeerFacts {
  @Id() contactId: string;
  @Id({ optional: true, description: 'the customer for whom they speak; needed only where they work for several' })
  organizationId?: string;
  @Text({ lines: true, max: 500, example: 'How the first three months went' }) about: string;
  @SomeOf(REACHES, { min: 1, description: 'how buyers may reach them' }) reach: PeerChannel[];
  @Day({ description: 'when they consented' }) consentedOn: string;
  @Text({ max: 500, example: 'By mail of 3 November to Nancy Davolio' }) consentHow: string;
  @Day({ description: 'the last day on which the consent holds', example: '2027-12-31' }) consentUntil: string;
  @Whole({ min: 1, max: 100, example: 2, description: 'how often in a month, over all propositions' })
  monthlyCap: number;
}

class PeerChange implements Partial<PeerFacts> {
  @Text({ optional: true, lines: true, min: 1, max: 500 }) about?: string;
  @SomeOf(REACHES, { min: 1, optional: true }) reach?: PeerChannel[];
  @Day({ optional: true }) consentedOn?: string;
  @Text({ optional: true, min: 1, max: 500 }) consentHow?: string;
  @Day({ optional: true }) consentUntil?: string;
  @Whole({ optional: true, min: 1, max: 100 }) monthlyCap?: number;
}

class Withdrawal {
  @Text({ max: 500, example: 'Asked by phone not to be a reference any more.' }) reason: string;
}

class PeerView implements PeerFacts {
  @Id() id: string;
  @Id() propositionId: string;
  @Id() contactId: string;
  @Id() organizationId: string;
  @Text({ lines: true }) about: string;
  @SomeOf(REACHES) reach: PeerChannel[];
  @Day() consentedOn: string;
  @Text() consentHow: string;
  @Day() consentUntil: string;
  @Whole() monthlyCap: number;
  @Whole({ description: 'of this calendar month (UTC), over all propositions' }) picksThisMonth: number;
  @Instant({ nullable: true }) withdrawnAt: Date | null;
  @Id({ nullable: true }) withdrawnBy: string | null;
  @Text({ nullable: true }) withdrawalReason: string | null;
  @Id() createdBy: string;
  @Whole({ example: 1 }) revision: number;
  @Instant() createdAt: Date;
  @Instant() updatedAt: Date;

  static async all(manager: EntityManager, peers: Peer[]): Promise<PeerView[]> {
    const counted = await rows<{ id: string; picks: number }>(manager, PICKS, [peers.map(({ id }) => id)]);
    const picks = new Map(counted.map((each) => [each.id, each.picks]));
    return peers.map((peer) => ({ ...peer, picksThisMonth: picks.get(peer.id) ?? 0 }));
  }
}

const PEERS: Listing = {
  id: 'r.id',
  defaultSort: 'createdAt',
  sorts: {
    createdAt: { column: 'r.createdAt', kind: 'instant', of: (peer: Peer) => peer.createdAt },
    consentUntil: { column: 'r.consentUntil', kind: 'instant', of: (peer: Peer) => peer.consentUntil },
  },
  filters: {
    contactId: { column: 'r.contactId', kind: 'id' },
    organizationId: { column: 'r.organizationId', kind: 'id' },
    consentUntil: { column: 'r.consentUntil', kind: 'instant' },
    withdrawnAt: { column: 'r.withdrawnAt', kind: 'instant' },
  },
};

@ApiTags('propositions')
@Controller()
export class PeersController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly propositions: Propositions,
    private readonly peers: Peers,
  ) {}

  @Get('propositions/:id/peers')
  @Allow('everyone')
  @ListOfPages(PEERS, PeerView)
  async list(@Param('id') id: string, @Listed(PEERS) query: ListQuery): Promise<Page<PeerView>> {
    await this.propositions.get(this.source.manager, id);
    const qb = this.source.getRepository(Peer).createQueryBuilder('r').where('r.propositionId = :id', { id });
    const { items, ...rest } = await page(qb, PEERS, query);
    return { items: await PeerView.all(this.source.manager, items), ...rest };
  }

  /** Somebody at a customer who consented to be asked by buyers. By an author or sales ops. */
  @Post('propositions/:id/peers')
  @Allow('everyone')
  @ApiCreatedResponse({ type: PeerView })
  create(@Param('id') id: string, @Body() body: NewPeer, @Writes() write: Write): Promise<PeerView> {
    return write(async (manager) => this.view(manager, await this.peers.create(manager, write.actor, id, body)));
  }

  @Get('peers/:id')
  @Allow('everyone')
  @ApiOkResponse({ type: PeerView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PeerView> {
    const { manager } = this.source;
    return withRevision(reply, await this.view(manager, await this.peers.get(manager, id)));
  }

  @Patch('peers/:id')
  @Allow('everyone')
  @ApiOkResponse({ type: PeerView })
  change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: PeerChange,
    @Writes() write: Write,
  ): Promise<PeerView> {
    return write(async (manager) => this.view(manager, await this.peers.change(manager, write.actor, id, read, body)));
  }

  /** By any user: from now on no buyer is given their name. A new consent is a new entry. */
  @Post('peers/:id/withdrawal')
  @Allow('everyone')
  @HttpCode(200)
  @ApiOkResponse({ type: PeerView })
  withdraw(@Param('id') id: string, @Body() { reason }: Withdrawal, @Writes() write: Write): Promise<PeerView> {
    return write(async (manager) => this.view(manager, await this.peers.withdraw(manager, write.actor, id, reason)));
  }

  private async view(manager: EntityManager, peer: Peer): Promise<PeerView> {
    return (await PeerView.all(manager, [peer]))[0]!;
  }
}
