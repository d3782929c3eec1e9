import { project } from '../support/project.js';

const { aboveZero, flag, optionsOf, queue, text, whole } = await import(`${project}tools/options.mjs`);

const OPTIONS = {
  json: flag,
  only: { ...text, multiple: true, default: [] },
  rate: { ...aboveZero, default: '1.5' },
  rounds: whole,
  queue,
};
const read = (...args: string[]) => optionsOf(OPTIONS, 'Usage: it', args);

test('numbers come as numbers, and what is not given has its default or is not there', () => {
  expect(read()).toEqual({ json: false, only: [], rate: 1.5 });
  expect(read('--rounds', '0', '--only', 'a', '--only', 'b', '--queue', 'redis', '--json')).toEqual({
    json: true,
    only: ['a', 'b'],
    rate: 1.5,
    rounds: 0,
    queue: 'redis',
  });
});

test.each([
  [['--rate', '0'], '--rate wants a number above 0, not "0".'],
  [['--rate', ''], '--rate wants a number above 0, not "".'],
  [['--rounds', '1.5'], '--rounds wants a whole number, not "1.5".'],
  [['--queue', 'kafka'], '--queue wants redis or postgres, not "kafka".'],
  [['--nope'], "Unknown option '--nope'."],
  [['--rounds'], "Option '--rounds <value>' argument missing."],
])('%j is refused with the usage', (args, message) => {
  expect(() => read(...args)).toThrow(`${message} Usage: it`);
});
