import { phrases } from './phrases.js';

/** "wrote" as mail programs say it. */
export const WROTE = phrases(
  String.raw`
  \bwrote
  \bwrites
  \bschrieb
  \bgeschrieben
  a écrit
  \bescribió
  \bescribio
  ha scritto
  \bscrisse
  \bschreef
  \bheeft .{0,80}geschreven
  \bescreveu
  \bskrev
  napisa[łl](?:a|\(a\))?
  \bnapsal
  пишет
  написал
  kirjoitti
  yazdı
  \bírta
  \ba scris
  写道
  書きました
  のメッセージ
  다음과 같이
  έγραψε
  schreibt
  skriver
  escribe\b
  escreve\b
  va escriure
  idatzi
  skrifaði
  kirjutas
  rakst[īi]ja
  rašė
  napísal
  napisao
  napisala
  je napisal
  scrie\b
  (?:на)?писал
  написа(?!\p{L})
  пише(?!\p{L})
  (?:на)?писа(?:в|ла)
  menulis
  viết
  เขียน
  כתב
  كتب
  寫道
  님이 작성
  さんは書きました
`,
  { flags: 'iu' },
);

export const DIVIDER = phrases(
  String.raw`
  original (?:message|appointment|mail)
  ursprüngliche (?:nachricht|e-?mail)
  original-?nachricht
  message (?:d['’]origine|original|transféré|initial)
  mensaje (?:original|reenviado)
  mensagem original
  messaggio (?:originale|inoltrato)
  oorspronkelijk bericht
  doorgestuurd bericht
  origineel bericht
  oprindelig meddelelse
  ursprungligt meddelande
  forwarded (?:message|by)
  begin forwarded message
  weitergeleitete nachricht
  reply (?:message|above)
  исходное сообщение
  wiadomość oryginalna
`,
  // the rule above it: taken as a whole, since spaces and stars could be shared out in many ways
  { before: String.raw`^(?=([\s*_=-]*))\1(?<=[-_=*]{2}\s*)`, flags: 'iu' },
);

export const OTHER_FIELD = phrases(
  String.raw`
  sent
  date
  to
  cc
  subject
  gesendet
  datum
  an
  betreff
  kopie
  envoyé
  à
  objet
  enviado(?: el)?
  fecha
  para
  asunto
  inviato
  data
  a
  oggetto
  verzonden
  aan
  onderwerp
  skickat
  datum
  till
  ämne
  sendt
  til
  emne
  wysłano
  do
  temat
  assunto
  reply-to
  importance
  дата
  кому
  тема
  发送时间
  收件人
  主题
  送信日時
  宛先
  件名
  sujet
  copie(?: à)?
  cópia
  copia
  kopia?
  dato
  aihe
  lähetetty
  vastaanottaja
  tárgy
  címzett
  dátum
  předmět
  predmet
  komu
  konu
  kime
  tarih
  subiect
  către
  θέμα
  προς
  ημερομηνία
  отправлено
  копия
  надіслано
  ngày
  chủ đề
  제목
  받는 사람
  날짜
  主旨
  收件者
  נושא
  אל
  الموضوع
  إلى
`,
  { before: String.raw`^[\s*>_]*`, after: String.raw`\s*(?:\*\s*)?[:：]`, flags: 'iu' },
);

export const PHONE = phrases(
  String.raw`
  sent (?:from|via|with|using|by)\b
  gesendet (?:von|mit|über|aus)\b
  von meinem .{1,40} gesendet
  von .{1,30} gesendet$
  envoy[ée]e? (?:de(?:puis)?|à partir|avec|via)\b
  enviado (?:desde|do|de|con|via|a partir)\b
  inviat[oa] (?:da|dal|con|tramite)\b
  verzonden (?:vanaf|met|vanuit|via)\b
  verstuurd (?:vanaf|met|vanuit|via)\b
  skickat från
  sendt fra
  lähetetty
  wysłan[eo] z
  отправлено (?:с|из)
  get outlook for
  outlook (?:für|pour|para|per|voor) (?:ios|android)
  holen sie sich outlook
  télécharge[rz] outlook
  obtén outlook
  scarica outlook
  download outlook
  t[ée]l[ée]charger? outlook
  diese (?:nachricht|e-?mail) wurde von meinem
  iphoneから送信
  从我的
`,
  { before: String.raw`^[\s*_]*`, flags: 'iu' },
);

/** Machines and programs that add a line of their own; a person who sends something "from Berlin" is none. */
export const DEVICE = phrases(
  String.raw`
  \b(?:my|meine[mr]|mon|ma|mi|meu|minha|mio|mia|mijn|min|mit|moj\w*|моего)\b
  \b(?:iphone|ipad|ios|android|samsung|galaxy|huawei|nokia|xiaomi|blackberry|windows phone)\b
  \b(?:outlook|gmail|yahoo|proton ?mail|thunderbird|gmx|mail|handy|smartphone|mobile|tablet)\b
`,
  { flags: 'iu' },
);

export const CLOSING = phrases(
  String.raw`
  (?:with )?(?:(?:kind|best|warm|warmest|many)\s*)?(?:regards|wishes|greetings)
  all the best
  best
  cheers
  sincerely
  yours (?:sincerely|faithfully|truly)
  sincerely yours
  respectfully
  cordially
  mit (?:freundlichen?|besten|herzlichen|vielen|lieben) gr(?:ü|ue)(?:ß|ss)en?
  (?:viele|freundliche|beste|herzliche|schöne|liebe) gr(?:ü|ue)(?:ß|ss)e
  (?:lg|vg|mfg|bg)
  (?:bien |très )?cordialement
  (?:sincères|meilleures) salutations
  salutations distinguées
  (?:un )?(?:cordial )?saludos?(?: cordiales)?
  atentamente
  (?:cordiali|distinti) saluti
  (?:un )?cordiale saluto
  met vriendelijke groet(?:en)?
  vriendelijke groet(?:en)?
  hartelijke groet(?:en)?
  groet(?:en|jes)?
  atenciosamente
  cumprimentos
  med vänlig(?:a)? hälsning(?:ar)?
  med venlig hilsen
  vennlig hilsen
  thanks
  thank you
  many thanks
  danke
  merci
  gracias
  grazie
  bedankt
`,
  {
    before: String.raw`^[\s*_]*`,
    after: String.raw`(?: (?:from|aus|de|desde|da|uit) [\p{L} ]{2,25})?[\s,.!*_–-]*$`,
    flags: 'iu',
  },
);

export const CONTACT = phrases(
  String.raw`
  (?:\+?\d[\d ()/.-]{6,}\d)
  \S@[^\s@]+\.\S
  https?://
  www\.
  \b(?:tel|phone|fax|mobile?|mob|cell|telefon|téléphone|tél|móvil|telefono|telefoon)\b
  \b(?:gmbh|inc|ltd|llc|corp|s\.?a\.?s?|s\.?r\.?l|b\.?v|ag|plc)\b
  \b(?:manager|director|leiter|directeur|directora?|responsabile|head of|vp|ceo|cfo|coo|einkauf\w*|\
    purchas\w*|procurement|buyer|vertrieb|sales)\b
  \|
`,
  { flags: 'iu' },
);
