import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Day,
  Flag,
  Id,
  Instant,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Text,
  Whole,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Commitment, COMMITMENT_STATES, type CommitmentState } from './mobilisation-item.entity.js';
import { Commitments } from './mobilisation-items.js';
import { Versions } from '../versions/versions.js';

class NewCommitment {
  @Text({ example: 'it' }) department: string;
  @Text({ lines: true, max: 2_000, example: 'Open the stock interface to pilot customers.' }) text: string;
  @Id() ownerId: string;
  @Day() dueOn: string;
  @Flag({ optional: true, description: 'left out: required. What is not required holds nothing up.' })
  required?: boolean;
}

class Completion {
  @Text({ lines: true, max: 5_000, example: 'https://wiki.example/stock-interface' }) evidence: string;
}

class Waiver {
  @Text({ lines: true, max: 2_000, example: 'The pilot works from nightly files.' }) reason: string;
}

class CommitmentView {
  @Id() id: string;
  @Id() versionId: string;
  @Text({ example: 'it' }) department: string;
  @Text({ lines: true }) text: string;
  @Flag() required: boolean;
  @Id() ownerId: string;
  @Day() dueOn: string;
  @OneOf(COMMITMENT_STATES) state: CommitmentState;
  @Text({ nullable: true, lines: true }) evidence: string | null;
  @Text({ nullable: true, lines: true }) waiveReason: string | null;
  @Id({ nullable: true }) closedBy: string | null;
  @Instant({ nullable: true }) closedAt: Date | null;
  @Whole({ example: 1 }) revision: number;
  @Instant() createdAt: Date;

  static of(commitment: Commitment): CommitmentView {
    return { ...commitment };
  }
}

const COMMITMENTS: Listing = {
  id: 'c.id',
  defaultSort: 'dueOn',
  sorts: {
    dueOn: { column: 'c.dueOn', kind: 'instant', of: (commitment: Commitment) => commitment.dueOn },
    createdAt: { column: 'c.createdAt', kind: 'instant', of: (commitment: Commitment) => commitment.createdAt },
  },
  filters: {
    department: { column: 'c.department', kind: 'text' },
    state: { column: 'c.state', kind: 'text', values: COMMITMENT_STATES },
    required: { column: 'c.required', kind: 'flag' },
    ownerId: { column: 'c.ownerId', kind: 'id' },
    versionId: { column: 'c.versionId', kind: 'id' },
  },
};

@ApiTags('propositions')
@Controller()
export class CommitmentsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly versions: Versions,
    private readonly commitments: Commitments,
  ) {}

  /** Those of all versions, the most pressing first: `?ownerId=…&state=open` is what somebody has promised. */
  @Get('commitments')
  @Allow('everyone')
  @ListOfPages(COMMITMENTS, CommitmentView)
  all(@Listed(COMMITMENTS) query: ListQuery): Promise<Page<CommitmentView>> {
    return page(this.source.getRepository(Commitment).createQueryBuilder('c'), COMMITMENTS, query);
  }

  @Get('versions/:id/commitments')
  @Allow('everyone')
  @ListOfPages(COMMITMENTS, CommitmentView)
  async list(@Param('id') id: string, @Listed(COMMITMENTS) query: ListQuery): Promise<Page<CommitmentView>> {
    await this.versions.get(this.source.manager, id);
    const qb = this.source.getRepository(Commitment).createQueryBuilder('c').where('c.versionId = :id', { id });
    return page(qb, COMMITMENTS, query);
  }

  /** What a department does before launch; from draft until live. */
  @Post('versions/:id/commitments')
  @Allow('everyone')
  @ApiCreatedResponse({ type: CommitmentView })
  make(@Param('id') id: string, @Body() body: NewCommitment, @Writes() write: Write): Promise<CommitmentView> {
    return write(async (manager) =>
      CommitmentView.of(await this.commitments.make(manager, write.actor, id, { required: true, ...body })),
    );
  }

  /** By its owner, or an executive of its department. */
  @Put('commitments/:id/completion')
  @Allow('everyone')
  @ApiOkResponse({ type: CommitmentView })
  complete(@Param('id') id: string, @Body() { evidence }: Completion, @Writes() write: Write): Promise<CommitmentView> {
    return write(async (manager) =>
      CommitmentView.of(await this.commitments.complete(manager, write.actor, id, evidence)),
    );
  }

  /** Only by an executive of the department that promised. */
  @Put('commitments/:id/waiver')
  @Allow('executive')
  @ApiOkResponse({ type: CommitmentView })
  waive(@Param('id') id: string, @Body() { reason }: Waiver, @Writes() write: Write): Promise<CommitmentView> {
    return write(async (manager) => CommitmentView.of(await this.commitments.waive(manager, write.actor, id, reason)));
  }
}
