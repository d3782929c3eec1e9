import { declareSettings } from '../../platform/index.js';

export const APPROVAL_SETTINGS = declareSettings({
  approvalDueDays: { default: 5, min: 1, max: 90, about: 'days a department has to decide on a version' },
});
