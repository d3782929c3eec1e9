import { libpqEnvironment } from './libpq.js';

test('an address becomes what libpq reads, its passwords as they are meant', () => {
  expect(
    libpqEnvironment('postgresql://ow%40ner:p%2Fa%25ss@db.example:6432/over%20ture?sslmode=no-verify', { LANG: 'de' }),
  ).toEqual({
    LANG: 'de',
    PGHOST: 'db.example',
    PGPORT: '6432',
    PGUSER: 'ow@ner',
    PGPASSWORD: 'p/a%ss',
    PGDATABASE: 'over ture',
    PGSSLMODE: 'require',
  });
});

test.each([
  ['a socket', 'postgresql:///overture?host=/run/postgresql', { PGHOST: '/run/postgresql', PGDATABASE: 'overture' }],
  ['an IPv6 address', 'postgres://[::1]:5433/o', { PGHOST: '::1', PGPORT: '5433', PGDATABASE: 'o' }],
])('%s', (_, address, expected) => {
  expect(libpqEnvironment(address, {})).toEqual(expected);
});

test('what stands in the environment leads nowhere else, and fills what the address leaves open', () => {
  const env = { PGSERVICE: 'other', PGHOSTADDR: '192.0.2.1', PGDATABASE: 'other', PGPASSWORD: 'kept' };
  expect(libpqEnvironment('postgres://me@db.example/overture', env)).toEqual({
    PGHOST: 'db.example',
    PGUSER: 'me',
    PGDATABASE: 'overture',
    PGPASSWORD: 'kept',
  });
});
