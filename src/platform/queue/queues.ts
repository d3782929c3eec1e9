/** Every queue there is. A job only means "there may be work here": the rows tell which. Each has exactly one handler. */
export const QUEUES = ['imports', 'verify', 'launch', 'drive', 'send', 'webhooks'] as const;
export type QueueName = (typeof QUEUES)[number];
