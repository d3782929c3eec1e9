import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { fieldsOf, type FieldChoice, type RuleProblem } from '../../../libs/rules/index.js';
import { Allow, Json, ListOf, OneOf, Text, Texts } from '../../platform/index.js';
import { RULE_EXAMPLE } from '../cohort.view.js';
import { FieldCatalogue } from './field-catalogue.js';
import { RuleBook } from './rule-book.js';

class OperatorView {
  @Text({ example: 'gte' }) op: string;
  @Text({ example: 'is at least …' }) label: string;
  @OneOf(['nothing', 'one', 'list', 'pair', 'days']) takes: string;
}

class FieldView {
  @Text({ example: 'employees' }) key: string;
  @Text({ example: 'Employees' }) label: string;
  @OneOf(['text', 'number', 'date', 'boolean', 'enum', 'set']) type: string;
  @OneOf(['organization', 'contact'], { description: 'contact: inside a group about contacts only' }) scope: string;
  @ListOf(() => OperatorView) operators: OperatorView[];
  @Texts({ optional: true, description: 'the closed list of its values' }) options?: string[];
}

class RuleToRead {
  @Json({ example: RULE_EXAMPLE }) rule: Record<string, unknown>;
}

class ProblemView {
  @Text({ example: '/all/0/field', description: 'JSON pointer into the rule' }) path: string;
  @Text({ example: 'unknown_field' }) code: string;
  @Text({ example: 'There is no field “contry”.' }) message: string;
  @Texts({ optional: true, example: ['country'] }) suggestions?: string[];
}

class ReadingView {
  @Text({ nullable: true, example: 'Organizations where Country is “DE” or “FR”.' }) sentence: string | null;
  @ListOf(() => ProblemView) problems: ProblemView[];
}

@ApiTags('cohorts')
@ApiExtraModels(FieldView)
@Controller()
export class RulesController {
  constructor(
    private readonly fields: FieldCatalogue,
    private readonly book: RuleBook,
  ) {}

  /** Everything a rule may ask, with the operators of each field. */
  @Get('cohort-fields')
  @Allow('everyone')
  @ApiOkResponse({
    schema: {
      type: 'object',
      required: ['items', 'nextCursor'],
      properties: {
        items: { type: 'array', items: { $ref: getSchemaPath(FieldView) } },
        nextCursor: { type: 'string', nullable: true },
      },
    },
  })
  async list(): Promise<{ items: FieldChoice[]; nextCursor: null }> {
    return { items: fieldsOf(await this.fields.read()), nextCursor: null };
  }

  /** The rule in words, or what is wrong with it. Nothing is kept. */
  @Post('rule-readings')
  @HttpCode(200)
  @Allow('everyone')
  @ApiOkResponse({ type: ReadingView })
  read(@Body() { rule }: RuleToRead): Promise<{ sentence: string | null; problems: RuleProblem[] }> {
    return this.book.readings(rule);
  }
}
