import { partsAfter, splitName } from './person-names.js';

test.each([
  ['Rosa Keller', 'Rosa', 'Keller'],
  ['Kim Abara', 'Kim', 'Abara'],
  ['  Rosa   Keller ', 'Rosa', 'Keller'],
  ['Keller, Rosa', 'Rosa', 'Keller'],
  ['Keller, Dr. Rosa', 'Rosa', 'Keller'],
  ['García Márquez, Juan Carlos', 'Juan Carlos', 'García Márquez'],
  ['Heide, Rosa von der', 'Rosa', 'von der Heide'],
  ['von der Heide, Rosa', 'Rosa', 'von der Heide'],
  ['Dr. Rosa von der Heide', 'Rosa', 'von der Heide'],
  ['Prof. Dr. med. Hans Müller', 'Hans', 'Müller'],
  ['Dipl.-Ing. Jörg Weiß', 'Jörg', 'Weiß'],
  ['Herr Jonas Weber', 'Jonas', 'Weber'],
  ['Juan Carlos García Márquez', 'Juan Carlos', 'García Márquez'],
  ['Juan Carlos de la Cruz', 'Juan Carlos', 'de la Cruz'],
  ['João da Silva Santos', 'João', 'da Silva Santos'],
  ['Vincent Van Gogh', 'Vincent', 'Van Gogh'],
  ['Mohammed bin Salman', 'Mohammed', 'bin Salman'],
  ['Robert Downey Jr.', 'Robert', 'Downey'],
  ['Jane Doe, PhD', 'Jane', 'Doe'],
  ['Jane Doe MBA, PMP', 'Jane', 'Doe'],
  ['Martin Luther King', null, null],
  ['John F. Kennedy', 'John F.', 'Kennedy'],
  ['J. K. Rowling', null, 'Rowling'],
  ['M. Anders', null, 'Anders'],
  ['Robert (Bob) Smith', 'Robert', 'Smith'],
  ["Siobhán O'Brien-Smith", 'Siobhán', "O'Brien-Smith"],
  ['KELLER Rosa', 'Rosa', 'KELLER'],
  ['Jean-Pierre DUPONT', 'Jean-Pierre', 'DUPONT'],
  ['ROSA KELLER', 'ROSA', 'KELLER'],
  ['Mr Smith', null, 'Smith'],
  ['Frau Dr. Keller', null, 'Keller'],
  ['Rosa Keller, Head of Purchasing', 'Rosa', 'Keller'],
  // one word, or not certain
  ['Cher', null, null],
  ['van Gogh', null, null],
  ['María del Carmen López', null, null],
  ['Anna Maria Schmidt', null, null],
  ['María García López', null, null],
  ['Wang Xiaoming', null, null],
  ['Nguyen Van An', null, null],
  ['Иван Иванов', null, null],
  ['محمد علي', null, null],
  // family first
  ['王小明', '小明', '王'],
  ['李娜', '娜', '李'],
  ['欧阳娜娜', '娜娜', '欧阳'],
  ['田中 太郎', '太郎', '田中'],
  ['田中太郎', null, null],
  ['小林誠', null, null],
  ['김민수', '민수', '김'],
  ['남궁민수', '민수', '남궁'],
  ['김 민수', '민수', '김'],
  ['トム・クルーズ', null, null],
  ['Иванов Иван Иванович', 'Иван', 'Иванов'],
  ['Анна Петровна Смирнова', 'Анна', 'Смирнова'],
  // nobody in particular
  ['jonas.weber@casemill.example', null, null],
  ['Purchasing Team', null, null],
  ['Peter and Mary Smith', null, null],
  ['Person 1', null, null],
  ['', null, null],
  ['...', null, null],
])('%s', (full, given, family) => {
  expect(splitName(full)).toEqual({ given, family });
});

test('in a country of family names first, Latin letters do not say which is which', () => {
  for (const country of ['JP', 'CN', 'KR', 'VN', 'HU'])
    expect(splitName('Nagy Anna', country)).toEqual({ given: null, family: null });
  expect(splitName('NAGY Anna', 'HU')).toEqual({ given: 'Anna', family: 'NAGY' });
  expect(splitName('Ana Sofía Rojas Prado', 'CL')).toEqual({ given: 'Ana Sofía', family: 'Rojas Prado' });
});

test('a new full name brings new parts, unless a person entered others', () => {
  const before = { name: 'Rosa Keller', given: 'Rosa', family: 'Keller' };
  expect(partsAfter(before, 'Rosa Meier', null)).toEqual({ given: 'Rosa', family: 'Meier' });
  expect(partsAfter({ ...before, given: 'Rosi' }, 'Rosa Meier', null)).toEqual({ given: 'Rosi', family: 'Keller' });
  expect(partsAfter({ name: null, given: null, family: null }, 'Rosa Meier', null)).toEqual({
    given: 'Rosa',
    family: 'Meier',
  });
});

test('a hostile name of a megabyte is read in no time', () => {
  const start = performance.now();
  for (const piece of ['a ', '(', '"', ', ', 'Dr. ', '王', 'A. ']) splitName(piece.repeat(1_000_000 / piece.length));
  expect(performance.now() - start).toBeLessThan(3_000);
});
