export { backwards, type Backwards, type Placed } from './backwards.js';
export { PlanError, type Prerequisite } from './order.js';
