import { phrases } from './phrases.js';

/** What may stand around a wish without changing it. */
const POLITE = String.raw`(?:please|pls|kindly|immediately|now|at once|asap|all|thanks|thank you|many thanks|thx|cheers|bitte|sofort|umgehend|danke|vielen dank|danke sch[öo]n|s'il (?:vous|te) pla[iî]t|svp|merci(?: d'avance| beaucoup| de)?|por favor|gracias|muchas gracias|per favore|per cortesia|grazie|graag|alstublieft|a\.?u\.?b\.?|bedankt|dank (?:u|je)|obrigad[oa]|vänligen|snälla|tack|vær så snill|venligst|tak|takk|ole hyvä|kiitos|proszę|dziękuję|prosím|děkuji|ďakujem|kérem|köszönöm|vă rog|mulțumesc|παρακαλώ|ευχαριστώ|lütfen|teşekkürler|teşekkür ederim|пожалуйста|спасибо|будь ласка|дякую|моля|благодаря|molim(?: vas)?|hvala|prosim|palun|aitäh|lūdzu|paldies|prašau|ačiū|בבקשה|תודה|من فضلك|شكرا|请|請|谢谢|謝謝|お願いします|お願いいたします|ありがとうございます|부탁드립니다|감사합니다)`;

/** A sentence that asks for nothing but to be left alone: all of it, politeness aside. */
export const WHOLE_WISH = phrases(
  String.raw`
  # English
  stop(?: it| this| now)?
  (?:unsubscribe|remove|delete|take|drop|strike)(?: me| us| my (?:name|address|e-?mail(?: address)?|details|data)| this (?:address|e-?mail(?: address)?))?(?: off| out)?(?: (?:from|off|of) )?(?:(?:your|the|this|any|all)(?: (?:of|your|the|further|future|mailing|e-?mail|distribution|contact|marketing)){0,3} (?:lists?|database|distribution|newsletters?|records|system|mails?|e-?mails?|mailings?))?
  (?:stop|quit|cease) (?:e-?mailing|contacting|writing(?: to)?|sending|spamming|bothering|mailing)(?: me| us)?(?: (?:these|any|more|your|such|this|further|unsolicited))*(?: (?:e-?mails?|mails?|messages|newsletters?|spam))?(?: to me)?
  stop (?:these|the|this|all|your) (?:e-?mails?|mails?|messages|newsletters?|spam)
  (?:do not|don't|never) (?:ever )?(?:e-?mail|contact|write(?: to)?|send|mail|spam|bother)(?: me| us)?(?: (?:any|more|further|such|these|your))*(?: (?:e-?mails?|mails?|messages|newsletters?|spam|anything))?(?: (?:again|any ?more|any longer|ever again))*
  (?:no (?:more|further)|cease(?: all)?) (?:e-?mails?|mails?|messages|contact|communications?)(?: from you)?
  leave (?:me|us) alone
  (?:i|we)(?: want| wish|'d like| would like) to (?:unsubscribe|opt out|be removed|be taken off)(?: (?:from|of|off)? ?(?:your|the|this) (?:mailing |e-?mail )?(?:list|database|newsletter|e-?mails?|mailings?))?
  opt[ -]?(?:me )?out(?: of (?:your|these|this|all)(?: \w+)? ?(?:e-?mails?|lists?|mailings?))?
  # German
  (?:abmelden|abmeldung|abbestellen|austragen|löschen|stopp?|keine (?:weiteren )?(?:e-?mails?|mails?|nachrichten|werbung)(?: mehr)?)
  (?:nehmen|streichen|löschen|entfernen|tragen|melden) sie (?:bitte )?(?:mich|uns|meine (?:adresse|daten|e-?mail-?adresse)|diese adresse)(?: bitte)?(?: (?:aus|von|in))?(?: (?:dem|ihrem|der|ihrer|allen))?(?: (?:verteilern?|listen?|verteilerliste|datenbank|newsletter|mailingliste))?(?: (?:aus|ab|heraus|raus|streichen))?
  (?:ich|wir) (?:möchte|will|wünsche|möchten|wollen)(?: bitte)? (?:mich |uns )?(?:abmelden|keine (?:weiteren )?(?:e-?mails?|mails?|nachrichten|werbung)(?: mehr)?(?: (?:erhalten|bekommen|von ihnen))*)
  (?:schreiben|kontaktieren|senden|schicken|mailen) sie (?:mir|mich|uns) (?:bitte )?(?:nicht mehr|nie wieder|keine (?:weiteren )?(?:e-?mails?|mails?|nachrichten|werbung)(?: mehr)?)(?: (?:an|zu|schreiben))?
  lassen sie (?:mich|uns) (?:bitte )?in ruhe
  # French
  (?:désinscri(?:re|ption|vez)|désabonne(?:r|ment|z)|se désabonner|stop)(?:[ -](?:moi|nous))?
  (?:me |nous )?(?:désinscri\w+|désabonn\w+|retir\w+|supprim\w+|enlev\w+|radi\w+)(?:[ -](?:moi|nous))?(?: (?:mon adresse|mes données))?(?: (?:de|du))?(?: (?:votre|vos|la|cette|le))?(?: (?:listes?|fichiers?|base(?: de données)?|diffusion|liste de diffusion|newsletter))?
  ne (?:plus )?(?:me|nous) (?:contact\w+|envoy\w+|écri\w+|sollicit\w+)(?: plus)?(?: (?:de |d'|vos )?(?:mails?|e-?mails?|messages|publicités?))?
  je (?:ne )?(?:souhaite|veux|désire) (?:plus recevoir (?:vos|de|ces) (?:mails?|e-?mails?|messages)|me désabonner|me désinscrire)
  laissez-moi tranquille
  # Spanish
  (?:baja|darme de baja|cancelar|cancelar suscripción|stop)
  (?:d[eé]n?me|dar|den|deme|darme|dame|denme|d[eé]me) de baja(?: de (?:su|la|esta) (?:lista|base de datos))?
  (?:quiero|deseo|solicito) (?:darme de|la) baja
  (?:elim[ií]n\w*|borr\w*|quit\w*|bórr\w*|quít\w*)(?:me|nos)?(?: mi (?:correo|dirección))?(?: de)?(?: (?:su|la|esta))?(?: (?:lista|base(?: de datos)?))?
  no (?:me|nos) (?:escrib\w+|env[ií]\w+|contact\w+|mand\w+)(?: (?:más|mas|nunca más))*(?: (?:correos?|e-?mails?|mensajes))?(?: más)?
  no (?:quiero|deseo) recibir (?:más )?(?:sus )?(?:correos?|e-?mails?|mensajes)(?: suyos)?
  # Italian
  (?:cancella(?:mi|zione|temi)?|disiscriv\w+|stop)(?: (?:dalla|dal|da)(?: (?:vostra|questa))? (?:lista|mailing list|database|elenco|newsletter))?
  (?:cancell\w+|rimuov\w+|toglie\w+|elimin\w+)(?:mi|temi|ci)?(?: il mio indirizzo)? (?:dalla|dal|da)(?: (?:vostra|vostro|questa))? (?:lista|mailing list|database|elenco|newsletter)
  non (?:voglio|desidero|vorrei) (?:più )?ricevere (?:più )?(?:le vostre |vostre |altre )?(?:e-?mail|mail|messaggi|comunicazioni)
  non (?:mi |ci )?(?:scriv\w+|contatt\w+|invi\w+|mandate\w*)(?: più)?(?: (?:e-?mail|mail|messaggi))?
  # Dutch
  (?:uitschrijven|afmelden|stop)
  (?:verwijder(?:en)? (?:mij|me|ons)|haal (?:mij|me|ons)|schrijf (?:mij|me|ons)|meld (?:mij|me|ons))(?: (?:uit|van|af))*(?: (?:uw|jullie|de|deze))?(?: (?:lijst|mailinglijst|bestand|adressenlijst))?(?: af)?
  (?:ik wil |stuur (?:mij|me|ons) )?geen (?:e-?mails?|mails?|berichten) meer(?: ontvangen)?
  niet meer (?:mailen|contacteren|benaderen)
  # Portuguese
  (?:remover|descadastrar|cancelar(?: inscrição)?)
  (?:retir|remov|elimin|exclu|tir|descadastr)\w*(?:-me|-nos| me| meu (?:e-?mail|endereço))?(?: (?:da|do))?(?: (?:sua|vossa|seu))?(?: (?:lista|base(?: de dados)?|mailing))?
  não (?:quero|desejo)(?: mais)? receber(?: mais)?(?: (?:seus|os vossos|estes))? (?:e-?mails?|mensagens)
  não me (?:contact\w+|envi\w+|escrev\w+)(?: mais)?(?: (?:e-?mails?|mensagens))?
  # Swedish, Danish, Norwegian, Finnish
  (?:avregistrera(?: mig)?|avsluta prenumeration(?:en)?|ta bort mig(?: från (?:er|din|listan|er lista))?|sluta (?:mejla|maila|skicka (?:mejl|mail|e-?post))(?: (?:mig|till mig))?|kontakta mig inte(?: igen| mer)?|jag vill inte ha fler (?:mejl|mail))
  (?:afmeld(?: mig)?|slet mig(?: fra (?:jeres|din) liste)?|fjern mig(?: fra (?:jeres|din|listen)(?: liste)?)?|stop med at (?:skrive|maile)(?: til mig)?|kontakt mig ikke(?: igen)?|ikke flere (?:mails|e-?mails))
  (?:meld meg av(?: (?:listen|nyhetsbrevet))?|fjern meg(?: fra (?:deres|listen|listen deres))?|slutt å (?:sende|skrive)(?: (?:meg|til meg|e-?post|mailer))*|ikke kontakt meg(?: igjen| mer)?|stopp)
  (?:poistakaa? (?:minut|meidät|osoitteeni)(?: (?:listalta(?:nne)?|postituslistalta(?:nne)?))?|peruuta tilaus|älkää (?:lähettäkö|ottako yhteyttä)(?: (?:minulle|enää|sähköpostia|viestejä))*|en halua (?:enää )?(?:sähköpostia|viestejä))
  # Polish, Czech, Slovak, Hungarian, Romanian
  (?:(?:o )?wypisanie(?: mnie)?(?: z listy)?|wypisz(?:cie)? mnie(?: z (?:listy|newslettera))?|(?:o )?usunięcie (?:mnie|mojego adresu)(?: z (?:listy|bazy))?|usuńcie (?:mnie|mój adres)(?: z (?:listy|bazy))?|(?:proszę )?nie (?:pisać|kontaktować się)(?: (?:do mnie|ze mną|więcej))*|nie chcę (?:więcej )?(?:otrzymywać )?(?:maili|wiadomości))
  (?:odhlásit(?: se)?|odhlaste mě|odhlašte mě|vymažte mě(?: ze seznamu)?|vyřaďte mě(?: ze seznamu)?|nepište mi(?: (?:už|více))?|nekontaktujte mě(?: (?:už|více))?|nepřeji si (?:další )?(?:e-?maily|zprávy))
  (?:odhlásiť(?: sa)?|odhláste ma|vymažte ma(?: zo zoznamu)?|vyraďte ma(?: zo zoznamu)?|nepíšte mi(?: (?:už|viac))?|nekontaktujte ma(?: (?:už|viac))?|neželám si (?:ďalšie )?(?:e-?maily|správy))
  (?:leiratkozás|leiratkozom|iratkoztass(?:on|anak)? le|töröljenek(?: a listáról)?|töröljön(?: a listáról)?|ne írjanak(?: (?:többet|többé|nekem))*|ne küldjenek (?:több )?(?:e-?mailt|levelet)|nem kérek (?:több )?(?:e-?mailt|levelet))
  (?:dezabonare|dezabonați-mă|vreau să mă dezabonez|ștergeți-mă(?: din (?:listă|baza de date))?|scoateți-mă(?: din listă)?|nu-mi mai (?:scrieți|trimiteți)(?: (?:e-?mailuri|mesaje))?|nu mă mai contactați|nu (?:mai )?doresc (?:să primesc )?(?:e-?mailuri|mesaje))
  # Greek, Turkish, Russian, Ukrainian, Bulgarian
  (?:διαγραφή|κατάργηση εγγραφής|διαγράψτε με(?: από τη λίστα(?: σας)?)?|μη(?:ν)? μου (?:στέλνετε|γράφετε)(?: (?:άλλα|πια|ξανά))*(?: (?:e-?mail|μηνύματα))?|μη(?:ν)? επικοινωνήσετε ξανά(?: μαζί μου)?)
  (?:abonelikten (?:çık|çıkar|çıkmak istiyorum)|beni (?:listeden|listenizden) (?:çıkarın|çıkarınız|silin|siliniz)|bana (?:bir daha|artık) (?:yazmayın|e-?posta göndermeyin|mail atmayın)|üyeliğimi iptal edin|artık e-?posta (?:istemiyorum|göndermeyin))
  (?:отпис(?:ать(?:ся)?|ка)|отпишите меня(?: от рассылки)?|удалите (?:меня|мой адрес)(?: из (?:списка|рассылки|базы|вашей базы))?|не пишите (?:мне)?(?: больше)?|больше не пишите(?: мне)?|не (?:беспокойте|присылайте)(?: (?:меня|мне|больше|писем|письма))*|стоп)
  (?:відпис(?:атися|ати)|відпишіть мене(?: від розсилки)?|видаліть (?:мене|мою адресу)(?: зі? (?:списку|розсилки|бази))?|не пишіть (?:мені)?(?: більше)?|більше не пишіть(?: мені)?)
  (?:отпишете ме|отписване|премахнете ме(?: от (?:списъка|листата)(?: си)?)?|не ми пишете(?: повече)?|не желая (?:повече )?(?:имейли|съобщения))
  # Croatian, Serbian, Slovenian, Estonian, Latvian, Lithuanian
  (?:odjav(?:a|ite me|i me)|uklonite me(?: s(?:a)? (?:liste|popisa))?|obrišite me(?: s(?:a)? (?:liste|popisa))?|nemojte mi (?:više )?(?:pisati|slati (?:mailove|poruke|e-?mailove))|ne pišite mi više|ne kontaktirajte me(?: više)?)
  (?:odjavite me|odjava|izbrišite me(?: s seznama)?|odstranite me(?: s seznama)?|ne pišite mi več|ne želim več (?:prejemati )?(?:sporočil|e-?pošte))
  (?:tühista tellimus|eemaldage mind(?: nimekirjast)?|eemalda mind(?: nimekirjast)?|ärge (?:saatke|kirjutage)(?: mulle)?(?: (?:enam|kirju|e-?kirju))*|ei soovi (?:rohkem )?(?:kirju|e-?kirju))
  (?:atrakstīties|izņemiet mani(?: no saraksta)?|dzēsiet mani(?: no saraksta)?|nerakstiet man(?: vairs)?|nesūtiet man(?: vairs)?(?: (?:e-?pastus|vēstules))?)
  (?:atsisakyti prenumeratos|išbraukite mane(?: iš (?:sąrašo|jūsų sąrašo))?|pašalinkite mane(?: iš sąrašo)?|neberašykite man|nebesiųskite(?: man)?(?: (?:laiškų|el\. laiškų))?)
  # Hebrew, Arabic
  (?:הסר(?:ה|ו אותי|נא)?|להסיר אותי(?: מהרשימה)?|הסירו אותי(?: מהרשימה| מרשימת התפוצה)?|אל תשלחו לי (?:יותר )?(?:מיילים|הודעות)|הסרה מרשימת תפוצה)
  (?:إلغاء الاشتراك|الغاء الاشتراك|أزيلوني من القائمة|احذفوني من القائمة|لا ترسلوا لي (?:المزيد من )?الرسائل|توقفوا عن مراسلتي)
  # Chinese, Japanese, Korean
  (?:退订|退訂|取消订阅|取消訂閱|不要再(?:给我)?(?:发|發)(?:邮件|郵件|送)?(?:了|给我|給我)?|(?:把我|将我)?从(?:你们的|您的)?(?:列表|名单|邮件列表)(?:中)?(?:删除|移除))
  (?:配信停止|配信を停止して(?:ください|下さい)?|配信解除|購読解除|登録解除|メールを送らないで(?:ください|下さい)|今後(?:の)?メール(?:は|の送信は)(?:不要です|ご遠慮(?:ください|下さい)))
  (?:수신ㆍ?거부|수신 ?거부(?:합니다|해 ?주세요)?|구독 ?취소(?:해 ?주세요)?|메일(?:을)? (?:그만 )?보내지 ?(?:마세요|말아 ?주세요)|더 이상 (?:메일|이메일)(?:을)? 보내지 ?(?:마세요|말아 ?주세요))
`,
  { before: `^(?:${POLITE}[ ,:-]*)*`, after: String.raw`(?:[ ,:-]*(?:${POLITE}))*$`, flags: 'iu' },
);

