import * as fc from 'fast-check';
import { branch, call, email, interestCheck, pause, play, task } from './builders.js';
import { checkPlay } from './index.js';

const whole = play(
  email('hello', { questions: ['Who counts the stock?'], evidence: ['Case 12'], lenses: { champion: 'You gain' } }),
  interestCheck('ask', 5, { afterDays: 2 }),
  branch('fork', { interestAtLeast: 'curious' }, 'talk', 'write'),
  call('talk'),
  branch('done', { lastDispositionIn: ['busy', 'no_answer'] }, 'write', 'end'),
  email('write'),
  pause('week', 7),
  task('visit'),
);
const problems = (input: unknown): { path: string; code: string }[] => {
  const result = checkPlay(input);
  return 'problems' in result ? result.problems.map(({ path, code }) => ({ path, code })) : [];
};
const withStep = (step: object): unknown => ({ steps: [step] });

describe('a play that is in order', () => {
  it('comes back as it was, as a copy', () => {
    const result = checkPlay(whole);
    expect(result).toEqual({ play: whole });
    expect('play' in result && result.play.steps[0]).not.toBe(whole.steps[0]);
  });

  it('survives the way through JSON', () => {
    expect(checkPlay(JSON.parse(JSON.stringify(whole)))).toEqual({ play: whole });
  });
});

