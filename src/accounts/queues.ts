import { declareQueue } from '../platform/index.js';

export const IMPORT_QUEUE = declareQueue('imports');
export const VERIFY_QUEUE = declareQueue('verify');
