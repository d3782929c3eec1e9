/** Jest's globalTeardown. */
export { stopAll as default } from '../processes/life.mjs';
