import type { Header } from '../../../../libs/mail/index.js';
import { fieldsOf } from '../../../../libs/mail/index.js';
import { resultsField } from './results-field.js';
import { trustedResults } from './trusted-results.js';

const OURS = 'mx.ours.example';
const of = (...lines: string[]): Header[] => fieldsOf([...lines, 'From: maria@buyer.example', 'Subject: x'].join('\n'));
const judged = (...lines: string[]) => trustedResults(of(...lines), OURS, 'maria@buyer.example');
const PASS = 'dmarc=pass header.from=buyer.example';
const field = (results: string, id = OURS) => `Authentication-Results: ${id}; ${results}`;
const RECEIVED =
  'Received: from out.buyer.example (out.buyer.example [192.0.2.1])\n by mx.ours.example with ESMTPS id 1';

describe('a field as RFC 8601 writes it', () => {
  const results = (value: string) =>
    resultsField(value)?.results.map(({ method, result, properties }) => [method, result, ...properties.entries()]);

  test.each([
    ['example.com 1; none', []],
    [
      'example.com; dkim=pass reason="good (really)" header.d=a.example',
      [['dkim', 'pass', ['reason', 'good (really)'], ['header.d', 'a.example']]],
    ],
    ['foo.example (a (nested) comment; dmarc=pass) ; dmarc (x) = (y) fail', [['dmarc', 'fail']]],
    [
      '"example.com"; spf/1=pass smtp.mailfrom=prvs=12=a@b.example',
      [['spf', 'pass', ['smtp.mailfrom', 'prvs=12=a@b.example']]],
    ],
    [
      'example.com;\tdkim=pass header.i=@a.example;dkim=fail header.i=@b.example',
      [
        ['dkim', 'pass', ['header.i', '@a.example']],
        ['dkim', 'fail', ['header.i', '@b.example']],
      ],
    ],
    // dropped: what is no result, or says a thing twice
    ['example.com; dmarc="pass"', []],
    ['example.com; dmarc=pass header.from=a.example header.from=b.example', []],
    ['example.com; dmarc=pass and more', []],
    ['example.com; "dmarc"=pass', []],
  ])('%s', (value, expected) => expect(results(value)).toEqual(expected));

  test.each([
    '',
    ';',
    'spf=pass (x) smtp.mailfrom=a.example; dkim=pass',
    'a b; dmarc=pass',
    'a (; dmarc=pass',
    'a; x="y',
  ])('%p is none', (value) => expect(resultsField(value)).toBeNull());
});

describe('the word of the mailbox’s own server', () => {
  test.each([
    ['at the top', [field(PASS), RECEIVED]],
    ['below its own Received', [RECEIVED, field(PASS)]],
    [
      'below others of its domain',
      ['Received: from mx.ours.example by imap.ours.example with LMTP', RECEIVED, field(PASS)],
    ],
    ['below a server inside that has no name', ['Received: by 2001:db8::1 with SMTP id 7', RECEIVED, field(PASS)]],
    [
      'of its signature, where there is no policy',
      [field('dmarc=none header.from=buyer.example; dkim=pass header.d=buyer.example')],
    ],
    ['of a signature by its identity', [field('dkim=pass header.i=m@buyer.example')]],
  ])('counts %s', (_, lines) => expect(judged(...lines)).toMatchObject({ result: 'pass' }));

  test('also where it says that the check failed', () => {
    expect(judged(field('dmarc=fail header.from=buyer.example'))).toEqual({
      result: 'fail',
      evidence: 'dmarc=fail header.from=buyer.example (mx.ours.example)',
    });
  });
});
