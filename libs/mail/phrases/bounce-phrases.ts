import { phrases } from './phrases.js';
import type { Reason } from '../returned/reason.js';

/**
 * What servers write when they refuse a mail, by reason; in lower case. In order: the first that matches decides. Plain
 * words count more than any code.
 */
export const BOUNCE_PHRASES: [Reason, RegExp][] = [
  // Microsoft 365 says it of recipients whom the directory does not have
  ['userunknown', /recipient address rejected: access denied/],
  ['filtered', /resolver\.rst\./],
  ['rejected', /permissions? to send as|sendasdenied/],
  [
    'toomanyconn',
    phrases(String.raw`
      (?:daily|hourly|sending|sender'?s?|outbound|your) (?:\w+ )?(?:quota|limit) .{0,30}(?:exceed|reach)
      exceeded .{0,30}(?:daily|hourly|sending|outbound) .{0,20}(?:quota|limit)
      unusual (?:sending )?(?:rate|activity|volume)
    `),
  ],
  ['mailererror', /pipe to \||\|\/usr\/|save to \/\S+ generated/],
  ['userunknown', /not listed in (?:\w+ )*(?:directory|address book)/],
  ['networkerror', /host not found, try again|name service error .{0,60}(?:try again|time)/],
  [
    'mailboxfull',
    phrases(String.raw`
      mailbox (?:is |size )?(?:full|exceed)
      mailbox .{0,30}(?:too large|size limit|is full)
      (?:over|exceed\w*|out of) .{0,25}(?:quota|storage)
      quota .{0,20}exceed
      over ?quota
      quota (?:full|violation)
      disk quota
      insufficient .{0,10}(?:mailbox|disk|storage|space)
      not enough (?:disk |storage |mailbox )?space
      no space left
      storage (?:space )?(?:is )?full
      too much mail
      mailfolder is (?:over|full)
      account is (?:exceeding|over)
      user is over
      inbox is full
      (?:mailbox|account) .{0,20}is over
      postfach .{0,20}voll
      bo[iî]te .{0,25}pleine
      buz[oó]n .{0,20}lleno
      volle mailbox
      casella .{0,20}piena
      size limit for recipient
    `),
  ],
  [
    'hasmoved',
    /(?:mailbox|recipient|user|address|account) .{0,25}(?:has moved|has changed)|has been replaced by|no forwarding address|no longer (?:with|works|employed|at)|user not local|please try <?[\w.]+@/,
  ],
  [
    'norelaying',
    phrases(String.raw`
      relay(?:ing)? (?:access )?(?:denied|not (?:permitted|allowed)|prohibited|disabled|restriction)
      (?:unable|not allowed|not permitted|cannot|refuse\w*|denied) .{0,12}relay
      we do not relay
      relay not
      no relaying
      not a (?:open|relay) (?:relay|host)
      mail server requires authentication when attempting to send to a non-local
      rcpthosts
      not an? open relay
      insecure mail relay
    `),
  ],
  [
    'authfailure',
    phrases(String.raw`
      \bspf\b
      \bdkim\b
      \bdmarc\b
      sender policy framework
      domainkeys
      unauthenticated (?:e-?mail|mail|sender)
      does not designate
      (?:message|mail|sender|domain) .{0,40}(?:not|un)authenticated
      fails? .{0,20}authentication (?:checks|policy|requirements)
      authentication (?:requirements|checks)
      5\.7\.(?:2[0-46]|50[0-9]|515)\b
    `),
  ],
  [
    'requireptr',
    phrases(String.raw`
      reverse[ -]?(?:dns|lookup|mapping|name|address|hostname)
      \brdns\b
      \bptr\b
      unverif\w+ sending ip
      cannot (?:find|resolve) your (?:hostname|address|ip)
      (?:ip|address|host) .{0,40}(?:no|without|lacks|missing) .{0,15}(?:reverse|ptr|hostname)
      (?:ip|client|host)(?: address)? .{0,30}could not be resolved
      does not resolve to
      forward and reverse
      fcrdns
      generic (?:rdns|hostname)
      your (?:ip|server).{0,30}(?:has no|must have) .{0,10}(?:dns|hostname)
      domain of sender address .{0,60}(?:does not|has no) (?:match|ip)
    `),
  ],
  [
    'badreputation',
    /user complaints|unexpected volume|(?:poor|bad|low|has a).{0,25}reputation|reputation (?:is|too|score|of)|sender ?score|due to .{0,20}reputation/,
  ],
  [
    'virusdetected',
    /virus|infected|malware|trojan|phish|executable (?:file|attachment)|dangerous (?:attachment|content)|blocked file type/,
  ],
  [
    'spamdetected',
    phrases(String.raw`
      (?:message|mail) content reject
      \bube\b
      (?<!anti-?|no)spam(?!haus|cop|rl)(?:.{0,40}(?:detect|reject|filter|content|score|likel|message|\
        found|block|suspect|high|policy))
      (?:identified|detected|classified|considered|looks|look|appears|marked|regarded|rejected|tagged|\
        blocked|scored|denied|refused).{0,45}(?<!anti)spam(?!haus|cop|rl)
      unsolicited
      bulk (?:e-?mail|mail)
      junk ?mail
      blacklisted url
      content filter .{0,20}reject
      mail rejete
      high probability of spam
      (?:mail|message) (?:content )?(?:is|was) (?:denied|rejected|refused) .{0,20}(?:content|filter)
      our filters
      \bofr_50\d
    `),
  ],
  [
    'toomanyconn',
    phrases(String.raw`
      too many (?:concurrent |simultaneous |smtp |connections?|sessions?|messages|recipients|emails|\
        mails|errors)
      (?:connection|message|rate|sending|hourly|daily) (?:rate )?(?:limit|quota|frequency) .{0,25}\
        (?:exceed|reach|limited|high|too)
      rate.?limit
      throttl
      connection frequency
      exceeded .{0,25}(?:connections?|rate|messages per|maximum number of (?:messages|recipients))
      limit exceeded for
      maximum .{0,15}connections
      unusual rate
      concurrent
      sending too (?:many|fast)
      frequency limited
      receiving mail at a rate
    `),
  ],
  [
    'notcompliantrfc',
    phrases(String.raw`
      rfc ?-?(?:5321|5322|2821|2822|822)
      not rfc
      duplicate header
      multiple .{0,15}(?:from|to|subject|header)s? (?:header|field)
      missing .{0,25}(?:header|from|date|message-id)
      (?:header|from|message-id) .{0,20}(?:missing|is not valid|malformed)
      bare (?:lf|cr)
      non-?compliant
    `),
  ],
  [
    'mesgtoobig',
    phrases(String.raw`
      (?:message|mail|msg|e-?mail|body|data|content) .{0,30}(?:too (?:big|large|long)|exceeds? .{0,40}\
        (?:size|maximum|limit))
      size .{0,25}exceed
      exceeds? .{0,20}(?:maximum|max|fixed|allowable|permitted) .{0,15}size
      max(?:imum)? message size
      message length exceeds
      too large a message
    `),
  ],
  [
    'hostunknown',
    phrases(String.raw`
      (?:host|domain)(?: name)?s?:? (?:\S+ )?(?:is |was |name )?(?:not found|unknown|does not exist|\
        non-?exist\w*|cannot be found|could not be found|invalid|unrouteable)
      unknown (?:host|domain|mail host)
      (?:no such|illegal|invalid|bad|unrout\w+|unresolvable|non-?exist\w*) (?:host|domain|mail domain|\
        destination (?:host|domain|system))
      host (?:lookup|unknown)
      \bnxdomain\b
      name or service not known
      name service error for .{0,80}(?:host not found|not found)
      (?:dns|mx) .{0,30}(?:nxdomain|non-?exist|not found|does not exist)
      unrouteable mail domain
      bad destination (?:system|host)
      no (?:such )?domain\b
      recipient('s)? domain .{0,20}not
      domain must resolve
      domain is not reachable
      couldn'?t find any host
      all relevant mx records point to non-existent
      unable to (?:resolve|look ?up) .{0,20}(?:domain|host)
      cannot find (?:an? )?(?:host|domain|mx)
      address resolution of .{0,60} failed
      sorry, i couldn'?t find (?:any host|a mail exchanger)
    `),
  ],
  [
    'notaccept',
    phrases(String.raw`
      null ?mx
      (?:does not|doesn'?t|do not|not) (?:accept|support|allow|receive|take) (?:any )?(?:e-?mail|mail|\
        messages)(?! from)
      no mx (?:record|found)
      no (?:mail )?exchanger
      mx record .{0,30}(?:not|missing)
      host .{0,30}does not (?:receive|accept)
      accepts? no (?:e-?mail|mail)
      smtp (?:protocol|service) .{0,20}(?:diagnostic|not supported)
      nullmx
      indicated no smtp service
      no smtp service here
      invalid mx
      the domain .{0,60} doesn'?t receive email
      destination seem to reject all mails
      does not accept mail(?! from)
    `),
  ],
  [
    'expired',
    phrases(String.raw`
      (?:retry|delivery|connection) ?(?:time[- ]?out|time) (?:was )?(?:exceeded|expired)
      retry timeout
      (?:delivery|message|mail|it) .{0,30}(?:expired|timed? ?out)
      timed? ?out
      too long in (?:the )?(?:queue|mail)
      giving up(?! on)
      could not (?:be )?deliver\w* .{0,20}for (?:the last|more than)
      (?:has|have) been (?:in the queue|queued|delayed|on the queue)
      in the queue too long
      not (?:yet been (?:able to be )?|been able to be )delivered
      (?:still|is|was|been|delivery) .{0,15}delayed
      after multiple retries
      unable to deliver .{0,40}(?:within|after)
      will (?:keep trying|be retried|continue)
      no need to resend
      undelivered after
      delivery attempts .{0,20}(?:fail|exceed)
      message (?:expired|age|has expired)
      maximum (?:retries|queue)
      could not be delivered for
      did not .{0,25}within
      connect\w* .{0,40}timed out
    `),
  ],
  [
    'suspend',
    phrases(String.raw`
      (?:mailbox|account|user|recipient|(?<!your |this |the )e-?mail|address|domain)s? .{0,60}(?:disabled|suspended|inactive|\
        deactivated|locked|discontinued|has been closed|blocked|not active|expired|frozen|terminated|\
        unavailable temporarily|on hold)
      (?:inactive|disabled|suspended|deactivated|locked|dormant) (?:user|account|mailbox|recipient|\
        address|e-?mail)
      not currently active
      temporarily disabled
      is not accepting (?:mail|messages|any)
      vdelivermail: account is locked
      currently (?:suspended|disabled)
      sorry your account
      domain is (?:suspended|inactive)
    `),
  ],
  [
    'rejected',
    phrases(String.raw`
      (?:sender|from|envelope.?from|mail from|return.?path|originat\w+)(?: address)?:? .{0,50}(?:reject|\
        denied|refus|not (?:accepted|allowed|exist|valid|verif)|invalid|does not exist|blocked|unknown|\
        banned|domain)
      sender (?:verify|verification|is not|domain|rejected|denied)
      (?:domain|address) of (?:the )?sender
      invalid (?:sender|domain, see|mail from)
      (?:your|sender) (?:domain|address|e-?mail).{0,25}(?:reject|denied|refus|block|not accepted)
      not allowed to (?:send|post)
      could not verify sender
      domain part in mail from
      fix your (?:from|helo)
      null sender
      bounces? (?:are )?not (?:accepted|allowed)
      <> (?:invalid|rejected|sender)
      from .{0,40}does not exist
      rejecting .{0,10}(?:from|sender)
      unroutable sender
      sender .{0,30}is restricted
      not permitted to (?:send|submit)
      not have permission to
      permission to post
      sender was rejected
      backscatter
    `),
  ],
  [
    'blocked',
    phrases(String.raw`
      my name was rejected
      black ?-?list
      block ?-?list
      \brbl\b
      \bdnsbl\b
      spamhaus
      spamcop
      barracuda
      sorbs
      senderbase
      \bbanned\b
      (?<!not )listed (?:in|at|by|on)
      (?:your|client|sending|source|this|connecting|sender'?s?) (?:ip|host|server|network|mail ?server|\
        system|address|isp|mta).{0,60}(?:block|denied|reject|refus|not (?:allowed|welcome|accepted)|\
        banned|list|bad)
      (?:ip|ips|host|client|server|network|connection)(?: address)?(?: name)? .{0,50}(?:is blocked|\
        blocked|rejected|refused by|denied|banned)
      invalid ip
      \bip\b.{0,30}(?:refused|unauthorized)
      connections? (?:not accepted|refused|dropped|rejected|denied|from .{0,40}(?:not|reject|denied|\
        refus|block))
      access (?:from .{0,40})?denied
      (?:helo|ehlo) .{0,40}(?:reject|invalid|denied|not)
      dynamic (?:ip|address|host)
      no access
      don'?t (?:accept|take) mail from
      bad (?:dns|helo|ehlo|hostname)
      you are not (?:allowed|permitted|authorized) to (?:connect|send)
      host .{0,20}not allowed
      please use (?:the|your) (?:smtp|mail) ?server
      not (?:accept\w*|allow\w*) .{0,30}from (?:your|this|dynamic)
      blocked by
      has been blocked
      permanently deferred
      ts0[34]
      rejected due to .{0,20}(?:ip|blocking)
      service permits
    `),
  ],
  [
    'policyviolation',
    phrases(String.raw`
      (?:local |site |security |administrative |message |company |content |for )policy
      policy (?:reason|violation|reject|restriction)
      violat\w+
      against (?:our|the) policy
      not accepted for policy
      for policy reasons
      administratively
      administrative prohibition
      you have hit
      attachment .{0,30}(?:not allowed|blocked|denied|prohibited|reject)
      because .{0,20}(?:contains|attachment)
      prohibited
      we have limits
      closed mailing list
      not (?:a )?(?:member|subscriber)
      mail (?:not accepted|refused) .{0,20}(?:policy|rule)
      message (?:rejected|refused|denied|was blocked)
      unacceptable
    `),
  ],
  [
    'contenterror',
    phrases(String.raw`
      improper use of 8-?bit
      content (?:type|error|conversion)
      mime (?:error|type)
      media (?:error|type)
      conversion (?:required|lost|failed|not)
      (?:header|body|message|mail) .{0,25}(?:error|corrupt|malformed|invalid (?:char|format|encod))
      (?:invalid|illegal|bad|malformed) (?:header|character|mime|content|message|body)
      8-?bit
      line (?:too long|length)
      is not in .{0,20}(?:utf|format)
      charset
    `),
  ],
  [
    'securityerror',
    phrases(String.raw`
      (?:authentication|auth|sasl|login) .{0,25}(?:fail|required|turned on|invalid|needed|error)
      security (?:error|feature|setting|check)
      requires? (?:tls|starttls|encryption|authentication)
      encryption (?:required|needed)
      must issue a? ?starttls
      not authoriz
      unauthoriz
      credential
      insufficient security
      please (?:authenticate|turn on)
      sorry, that domain isn'?t .{0,30}
      you must (?:authenticate|log|check)
    `),
  ],
  [
    'failedstarttls',
    /starttls .{0,30}(?:fail|error|not (?:available|supported))|tls (?:handshake|negotiat\w+|session|connection).{0,25}(?:fail|error)|certificate/,
  ],
  [
    'userunknown',
    phrases(String.raw`
      (?:user|recipient|mailbox|account|address|addressee|alias|member|customer|subscriber|empf[aä]nger|\
        e-?mail|mail|name|person|destinat\w+)(?:\(s\)|s|'s|\w{0,4})?(?: name| address| account| id)?\
        (?: is| was| are)?:? ?(?:<[^>]*>|"[^"]*"|'[^']*'|\([^)]*\)|\S+@\S+)?:? ?(?:is |was |are |has |\
        does |do |could |can ?|could ?)?(?:currently |an? )?(?:unknown|unavailable|not (?:found|known|\
        exist|recogni[sz]ed|listed|valid|here|be found|have|available)|no longer|non-?exist\w*|invalid|\
        undeliverable|doesn'?t (?:exist|have)|not? (?:such|in|a valid|our)|terminated|deleted|removed|\
        unrouteable|unroutable|has been (?:removed|deleted)|(?:reject\w*|verification failed)?:? ?(?:user|\
        recipient|unknown|undeliverable|unverified) ?(?:unknown|address)?)
      (?:unknown|invalid|no such|unrout\w+|unroutable|non-?existent|nonexistent|bad|illegal|undeliverable|\
        incorrect|inexist\w+|wrong|not a valid|no valid|deleted|not our) (?:local |virtual |e-?mail |\
        mail |mailbox |final |to |dest\w+ |or illegal |or invalid )?(?:user|recipient|mailbox|account|\
        address|addressee|alias|customer|name|person|part|e-?mail|destination)
      (?:does not|doesn'?t|did not|not) (?:have|match) .{0,40}(?:account|mailbox|user|recipient)
      no (?:one|body|account|mailbox|user|person|recipients?|match|such) .{0,25}(?:by that name|here|\
        with that name|with this|exist|found|at this|address)
      (?:user|recipient)_?(?:unknown|not_found)
      not (?:a |our |listed |in ).{0,30}(?:address book|directory|valid (?:recipient|user|mailbox|\
        address)|customer)
      \bunknown in\b
      user (?:lookup|doesn'?t exist)
      can'?t find (?:the )?(?:user|recipient|mailbox)
      no such\b
      no valid recipients
      does ?n[o']t exist
      not exist
      doesn'?t exist
      couldn'?t be found
      (?:wasn'?t|weren'?t|was not|were not|not be|not) (?:found|recogni[sz]ed)
      rcpt \(.{0,80}\) does ?n
      email address is not valid
      address (?:rejected|unknown)
      unknown (?:recipient|address|user)
      benutzer unbekannt
      unbekannter (?:empf|benutzer)
      (?:destinataire|utilisateur|adresse|compte) .{0,60}(?:n'existe pas|inconnu)
      utilisateur inconnu
      (?:usuario|destinatario|cuenta|buz[oó]n) .{0,30}(?:no existe|desconocid)
      sconosciut
      onbekend
      resolver\.adr\.recip(?:ient)?notfound
      mailbox unavailable or access denied
      requested action not taken: mailbox unavailable
      mailbox unavailable
    `),
  ],
  [
    'mailererror',
    phrases(String.raw`
      generated by @
      (?:mailer|command|pipe|program|procmail|local) .{0,40}(?:exited|exit (?:status|code)|died|failed|\
        error|returned|can'?t be executed|not (?:be )?execut)
      exit (?:value|\d)
      x-unix;
      generated by .{0,60}pipe
      ^\s*pipe to
      \| ?/usr
      bad file descriptor
    `),
  ],
  [
    'networkerror',
    phrases(String.raw`
      connection (?:refused|reset|lost|timed|dropped|failed|closed|broken)
      no route to host
      network (?:is )?(?:unreachable|error)
      host (?:is )?(?:unreachable|not reachable|not responding|down)
      could ?n[o']t connect
      unable to (?:connect|make contact)
      (?:unrout\w+|routing|mail|forwarding) loop
      loop(?:s| detected|ing)
      too many hops
      hop count
      server not (?:found|respond)
      could not contact
      dns (?:error|lookup|failure|server)
      delivery to host
      no (?:host|mail server|valid host|hosts) (?:found|available|answer)
      failed to connect
      establish .{0,30}connection
      lost connection
      communication (?:failure|error)
      mail forwarding loop
      may be unreachable
      all attempts .{0,40}failed
      host .{0,40}said nothing
    `),
  ],
  [
    'systemfull',
    /(?:mail ?system|server|disk) (?:is )?full|requested mail action aborted: exceeded storage|system storage/,
  ],
  ['onhold', /held (?:for|pending)|quarantin/],
  ['exceedlimit', /exceeds? .{0,30}(?:limit|maximum)|message size|limit exceeded|too (?:large|big)/],
  [
    'syntaxerror',
    phrases(String.raw`
      syntax error
      command (?:unrecogni[sz]ed|not recogni[sz]ed|unknown|not implemented|rejected)
      unrecogni[sz]ed command
      bad (?:command|sequence|syntax|argument)
      unexpected response
      invalid (?:command|argument)
    `),
  ],
  [
    'systemerror',
    phrases(String.raw`
      (?:server|system|internal|local|configuration|i/o|database|processing|software|temporary|unexpected|\
        transaction|service|resources?|directory|ldap) .{0,30}(?:error|fail|problem|trouble|unavailable|\
        malfunction|not available|temporarily|busy|exception)
      local error
      error in processing
      try again later
      temporarily (?:unavailable|reject\w*|defer\w*|failed)
      server (?:busy|unavailable|too busy)
      cannot (?:open|create|write|append|lock)
      can'?t (?:open|create|write)
      unable to (?:open|write|create)
      resources? (?:temporarily )?unavailable
      service (?:not available|unavailable|currently)
      greylist
      grey-list
      greyed
      deferr
      interrupted system call
      no memory
      too many (?:open )?files
      could not (?:complete|load|process)
      proxy
      not (?:supported|configured)
      mailbox (?:locked|busy)
      locking
    `),
  ],
  [
    'filtered',
    phrases(String.raw`
      (?:recipient|address|mailbox|user) .{0,30}(?:restricted|reject|refus|denied|protected|only accept|\
        does not (?:want|accept)|not (?:accept|allow|permit))
      refused (?:by|to receive)
      because .{0,20}recipient
      reject\w* by (?:the )?(?:recipient|user|filter)
      due to (?:extended )?(?:inactivity|filter)
      filtered
      not (?:receive|accept) .{0,20}from
      imta/
      resolver\.rst\.
      access restriction
      you'?re not allowed
      transport rules
      permission
      user reject
      undeliverable for a user's setting
      unwanted
    `),
  ],
  ['rejected', /reject|refus|denied|not accepted|not allowed|not permitted/],
];
