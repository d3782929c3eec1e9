export { claimsIn, unsupported, type Claim } from './claims.js';
