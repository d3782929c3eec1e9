import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource } from 'typeorm';
import {
  Allow,
  Conflict,
  Id,
  Invalid,
  ListOf,
  NotFound,
  OneOf,
  rows,
  Text,
  Writes,
  type Write,
} from '../../platform/index.js';
import { CheckInQuestion, TOPICS } from './check-in-question.entity.js';
import { productWords } from './plain-words.js';

class QuestionNotFound extends NotFound {}
class QuestionKnown extends Conflict {}
class QuestionSells extends Invalid {}

class NewQuestion {
  @OneOf(TOPICS) topic: (typeof TOPICS)[number];
  @Text({
    min: 10,
    max: 300,
    pattern: /\?$/,
    example: 'What has changed since we last spoke?',
    description: 'ends with a question mark',
  })
  text: string;
}
class QuestionView extends NewQuestion {
  @Id() id: string;
}
class QuestionsView {
  @ListOf(() => QuestionView) items: QuestionView[];
}

/** The bank of facilitative questions (002-6): by topic, without a word of what we offer. */
@ApiTags('feedback')
@Controller('check-in-questions')
export class CheckInQuestionsController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  @Get()
  @Allow('everyone')
  @ApiOkResponse({ type: QuestionsView })
  async list(): Promise<QuestionsView> {
    const found = await this.source.manager.find(CheckInQuestion, {
      where: { retiredAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
      take: 500,
    });
    return { items: found.map(({ id, topic, text }) => ({ id, topic, text })) };
  }

  @Post()
  @Allow('executive', 'sales_ops', 'manager', 'admin')
  @ApiCreatedResponse({ type: QuestionView })
  add(@Body() { topic, text }: NewQuestion, @Writes() write: Write): Promise<QuestionView> {
    return write(async (manager) => {
      const titles = await rows<{ title: string }>(manager, LIVE_TITLES);
      const selling = productWords(
        text,
        titles.map(({ title }) => title),
      );
      if (selling.length > 0)
        throw new QuestionSells(`Ask about them, and not about what we offer: leave out “${selling.join('”, “')}”.`, [
          { field: 'text', code: 'sells', message: `text must not contain ${selling.join(', ')}` },
        ]);
      const [made] = await rows<{ id: string }>(manager, ADD, [topic, text, write.actor.id]);
      if (!made) throw new QuestionKnown('This question is in the bank already.');
      return { id: made.id, topic, text };
    });
  }

  /** It is asked no more; what was answered to it stays. */
  @Delete(':id')
  @Allow('executive', 'sales_ops', 'manager', 'admin')
  @HttpCode(204)
  @ApiNoContentResponse()
  retire(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    return write(async (manager) => {
      const { affected } = await manager.update(
        CheckInQuestion,
        { id, retiredAt: IsNull() },
        { retiredAt: () => 'app_now()' },
      );
      if (!affected) throw new QuestionNotFound('There is no such question.');
    });
  }
}

const LIVE_TITLES = `
SELECT DISTINCT p.title FROM proposition p JOIN proposition_version v ON v.proposition_id = p.id
  WHERE v.state = 'live'`;
/** One that was retired is asked again. */
const ADD = `
INSERT INTO check_in_question (topic, text, created_by) VALUES ($1, $2, $3)
ON CONFLICT (text) DO UPDATE SET topic = EXCLUDED.topic, retired_at = NULL
  WHERE check_in_question.retired_at IS NOT NULL RETURNING id`;
