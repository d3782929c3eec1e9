import { declareQueue } from '../platform/index.js';

export const WEBHOOK_QUEUE = declareQueue('webhooks');
export const PROVIDER_EVENT_QUEUE = declareQueue('provider-events');
