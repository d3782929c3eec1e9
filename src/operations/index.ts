export { anchorsIn, type Anchor } from './audit/anchor-text.js';
export { verifySeals, type SealVerdict } from './audit/verify-seals.js';
export { HealthPort } from './health/health-port.js';
export { OperationsModule } from './operations.module.js';
