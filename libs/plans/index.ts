export { backwards, type Backwards, type ScheduledPrerequisite } from './backwards.js';
export { PlanError, type Prerequisite } from './order.js';
