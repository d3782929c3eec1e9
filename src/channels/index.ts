export { ChannelsModule } from './channels.module.js';
export { dispatchIn } from './inbound/ours.js';
export { parseMail } from './inbound/parse.js';
