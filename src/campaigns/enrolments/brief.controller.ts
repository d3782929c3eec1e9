import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ENROLMENT_STATES, INTERESTS, ROLES, type Step } from '../../../libs/plays/index.js';
import {
  Allow,
  Id,
  Instant,
  Json,
  ListOf,
  OneOf,
  row,
  rows,
  Text,
  Texts,
  type ActorRequest,
} from '../../platform/index.js';
import { Cards, TaskNotFound } from '../../work/index.js';

const NULLABLE = { nullable: true };

class ColleagueView {
  @Id() enrolmentId: string;
  @Id() contactId: string;
  @Text({ example: 'Howard Snyder' }) name: string;
  @OneOf(ROLES) role: string;
  @OneOf(ENROLMENT_STATES) state: string;
  @Text({ ...NULLABLE, example: 'colleague_reply' }) reason: string | null;
  @OneOf([...INTERESTS, 'unknown']) interest: string;
  @Text({ ...NULLABLE, description: 'how the last conversation ended' }) lastDisposition: string | null;
}

class HappenedView {
  @Instant() at: string;
  @Text({ example: 'sent' }) what: string;
  @Text({ ...NULLABLE, example: 'intro' }) step: string | null;
  @Json(NULLABLE) detail: Record<string, unknown> | null;
}

class BriefView {
  @Id() taskId: string;
  @Text({ nullable: true, example: 'VMI for food retail' }) campaign: string | null;
  @OneOf(ROLES, { nullable: true, description: 'the contact’s role in this campaign' }) role: string | null;
  @OneOf([...INTERESTS, 'unknown'], { description: 'how interested, as last recorded' }) interest: string;
  @Text({ nullable: true, example: 'Vendor Managed Inventory' }) proposition: string | null;
  @Text({ lines: true, description: 'what every decision maker of the organization reads' }) narrative: string;
  @Text({ lines: true, description: 'what this role needs to hear' }) lens: string;
  @Text({ example: 'Learn who owns replenishment' }) intent: string;
  @Texts() questions: string[];
  @Texts() evidence: string[];
  @Texts({ description: 'locked: what may be claimed' }) claims: string[];
  @Texts({ description: 'locked: what may be offered' }) terms: string[];
  @Texts({ description: 'what the company wants to learn' }) mustLearn: string[];
  @ListOf(() => ColleagueView, { description: 'colleagues in the same campaign, with their state' })
  colleagues: ColleagueView[];
  @ListOf(() => HappenedView, { description: 'what happened with this contact so far, latest first' })
  history: HappenedView[];
}

/** $1 task */
const BRIEF = `
SELECT t.id AS task_id, t.step_key, t.enrolment_id, t.campaign_id, t.organization_id,
       p.title AS proposition, v.narrative, v.lenses, v.claims, v.terms, v.must_learn,
       k.steps, k.name AS campaign, e.role, e.interest
  FROM task t
  LEFT JOIN campaign k ON k.id = t.campaign_id
  LEFT JOIN proposition_version v ON v.id = k.version_id
  LEFT JOIN proposition p ON p.id = v.proposition_id
  LEFT JOIN enrolment e ON e.id = t.enrolment_id
 WHERE t.id = $1`;

/** $1 campaign, $2 organization, $3 the enrolment of the task, or null */
const COLLEAGUES = `
SELECT e.id AS enrolment_id, c.id AS contact_id, c.name, e.role, e.state, e.reason, e.interest, e.last_disposition
  FROM enrolment e
  JOIN contact c ON c.id = e.contact_id
 WHERE e.campaign_id = $1
   AND e.organization_id = $2
   AND e.id IS DISTINCT FROM $3
 ORDER BY e.conversed DESC, c.name
 LIMIT 20`;

/** $1 enrolment */
const HISTORY = `
SELECT at, what, step, detail
  FROM enrolment_event
 WHERE enrolment_id = $1
 ORDER BY at DESC, id DESC
 LIMIT 20`;

/** What a rep needs to know before the conversation. Claims and terms are locked: a rep does not add to them. */
@ApiTags('work')
@Controller('tasks')
export class BriefController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly cards: Cards,
  ) {}

  @Get(':id/brief')
  @Allow('everyone')
  @ApiOkResponse({ type: BriefView })
  async brief(@Param('id') id: string, @Req() { actor }: ActorRequest): Promise<BriefView> {
    await this.cards.assertMayRead(this.source.manager, id, actor!);
    const found = await row<{
      taskId: string;
      stepKey: string | null;
      enrolmentId: string | null;
      campaignId: string | null;
      organizationId: string;
      proposition: string | null;
      narrative: string | null;
      lenses: Record<string, string> | null;
      claims: string[] | null;
      terms: string[] | null;
      mustLearn: string[] | null;
      steps: Step[] | null;
      role: string | null;
      interest: string | null;
      campaign: string | null;
    }>(this.source, BRIEF, [id]);
    if (!found) throw new TaskNotFound('There is no such task.');
    const step = found.steps?.find((each) => each.key === found.stepKey);
    const [colleagues, history] = await Promise.all([
      rows<ColleagueView>(this.source, COLLEAGUES, [found.campaignId, found.organizationId, found.enrolmentId]),
      rows<HappenedView>(this.source, HISTORY, [found.enrolmentId]),
    ]);
    return {
      taskId: found.taskId,
      campaign: found.campaign,
      role: found.role,
      interest: found.interest ?? 'unknown',
      proposition: found.proposition,
      narrative: found.narrative ?? '',
      lens: (found.role && found.lenses?.[found.role]) || '',
      intent: step?.intent ?? '',
      questions: step?.questions ?? [],
      evidence: step?.evidence ?? [],
      claims: found.claims ?? [],
      terms: found.terms ?? [],
      mustLearn: found.mustLearn ?? [],
      colleagues,
      history,
    };
  }
}
