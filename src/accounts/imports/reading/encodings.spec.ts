import iconv from 'iconv-lite';
import { decodingsOf } from './encodings.js';

const TEXTS: [string, string[], string][] = [
  [
    'German',
    ['windows-1252', 'cp850', 'macintosh'],
    'Nordmühle GmbH;Jürgen Groß;Köln\nSüßwaren Öhler;Götz Bähr;Zürich',
  ],
  ['one name', ['windows-1252', 'cp850'], 'Firma;Ort\nMüller;Berlin'],
  [
    'French',
    ['windows-1252', 'cp850', 'macintosh'],
    'Société Générale;Hélène Lefèvre;Besançon\nÉts. Côté;François Noël;Orléans',
  ],
  ['Spanish', ['windows-1252', 'cp850', 'macintosh'], 'Compañía Muñoz;José Núñez;Málaga\nPeñarol;Íñigo López;Cádiz'],
  ['Danish', ['windows-1252', 'cp850'], 'Smørrebrød A/S;Søren Ågård;Ærø\nBlåbær;Åse Østergård;Århus'],
  ['Icelandic', ['windows-1252'], 'Þórður ehf;Guðrún Ægisdóttir;Reykjavík\nSjóvá;Þóra Sæmundsdóttir;Akureyri'],
  [
    'Polish',
    ['windows-1250', 'iso-8859-2', 'cp852'],
    'Spółka Łódź;Małgorzata Wójcik;Gdańsk\nŻabka;Zażółć Gęślą;Kraków',
  ],
  ['Czech', ['windows-1250', 'cp852'], 'Škoda Auto;Jiří Dvořák;Plzeň\nÚřad;Zdeněk Růžička;Děčín'],
  ['Hungarian', ['windows-1250', 'cp852'], 'Győri Keksz;Őrsi Zoltán;Gyöngyös\nSzűcs Kft;Béla Kövér;Hűvösvölgy'],
  ['Turkish', ['windows-1254'], 'Işık Gıda;Gülşen Çağlar;Eskişehir\nŞeker A.Ş.;İbrahim Yılmaz;Muğla'],
  ['Russian', ['windows-1251', 'koi8-r', 'cp866', 'iso-8859-5'], 'Лукойл;Иван Петров;Москва\nСевер;Ольга Щукина;Тверь'],
  ['Greek', ['windows-1253'], 'Ελληνικά Πετρέλαια;Γιώργος Παπαδόπουλος;Αθήνα\nΔέλτα;Ελένη Ζήση;Πάτρα'],
  ['Lithuanian', ['windows-1257'], 'Žalgiris;Jūratė Šimkutė;Panevėžys\nĄžuolas;Eglė Čepaitė;Šiauliai'],
  [
    'Japanese',
    ['shift_jis', 'euc-jp'],
    '株式会社東芝,山田太郎,東京都港区\n日本製鉄,鈴木花子,大阪市北区\nトヨタ自動車,佐藤一郎,愛知県豊田市',
  ],
  ['Chinese', ['gb18030'], '中国石油天然气集团公司,王小明,北京市东城区\n上海汽车集团股份有限公司,李华,上海市静安区'],
];

const cases = TEXTS.flatMap(([language, encodings, text]) =>
  encodings.map((encoding) => [language, encoding, text] as const),
);

test.each(cases)('%s in %s is read as it was written', (_, encoding, text) => {
  const [best, ...others] = decodingsOf(iconv.encode(text, encoding), false);
  const words = text.match(/[^\s,;]*[^\0-\x7F\s,;][^\s,;]*/g)!;
  expect(best!.words).toEqual(words.slice(0, 3));
  // a person sees what else it could be
  expect(others).toHaveLength(2);
});

test('UTF-8 leaves no doubt, also with one broken letter', () => {
  expect(decodingsOf(Buffer.from('Müller'), true)).toEqual([]);
  expect(decodingsOf(Buffer.concat([Buffer.from('Müller Köln Größe'), Buffer.from([0xfc])]), false)).toEqual([]);
});
