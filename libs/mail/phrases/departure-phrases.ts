import { phrases } from './phrases.js';

/** "I have left the company", as its writer says it: also where nothing marks the mail as automatic. */
export const I_LEFT = phrases(
  String.raw`
  # English
  \bi (?:have |'ve |am |'m )?(?:now |recently |since )?retired\b
  \bi (?:have |'ve )?(?:now |recently |just )?left (?:the |my |our )?(?:company|firm|organi[sz]ation|business|employ\w*|job|position|post)\b
  \bi (?:am|'m) no longer (?:working |employed |active )?(?:with|at|for|employed|working|part of|a member of)\b
  \bi no longer work (?:with|at|for|here|in)\b
  \bi do(?: not|n't) work (?:with|at|for|here|in) (?:[^.!?\n]|(?<=\d)\.){0,60}\b(?:any ?more|any longer)\b
  \bi (?:have |'ve )?(?:passed|handed)(?: over| on)? (?:all |on )?(?:my|the|this|these) (?:[^.!?\n]|(?<=\d)\.){0,40}(?:duties|responsibilit\w+|tasks?|role|position|work|job)\b(?:[^.!?\n]|(?<=\d)\.){0,20}\bto\b
  \bmy last (?:working )?day (?:at|with|in) (?:[^.!?\n]|(?<=\d)\.){0,60}\bwas\b
  # German
  \bich (?:bin|arbeite) (?:[^.!?\n]|(?<=\d)\.){0,50}nicht (?:mehr|länger) (?:[^.!?\n]|(?<=\d)\.){0,40}(?:tätig|beschäftigt|angestellt|unternehmen|firma|im dienst|mitarbeiter)
  \bich arbeite (?:[^.!?\n]|(?<=\d)\.){0,40}nicht mehr (?:bei|für|in|hier)
  \bich (?:habe|bin) (?:[^.!?\n]|(?<=\d)\.){0,60}(?:(?:das|die|unser) (?:unternehmen|firma|haus|gesellschaft) (?:[^.!?\n]|(?<=\d)\.){0,30}verlassen|ausgeschieden|in (?:den |meinen )?(?:ruhestand|rente|pension)(?:\b| ))
  \bich bin (?:(?:[^.!?\n]|(?<=\d)\.){0,40} )?(?:im ruhestand|in rente|pensioniert|in pension)
  \bmeine (?:aufgaben|tätigkeit\w*|stelle) (?:[^.!?\n]|(?<=\d)\.){0,40}(?:übergeben|übernommen)
  # French
  \bj'?ai (?:définitivement |désormais )?quitté (?:l'entreprise|la société|mes fonctions|mon poste|l'organisation|le groupe)
  \bje ne (?:fais plus partie|travaille plus|suis plus (?:en poste|employée?|salariée?|chez|au sein|dans))
  \bje suis (?:maintenant |désormais |partie? )?(?:à la |en )?retraitée?\b
  \bj'?ai (?:pris ma retraite|cessé mes fonctions|transmis mes (?:dossiers|fonctions))
  # Spanish
  \b(?:ya )?no trabajo (?:más )?(?:en|para|aquí|con)\b
  \bhe dejado (?:la empresa|la compañía|mi puesto|la organización)
  \b(?:me he jubilado|me jubilé|estoy jubilad[oa])
  \bya no (?:formo parte|pertenezco|estoy en la empresa)
  # Italian
  \bnon (?:lavoro|sono) più (?:in|per|presso|con|dipendente|alle dipendenze|parte)
  \bho lasciato (?:l'azienda|la società|il mio incarico|la ditta)
  \bsono (?:andat[oa] )?in pensione
  # Dutch
  \bik (?:werk|ben) (?:[^.!?\n]|(?<=\d)\.){0,30}niet (?:meer|langer) (?:[^.!?\n]|(?<=\d)\.){0,20}(?:werkzaam|in dienst|bij|voor|hier)
  \bik heb (?:[^.!?\n]|(?<=\d)\.){0,60}(?:verlaten|overgedragen)
  \bik ben (?:(?:[^.!?\n]|(?<=\d)\.){0,30} )?(?:met pensioen|gepensioneerd|uit dienst)
  # Portuguese
  \b(?:já )?não (?:trabalho|faço parte|estou) mais (?:em|na|no|da|do|para|com)\b
  \bjá não (?:trabalho|faço parte)
  \b(?:deixei|saí d)(?: a| o|a|o) (?:empresa|companhia|organização)
  \b(?:aposentei-me|me aposentei|reformei-me|estou aposentad[oa])
  # Swedish, Danish, Norwegian
  \bjag (?:har slutat|arbetar inte längre|jobbar inte längre|har gått i pension|är inte längre anställd)
  \bjeg (?:er stoppet|er fratrådt|arbejder ikke længere|er gået på pension|er ikke længere ansat)
  \bjeg (?:har sluttet|jobber ikke lenger|arbeider ikke lenger|har gått av med pensjon|er ikke lenger ansatt)
  # Finnish
  en (?:enää )?(?:ole|työskentele) (?:enää )?(?:\S+ )?(?:palveluksessa|töissä|\S+ssa|\S+llä)
  olen (?:jäänyt eläkkeelle|siirtynyt eläkkeelle|lopettanut)
  # Polish
  (?:już )?nie pracuję (?:już )?(?:w|dla|tutaj|tu)\b
  (?:odszedłem|odeszłam|przeszedłem|przeszłam) (?:z firmy|na emeryturę|ze spółki)
  # Czech, Slovak
  již (?:ve společnosti |ve firmě )?nepracuji
  (?:už|již) ne(?:pracuji|pracujem)
  (?:odešel|odešla|odišiel|odišla) jsem (?:[^.!?\n]|(?<=\d)\.){0,20}(?:z firmy|ze společnosti|do důchodu)
  (?:odišiel|odišla) som (?:[^.!?\n]|(?<=\d)\.){0,20}(?:z firmy|zo spoločnosti|do dôchodku)
  # Hungarian
  már nem dolgozom
  nyugdíjba (?:mentem|vonultam)
  # Romanian
  nu mai (?:lucrez|fac parte|sunt angajat)
  (?:am plecat din|am părăsit) (?:companie|firmă|compania|firma)
  m-am pensionat
  # Greek
  δεν εργάζομαι πλέον
  (?:έχω αποχωρήσει|αποχώρησα|συνταξιοδοτήθηκα)
  # Turkish
  artık (?:[^.!?\n]|(?<=\d)\.){0,40}(?:çalışmıyorum|görev yapmıyorum)
  (?:şirketten|görevimden|işten) ayrıldım
  emekli oldum
  # Russian, Ukrainian, Bulgarian
  (?:я )?больше не работаю
  я (?:уволил(?:ся|ась)|уш(?:ел|ёл|ла) на пенсию|покинул[а]? компанию)
  (?:я )?більше не працюю
  (?:вече не работя|напуснах (?:компанията|фирмата)|пенсионирах се)
  # Croatian, Serbian, Slovenian
  više ne radim
  (?:napustio|napustila) sam (?:tvrtku|firmu|kompaniju)
  više nisam zaposlen
  ne delam več
  nisem več zaposlen
  upokoji(?:l|la) sem se
  # Estonian, Latvian, Lithuanian
  (?:ma )?ei tööta enam
  (?:es )?vairs nestrādāju
  nebedirbu
  # Hebrew, Arabic
  איני עובד(?:ת)? (?:יותר|עוד)
  אני לא עובד(?:ת)? (?:יותר|עוד)
  פרשתי
  עזבתי את החברה
  لم أعد أعمل
  غادرت الشركة
  تقاعدت
  # Chinese, Japanese, Korean
  我(?:已经?|已于.{0,20})(?:离职|離職|退休|离开.{0,10}公司|離開.{0,10}公司)
  本人已(?:离职|離職|退休)
  (?:退職|退社|離職)(?:いた|致)?し(?:ました|ております|ています)
  (?:퇴사|퇴직|은퇴)(?:하였|했|하)
`,
  { flags: 'iu' },
);

