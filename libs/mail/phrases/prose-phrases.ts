import { phrases } from './phrases.js';

/** Who sends reports. */
export const MACHINE = phrases(
  String.raw`
  mailer[-_. ]?daemon
  post_?-?master
  mail delivery (?:sub)?system
  mail delivery service
  mail\.delivery\.system
  delivery (?:status )?notification
  mail administrator
  system administrator
  mailerdaemon
  mail system
  mdaemon
  bounce
  microsoft exchange
  ^<>$
  complaints@
  (?:smtp|mail)[-_. ]?(?:service|gateway|scanner)
  anti-?virus
  noreply
  no-reply
`,
  { flags: 'i' },
);
/** What their subjects say. */
export const SUBJECT = phrases(
  String.raw`
  undeliver
  delivery (?:status|failure|failed|report|problem|error|notification|has failed)
  mail (?:delivery )?(?:fail|error|system error|warning)
  failed mail
  failure notice
  returned (?:mail|to sender)
  return(?:ed|ing) (?:message|mail|to sender)
  could not be delivered
  not (?:be )?deliver
  non[- ]?deliver
  delivery (?:unsuccessful|incomplete)
  undelivered
  warning: (?:message|could not)
  error (?:sending|delivering) your
  message (?:status|delivery|not)
  mail(?:system)? (?:failure|error)
  rejected
  dsn\b
  unzustellbar
  nicht zugestellt
  zustellung
  non remis
  échec
  no se (?:pudo|ha podido)
  mancata consegna
  onbestelbaar
  bounce
  mail could not
  there was an error sending
  notice of
  permanent (?:delivery )?error
  transient
  unable to deliver
  配信
`,
  { flags: 'i' },
);
/** What their texts say. */
export const BODY = phrases(
  String.raw`
  (?:could|can|was|were|has|have|did|would|is|will)(?: not|n'?t)(?: yet)?(?: be| been| able to be|\
     reach| have been| able to)? ?(?:deliver|sent|reach|find|transmit|accept)
  undeliver
  delivery (?:failed|failure|to the following|has failed|attempts?|error|problem|unsuccessful)
  permanent(?:ly)? (?:fatal )?(?:error|fail)
  unable to (?:deliver|send|relay)
  (?:following|these) (?:address|recipient|user)
  (?:error|problem|trouble) .{0,60}(?:deliver|send|mail)
  malformed address
  incorrectly constructed
  returned
  rejected
  not (?:deliver|sent)
  non[- ]?deliver
  failed (?:to deliver|recipient|permanently|addresses)
  user unknown
  invalid (?:final |delivery |user|address|recipient)
  transcript of session
  reason(?:s)? (?:for|given)
  did not reach
  message (?:was|has been) (?:not|refused|undeliver)
  mail(?:box)? .{0,40}(?:full|quota|unavailable)
  has been (?:delayed|postponed)
  requested action not taken
  still in the queue
  giving up
  no such (?:user|host|recipient)
  nicht zugestellt
  unzustellbar
  n'a pas pu
  no se ha podido
  non è stato possibile
  deliver(?:y|ed|ing).{0,40}fail
  エラー
  配信
`,
  { flags: 'i' },
);

/** Lines that say nothing about a recipient. */
export const POLITE = phrases(
  String.raw`
  this (?:message|report|is an? (?:automatic|permanent))
  a message that you sent
  recipients?\. this is
  i'?m sorry
  sorry it didn
  i'm afraid
  the following (?:message|address)
  your (?:message|mail)[ ]
  hi[.!]
  for further assistance
  if you do so
  please (?:include|contact|do not)
  delete your own
  the mail system
  below this line
  subject:
  sent:
  date:
  the original message
  from[ ]
  received
`,
  { before: String.raw`^`, flags: 'i' },
);
