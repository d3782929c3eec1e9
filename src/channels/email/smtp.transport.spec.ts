import { classify, type SmtpError } from './smtp.transport.js';

const refused = (response: string): Partial<SmtpError> => ({
  code: 'EENVELOPE',
  responseCode: Number(response.slice(0, 3)),
  command: 'RCPT TO',
  response,
});
const error = (facts: Partial<SmtpError>) => Object.assign(new Error(facts.message ?? 'x'), facts);

test.each<[string, Partial<SmtpError>, string]>([
  ['a server without room defers', { code: 'EENVELOPE', responseCode: 452, command: 'RCPT TO' }, 'later deferred'],
  ['a full mailbox waits', refused('552 5.2.2 over quota'), 'later returned'],
  ['a block list waits', refused('554 5.7.1 Client host [192.0.2.1] blocked using zen.example'), 'later refused'],
  ['greylisting after DATA defers', { code: 'EMESSAGE', responseCode: 451, command: 'DATA' }, 'later deferred'],
  ['no such user bounces', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'bounced'],
  ['a refused message waits', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'later refused'],
  [
    'a refused connection tries again',
    { code: 'ESOCKET', message: 'connect ECONNREFUSED 127.0.0.1:25', command: 'CONN' },
    'later not_handed_over',
  ],
  [
    'no greeting tries again',
    { code: 'ETIMEDOUT', message: 'Greeting never received', command: 'CONN' },
    'later not_handed_over',
  ],
  [
    'a refused sign-in is nobody’s bounce',
    { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' },
    'later not_handed_over',
  ],
  [
    'a host nobody knows tries again',
    { code: 'EDNS', message: 'getaddrinfo ENOTFOUND mail.example' },
    'later not_handed_over',
  ],
  [
    'a connection that closed while it was idle tries again',
    { code: 'ECONNECTION', message: 'Reached maximum number of retries after connection was closed' },
    'later not_handed_over',
  ],
  [
    'a cut line after the dot is unknown',
    { code: 'ECONNECTION', message: 'Connection closed unexpectedly', command: 'DATA' },
    'unknown',
  ],
  [
    'a cut line is unknown also where nodemailer names the command CONN',
    { code: 'ECONNECTION', message: 'Connection closed unexpectedly', command: 'CONN' },
    'unknown',
  ],
  ['a silence after the dot is unknown', { code: 'ETIMEDOUT', message: 'Timeout', command: 'DATA' }, 'unknown'],
  ['what nobody foresaw is unknown', { message: 'boom' }, 'unknown'],
])('%s', (_, facts, expected) => {
  const handover = classify(error(facts), 'maria@buyer.example');
  expect([handover.result, 'errorClass' in handover ? handover.errorClass : ''].join(' ').trim()).toBe(expected);
});