/** The same of somebody else, as an administrator's automatic reply says it. */
export const THEY_LEFT = phrases(
  String.raw`
  # English
  \b(?:is|are) no longer (?:working |employed |active )?(?:with|at|for|employed|working|part of|a member of)\b
  \bno longer works? (?:with|at|for|here|in)\b
  \b(?:has|have) (?:now |recently )?(?:left (?:the |our )?(?:company|firm|organi[sz]ation|business)|retired|passed away)\b
  # German
  \b(?:ist|sind) (?:[^.!?\n]|(?<=\d)\.){0,50}nicht (?:mehr|länger) (?:[^.!?\n]|(?<=\d)\.){0,40}(?:tätig|beschäftigt|angestellt|unternehmen|firma)
  \barbeitet (?:[^.!?\n]|(?<=\d)\.){0,40}nicht mehr (?:bei|für|in|hier)
  \b(?:hat|ist) (?:[^.!?\n]|(?<=\d)\.){0,60}(?:unternehmen|firma|haus) (?:[^.!?\n]|(?<=\d)\.){0,30}(?:verlassen|ausgeschieden)
  \bist (?:[^.!?\n]|(?<=\d)\.){0,40}(?:verstorben|in (?:den )?ruhestand|in rente)\b
  # French
  \b(?:a quitté (?:l'entreprise|la société|notre)|ne (?:fait plus partie|travaille plus)|n'est plus (?:en poste|employée?|dans l'entreprise|chez))
  # Spanish
  \bya no (?:trabaja|forma parte|pertenece)
  \bha dejado (?:la empresa|la compañía)
  # Italian
  \bnon (?:lavora|fa) più (?:in|per|presso|con|parte)
  \bha lasciato (?:l'azienda|la società)
  # Dutch
  \bis niet (?:meer|langer) (?:werkzaam|in dienst)
  \bwerkt niet (?:meer|langer) (?:bij|voor|hier)
  # Portuguese
  \bnão (?:trabalha|faz parte) mais
  \bjá não (?:trabalha|faz parte)
  # Swedish, Danish, Norwegian, Finnish
  har slutat (?:på|hos|sin)
  arbetar inte längre
  arbejder ikke længere
  jobber ikke lenger
  ei (?:enää )?(?:ole|työskentele) (?:enää )?(?:palveluksessa|töissä|yrityksessä)
  # Polish, Czech, Slovak, Hungarian, Romanian
  (?:już )?nie pracuje (?:już )?(?:w|dla|u)\b
  již (?:u nás )?nepracuje
  už (?:u nás )?nepracuje
  már nem dolgozik
  nu mai lucrează
  # Greek, Turkish, Russian, Ukrainian, Bulgarian
  δεν εργάζεται πλέον
  artık (?:[^.!?\n]|(?<=\d)\.){0,40}çalışmamaktadır
  больше не работает
  більше не працює
  вече не работи
  # Croatian, Serbian, Slovenian
  više ne radi\b
  ne dela več
  # Chinese, Japanese, Korean
  已(?:经)?(?:离职|離職|退休)
  は.{0,20}退職
  퇴사
`,
  { flags: 'iu' },
);

