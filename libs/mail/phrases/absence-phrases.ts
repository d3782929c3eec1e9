import { phrases } from './phrases.js';

/** How automatic replies are called in their subjects, beside the languages of `automatic.ts`. */
export const MORE_SUBJECTS = phrases(
  String.raw`
  # Swedish, Danish, Norwegian, Finnish
  frånvaro|fraværs?|automatisk svar|ikke til stede|poissa
  # Polish, Czech, Slovak, Hungarian, Romanian
  nieobecno|poza biurem|autoodpowied|automatická odpov|nepřítomnost|mimo kancelář|neprítomnosť|automatikus válasz
  házon kívül|szabadságon|răspuns automat|absent
  # Greek, Turkish, Russian, Ukrainian, Bulgarian
  αυτόματη απάντηση|εκτός γραφείου|otomatik yanıt|ofis dışı|автоматический ответ|нет на месте|вне офиса|автоматична відповідь
  автоматичен отговор|извън офиса
  # Croatian, Serbian, Slovenian, Estonian, Latvian, Lithuanian
  automatski odgovor|odsutan|odsutna|samodejni odgovor|odsotnost|automaatvastus|automātiska atbilde|automatinis atsakymas
  # Hebrew, Arabic, Chinese, Japanese, Korean
  תשובה אוטומטית|מענה אוטומטי|رد تلقائي|خارج المكتب|自动答复|自動回覆|外出|休假|부재|자동 (?:응답|회신)
`,
  { before: '^', flags: 'iu' },
);

/** "I am away", beside the languages of `automatic.ts`. */
export const AWAY_MORE = phrases(
  String.raw`
  # Swedish, Danish, Norwegian
  inte (?:på kontoret|anträffbar|tillgänglig)
  (?:har|på) (?:semester|ledighet|föräldraledig\w*|tjänsteresa)
  ikke (?:på kontoret|til stede|tilgængelig|tilgjengelig|å treffe)
  (?:holder|har|på) (?:ferie|orlov|barsel\w*|permisjon)
  bortreist
  # Finnish
  (?:olen|poissa) (?:lomalla|poissa|toimistolta|vapaalla|työmatkalla|vanhempainvapaalla)
  # Polish
  (?:jestem|będę|przebywam) (?:\S+ ){0,2}(?:nieobecn\w*|na urlopie|poza biurem|w podróży|na zwolnieniu)
  nie ma mnie w biurze
  # Czech, Slovak
  (?:jsem|budu|som|budem) (?:\S+ ){0,3}(?:nepřítom\w*|neprítom\w*|mimo kancelář|mimo kanceláriu|na dovolen(?:é|ke)|na služební cestě|na služobnej ceste)
  # Hungarian
  szabadságon (?:vagyok|leszek)
  (?:nem vagyok|nem leszek|házon kívül|irodán kívül)
  # Romanian
  (?:sunt|voi fi|mă aflu) (?:\S+ ){0,2}(?:plecat\w*|în concediu|absent\w*|în afara biroului|în deplasare)
  # Greek
  (?:είμαι|βρίσκομαι|θα είμαι|απουσιάζω|θα απουσιάζω)[^.!?\n]{0,40}(?:άδεια|εκτός γραφείου|απουσ\p{L}*|ταξίδι)?
  # Turkish
  (?:izindeyim|izinde olacağım|ofis dışındayım|ofiste değilim|yıllık izin|tatildeyim|seyahatteyim)
  # Russian, Ukrainian, Bulgarian
  (?:в отпуске|в командировке|отсутству\p{L}*|нахожусь вне офиса|не на месте)
  (?:у відпустці|у відрядженні|відсутн\p{L}*|поза офісом)
  (?:в отпуск|отсъства\p{L}*|в командировка|извън офиса)
  # Croatian, Serbian, Slovenian
  (?:na godišnjem|na odmoru|odsutan|odsutna|nisam u uredu|nisam u kancelariji|na službenom putu)
  (?:na dopustu|odsoten|odsotna|nisem v pisarni)
  # Estonian, Latvian, Lithuanian
  (?:puhkusel|kontorist ära|lähetuses)
  (?:atvaļinājumā|prombūtnē|komandējumā|ārpus biroja)
  (?:atostog\w*|nesu biure|komandiruotėje|nedirbu iki)
  # Portuguese
  (?:estou|estarei) (?:ausente|de férias|fora|em viagem|de licença)
  # Hebrew, Arabic
  (?:בחופש|בחופשה|מחוץ למשרד|לא נמצא(?:ת)? במשרד|חופשת לידה)
  (?:في إجازة|خارج المكتب|إجازة)
  # Chinese, Japanese, Korean
  (?:休假|外出|不在办公室|不在辦公室|出差|年假)
  (?:休暇|不在|出張|休み|席を外)
  (?:휴가|부재|출장|자리를 비)
`,
  { flags: 'iu' },
);

/** "We have received your mail", beside the languages of `automatic.ts`. */
export const RECEIVED_MORE = phrases(
  String.raw`
  # Swedish, Danish, Norwegian, Finnish
  vi har (?:mottagit|tagit emot|modtaget|mottatt)
  olemme vastaanottaneet
  # Polish, Czech, Slovak, Hungarian, Romanian
  otrzymaliśmy
  (?:obdrželi|přijali|dostali) jsme
  (?:prijali|dostali|obdržali) sme
  megkaptuk
  am (?:primit|recepționat)
  # Greek, Turkish, Russian, Ukrainian, Bulgarian
  (?:λάβαμε|έχουμε λάβει)
  (?:e-?postanız|mesajınız|talebiniz)[^.!?\n]{0,30}(?:alındı|ulaştı|alınmıştır|ulaşmıştır)
  (?:мы получили|ваше (?:письмо|обращение) (?:получено|принято))
  (?:ми отримали|отримали ваш)
  получихме
  # Croatian, Slovenian, Baltic languages
  (?:zaprimili smo|primili smo|prejeli smo|oleme kätte saanud|esam saņēmuši|gavome)
  # Chinese, Japanese, Korean, Hebrew, Arabic
  (?:我们已收到|已收到您的|我們已收到)
  (?:受け付け|受付|お問い合わせ(?:を)?いただき)
  (?:접수되었|접수했|접수하였)
  (?:קיבלנו את|פנייתך התקבלה|لقد استلمنا|تم استلام)
`,
  { flags: 'iu' },
);