/** A sentence that changes nothing beside a wish. */
export const BESIDE_A_WISH = phrases(
  String.raw`
  ${POLITE}(?:[ ,]+\p{L}[\p{L}.'-]*){0,3}
  (?:sorry|i am sorry|(?:i am |i'm |we are |we're )?not interested|no interest|kein interesse|(?:ich habe|wir haben) kein interesse|pas intéressée?|no (?:me |nos )?interesa|non (?:mi |ci )?interessa|geen interesse|não tenho interesse|inte intresserad|ikke interesseret|ikke interessert|nie jestem zainteresowan[ya]|nemám zájem|nem érdekel|nu sunt interesat|не интересует|не цікавить)
  (?:(?:with )?(?:kind|best|warm)?\s*(?:regards|wishes|greetings)|best|sincerely|mit (?:freundlichen?|besten) grüßen|(?:viele|freundliche|beste|liebe) grüße|mfg|lg|vg|(?:bien |très )?cordialement|bien à vous|(?:un )?(?:cordial )?saludos?|atentamente|(?:cordiali|distinti) saluti|met vriendelijke groet(?:en)?|groet(?:en)?|atenciosamente|cumprimentos|med vänliga? hälsning(?:ar)?|mvh|med venlig hilsen|vennlig hilsen|terveisin|pozdrawiam|s pozdravem|s pozdravom|üdvözlettel|cu stimă|με εκτίμηση|saygılarımla|с уважением|з повагою|с уважение|pozdrav|lep pozdrav|lugupidamisega|ar cieņu|pagarbiai)(?:[ ,]+\p{L}[\p{L}.'-]*){0,3}
`,
  { before: '^', after: '$', flags: 'iu' },
);