/** Behind these stands whom to write to instead. */
export const WRITE_TO = phrases(
  String.raw`
  \b(?:contact|write to|reach out to|get in touch with|e-?mail|direct (?:[^.!?\n]|(?<=\d)\.){0,40} to|(?:duties|responsibilities|role|tasks?) (?:[^.!?\n]|(?<=\d)\.){0,20}to|taken over by|successor is|replaced by)
  (?:wenden (?:sie|sie sich) (?:sich )?(?:bitte )?(?:ab sofort |künftig )?an|kontaktieren sie|schreiben sie (?:bitte )?an|nachfolger(?:in)? ist|übernommen von|übernimmt)
  (?:contacter|adresser à|écrire à|remplacée? par|successeur est)
  (?:contact(?:ar|en|e|ad) (?:con|a)?|dirig\S+ a|escrib\S+ a|sustitut\S+ es|contactar)
  (?:contattare|rivolger\S+ a|scrivere a)
  (?:contact op(?:nemen)? met|neem contact op met|mailen? (?:naar|met)|opvolger is|wenden tot)
  (?:contate|contatar|contacte|contactar|entre em contato com|escreva para)
  (?:kontakta|kontakt|vänd dig till|skriv till|henvend dig til|ta kontakt med)
  (?:ottakaa yhteyttä|ota yhteyttä|yhteyshenkilö on)
  (?:skontaktować się z|kontakt z|kontaktujte|obraťte se na|obráťte sa na|forduljon|contactați|επικοινωνήστε με|свяжитесь с|обращайтесь к|зверніться до|свържете се с|obratite se|obrnite na)
`,
  { flags: 'giu' },
);
