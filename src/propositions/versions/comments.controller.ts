import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Id,
  Instant,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Text,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { COMMENT_KINDS, VersionComment, type CommentKind } from './comment.entity.js';
import { Versions } from './versions.js';

class NewComment {
  @OneOf(COMMENT_KINDS, { optional: true }) kind?: CommentKind;
  @Text({ lines: true, max: 5_000, example: 'Buyers ask first who owns the stock; say it in the first line.' })
  text: string;
}

class CommentView {
  @Id() id: string;
  @Id() versionId: string;
  @Id() userId: string;
  @OneOf(COMMENT_KINDS) kind: CommentKind;
  @Text({ lines: true }) text: string;
  @Instant() at: Date;

  static of(comment: VersionComment): CommentView {
    return { ...comment };
  }
}

const COMMENTS: Listing = {
  id: 'c.id',
  defaultSort: 'at',
  sorts: { at: { column: 'c.at', kind: 'instant', of: (comment: VersionComment) => comment.at } },
  filters: {
    kind: { column: 'c.kind', kind: 'text', values: COMMENT_KINDS },
    userId: { column: 'c.userId', kind: 'id' },
  },
};

@ApiTags('propositions')
@Controller('versions/:id/comments')
export class CommentsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly versions: Versions,
  ) {}

  @Get()
  @Allow('everyone')
  @ListOfPages(COMMENTS, CommentView)
  async list(@Param('id') id: string, @Listed(COMMENTS) query: ListQuery): Promise<Page<CommentView>> {
    await this.versions.get(this.source.manager, id);
    const qb = this.source.getRepository(VersionComment).createQueryBuilder('c').where('c.versionId = :id', { id });
    return page(qb, COMMENTS, query);
  }

  /** Anybody's comment or suggestion. */
  @Post()
  @Allow('everyone')
  @ApiCreatedResponse({ type: CommentView })
  add(
    @Param('id') id: string,
    @Body() { kind = 'comment', text }: NewComment,
    @Writes() write: Write,
  ): Promise<CommentView> {
    return write(async (manager) => {
      await this.versions.get(manager, id);
      const facts = { versionId: id, userId: write.actor.id, kind, text };
      const { identifiers } = await manager.insert(VersionComment, facts);
      return CommentView.of(await manager.findOneByOrFail(VersionComment, { id: identifiers[0]!.id as string }));
    });
  }
}
