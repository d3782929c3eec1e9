import { declareQueue } from '../platform/index.js';

export const WEBHOOK_QUEUE = declareQueue('webhooks');
