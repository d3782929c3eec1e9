import { Day, Id, ListOf, OneOf, Text, Whole } from '../../platform/index.js';
import { NewPersonBody } from '../conversations/conversation.body.js';
import { NEED_KINDS } from './check-in-need.entity.js';
import { PictureBody } from './check-in.view.js';

class SaidBody {
  @Id() questionId: string;
  @Text({ lines: true, max: 4000, example: 'We have a new warehouse in Ulm.' }) words: string;
}
/** Somebody who was not known here before (002-4). */
class NewStakeholderBody extends NewPersonBody {
  @Day({ optional: true, description: 'since when they are there' }) since?: string;
  @Whole({ optional: true, min: -2, max: 2 }) attitude?: number;
  @Text({ optional: true }) preferredSupplier?: string;
}
class VoicedNeedBody {
  @OneOf(NEED_KINDS) kind: (typeof NEED_KINDS)[number];
  @Text({ lines: true, max: 2000, example: 'The shelves are empty on Mondays.' }) words: string;
}

/** What came of a check-in. */
export class CheckInAnswers extends PictureBody {
  @Id({ optional: true, description: 'whom you spoke to' }) contactId?: string;
  @ListOf(() => SaidBody, { optional: true, max: 50 }) said?: SaidBody[];
  @ListOf(() => NewStakeholderBody, { optional: true, max: 20 }) people?: NewStakeholderBody[];
  @ListOf(() => VoicedNeedBody, { optional: true, max: 20 }) voiced?: VoicedNeedBody[];
}
