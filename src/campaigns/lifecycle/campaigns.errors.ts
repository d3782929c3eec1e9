import { Conflict, Invalid, NotFound } from '../../platform/index.js';

export class CampaignNotFound extends NotFound {}
export class PlayNotFound extends NotFound {}
export class PlayInvalid extends Invalid {}
export class PlayArchived extends Conflict {}
/** `blockers` lists everything that stands in the way. */
export class LaunchBlocked extends Conflict {}
/** The campaign is in a state in which this cannot be done. */
export class WrongState extends Conflict {}
