export { ChannelsModule } from './channels.module.js';
export { dispatchIn } from './inbound/ours.js';
export { ReturnAddresses } from './email/verp.js';
export { MailReader } from './inbound/mail-reader.js';
