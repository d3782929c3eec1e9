export { neutral, neutralJson, restored } from './neutral.js';
