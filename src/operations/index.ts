export { HealthPort } from './health/health-port.js';
export { OperationsModule } from './operations.module.js';
