import type { Step } from '../../../libs/plays/index.js';
import { Day, Flag, Id, Instant, Json, ListOf, OneOf, Text, Whole, type Listing } from '../../platform/index.js';
import { PLAY_STATES, PURPOSES, STATE_OF_PLAY, type PlayRow, type PlayState } from './play.entity.js';
import { STEP_EXAMPLE, StepsField } from './steps.field.js';

export class NewPlay {
  @Text({ example: 'Introduce VMI' }) name: string;
  @OneOf(PURPOSES, { optional: true }) purpose?: PlayRow['purpose'];
  @StepsField() steps: Step[];
  @Day({ optional: true, nullable: true, description: 'when it is to be reviewed' })
  reviewOn?: string | null;
}

export class PlayChange {
  @Text({ optional: true, min: 1 }) name?: string;
  @OneOf(PURPOSES, { optional: true }) purpose?: PlayRow['purpose'];
  @StepsField({ optional: true }) steps?: Step[];
  @Day({ optional: true, nullable: true }) reviewOn?: string | null;
  @Flag({ optional: true, description: 'no new campaign takes it; those that have it continue' }) archived?: boolean;
}

export class PlayView {
  @Id() id: string;
  @Text() name: string;
  @OneOf(PURPOSES) purpose: PlayRow['purpose'];
  @StepsField() steps: Step[];
  @Day({ nullable: true }) reviewOn: string | null;
  @OneOf(PLAY_STATES) state: PlayState;
  @Whole({ description: 'that have it and are not over' }) campaigns: number;
  @Whole() revision: number;
  @Instant() createdAt: Date;
  @Instant() updatedAt: Date;
}

export const PLAYS: Listing = {
  id: 'p.id',
  defaultSort: 'name',
  sorts: {
    name: { column: 'p.name', kind: 'text', of: (play: PlayRow) => play.name },
    createdAt: { column: 'p.createdAt', kind: 'instant', of: (play: PlayRow) => play.createdAt },
    reviewOn: { column: 'p.reviewOn', kind: 'instant', of: (play: PlayRow) => play.reviewOn },
  },
  filters: {
    purpose: { column: 'p.purpose', kind: 'text', values: PURPOSES },
    state: { column: STATE_OF_PLAY, kind: 'text', values: PLAY_STATES },
  },
  search: ['p.name'],
};

export class PlayDraft {
  @StepsField() steps: Step[];
}

class PlayProblem {
  @Text({ example: 'steps.0.body' }) field: string;
  @Text({ example: 'template' }) code: string;
  @Text() message: string;
}

export class PlayCheck {
  @ListOf(() => PlayProblem) problems: PlayProblem[];
}

class MergeField {
  @Text({ example: 'contact.givenName' }) name: string;
  @Text({ example: 'Maria', description: 'for a made-up reader' }) value: string;
}

export class MergeFieldsView {
  @ListOf(() => MergeField) items: MergeField[];
}

export class StepPreviewRequest {
  @Json({ example: STEP_EXAMPLE, description: 'a mail step, kept or not' }) step: Record<string, unknown>;
  @Id({ description: 'the version that the mail takes its story from' }) versionId: string;
  @Id() contactId: string;
}
