/** Letters beyond ASCII with which languages are written, in lower case. */
export const ALPHABETS = [
  // German, French, Dutch and Luxembourgish
  'äöüß',
  'àâæçéèêëîïôœùûüÿ',
  'éëïóöü',
  // Spanish, Catalan, Portuguese, Italian
  'áéíóúñü',
  'àçèéíïòóúü',
  'áâãàçéêíóôõú',
  'àèéìíòóù',
  // Swedish and Finnish, Danish and Norwegian, Icelandic, Estonian
  'åäöé',
  'æøåé',
  'áéíóúýþæöð',
  'äöõüšž',
  // Polish, Czech, Slovak, Hungarian, Romanian, Croatian and Slovenian
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýž',
  'áäčďéíĺľňóôŕšťúýž',
  'áéíóöőúüű',
  'ăâîșțşţ',
  'čćđšž',
  // Turkish, Lithuanian, Latvian
  'çğıöşüâî',
  'ąčęėįšųūž',
  'āčēģīķļņšūž',
  // Cyrillic: Russian, Ukrainian, Serbian; Greek
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  'абвгдђежзијклљмнњопрстћуфхцчџш',
  'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ',
].map((letters) => new Set(letters));