describe('a play with a mistake', () => {
  it.each([
    ['no object', null, '', 'not_an_object'],
    ['a list', [], '', 'not_an_object'],
    ['no steps', {}, 'steps', 'missing'],
    ['an empty list of steps', { steps: [] }, 'steps', 'empty'],
    ['31 steps', { steps: Array.from({ length: 31 }, (_, i) => email(`s${i}`)) }, 'steps', 'too_many'],
    ['a field of its own', { ...whole, name: 'x' }, 'name', 'unknown_field'],
    ['a step that is text', { steps: ['email'] }, 'steps[0]', 'not_an_object'],
    ['a hole', { steps: Array(1) }, 'steps[0]', 'not_an_object'],
    ['a step without a kind', withStep({ key: 'a' }), 'steps[0].kind', 'missing'],
    ['a kind that is none', withStep({ ...email('a'), kind: 'fax' }), 'steps[0].kind', 'unknown_word'],
    ['a mistyped field', withStep({ ...email('a'), bodi: 'x' }), 'steps[0].bodi', 'unknown_field'],
    ['a field of another kind', withStep({ ...email('a'), title: 'x' }), 'steps[0].title', 'unknown_field'],
    [
      'a hostile field',
      { steps: [JSON.parse('{"__proto__":1,"kind":"wait","key":"a","intent":"b","days":1}')] },
      'steps[0].__proto__',
      'unknown_field',
    ],
    ['a key with a blank', withStep(email('a b')), 'steps[0].key', 'bad_key'],
    ['a key that means the end', withStep(email('end')), 'steps[0].key', 'bad_key'],
    ['a key too long', withStep(email('a'.repeat(41))), 'steps[0].key', 'too_long'],
    ['no intent', withStep({ ...email('a'), intent: undefined }), 'steps[0].intent', 'missing'],
    ['a blank subject', withStep(email('a', { subject: '  ' })), 'steps[0].subject', 'empty'],
    [
      'a subject that smuggles a header',
      withStep(email('a', { subject: 'Hi\r\nBcc: x@y.z' })),
      'steps[0].subject',
      'several_lines',
    ],
    ['a NUL', withStep(email('a', { body: 'a\0b' })), 'steps[0].body', 'bad_character'],
    ['half a character', withStep(email('a', { body: '\ud83d' })), 'steps[0].body', 'bad_character'],
    ['a body too long', withStep(email('a', { body: 'x'.repeat(20_001) })), 'steps[0].body', 'too_long'],
    ['a lens for nobody', withStep({ ...email('a'), lenses: { king: 'x' } }), 'steps[0].lenses.king', 'unknown_field'],
    ['an empty question', withStep(email('a', { questions: ['Why?', ''] })), 'steps[0].questions[1]', 'empty'],
    ['a day before', withStep(email('a', { afterDays: -1 })), 'steps[0].afterDays', 'out_of_range'],
    ['a day that is none', withStep(email('a', { afterDays: NaN })), 'steps[0].afterDays', 'not_a_number'],
    ['a number as text', withStep({ ...pause('a', 1), days: '7' }), 'steps[0].days', 'not_a_number'],
    ['half an attempt', withStep(call('a', 1.5)), 'steps[0].maxAttempts', 'not_a_number'],
    ['no attempt', withStep(call('a', 0)), 'steps[0].maxAttempts', 'out_of_range'],
    [
      'a branch on nothing',
      withStep({ ...branch('a', { hasEmail: true }, 'end', 'end'), when: {} }),
      'steps[0].when',
      'one_condition',
    ],
    [
      'a branch on two things',
      withStep({ ...branch('a', { hasEmail: true }, 'end', 'end'), when: { hasEmail: true, hasPhone: true } }),
      'steps[0].when',
      'one_condition',
    ],
    [
      'a branch on no interest that exists',
      withStep(branch('a', { interestAtLeast: 'unknown' as 'none' }, 'end', 'end')),
      'steps[0].when.interestAtLeast',
      'unknown_word',
    ],
    [
      'a branch on one disposition twice',
      withStep(branch('a', { lastDispositionIn: ['busy', 'busy'] }, 'end', 'end')),
      'steps[0].when.lastDispositionIn',
      'duplicate',
    ],
    [
      'a branch to nowhere',
      play(branch('a', { hasEmail: true }, 'x', 'b'), email('b')),
      'steps[0].then',
      'unknown_step',
    ],
    [
      'a branch back',
      play(email('a'), branch('b', { hasEmail: true }, 'a', 'end')),
      'steps[1].then',
      'backward_branch',
    ],
    ['a branch to itself', play(branch('b', { hasEmail: true }, 'end', 'b')), 'steps[0].else', 'backward_branch'],
    ['one key twice', play(email('a'), email('a')), 'steps[1].key', 'duplicate_key'],
    [
      'a step to which no way leads',
      play(branch('a', { hasEmail: true }, 'end', 'c'), email('b'), email('c')),
      'steps[1]',
      'unreachable_step',
    ],
  ])('is refused: %s', (_, input, path, code) => expect(problems(input)).toEqual([{ path, code }]));

  it('hears of every mistake at once', () => {
    const found = problems({ steps: [{ kind: 'call', key: 'A' }, email('b', { subject: '' })], extra: 1 });
    expect(found).toEqual([
      { path: 'steps[0].key', code: 'bad_key' },
      { path: 'steps[0].intent', code: 'missing' },
      { path: 'steps[0].maxAttempts', code: 'missing' },
      { path: 'steps[0].retryAfterHours', code: 'missing' },
      { path: 'steps[1].subject', code: 'empty' },
      { path: 'extra', code: 'unknown_field' },
    ]);
  });

  it('gets its problems listed, whatever it is: nothing throws', () => {
    const kinds = fc.constantFrom('email', 'interest_check', 'call', 'task', 'wait', 'branch', 'fax');
    const fields = ['key', 'intent', 'subject', 'lenses', 'when', 'then', 'days', 'questions', 'afterDays'];
    const step = fc
      .tuple(kinds, fc.dictionary(fc.constantFrom(...fields), fc.anything()))
      .map(([kind, rest]) => ({ ...rest, kind }));
    const input = fc.oneof(fc.anything(), fc.record({ steps: fc.array(fc.oneof(step, fc.anything())) }));
    fc.assert(
      fc.property(input, (given) => {
        const result = checkPlay(given);
        expect('play' in result || result.problems.length > 0).toBe(true);
      }),
    );
  });
});
