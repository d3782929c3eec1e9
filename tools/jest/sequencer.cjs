const { default: Sequencer } = require('@jest/test-sequencer');

/** What waits for processes and what keeps a core busy by turns, and the short files last, so that no worker is idle at the end. */
const LONG = ['stories', 'console', 'rooms', 'security'];

module.exports = class InTurns extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const suites = LONG.map((name) => sorted.filter((test) => suiteOf(test) === name));
    const rest = sorted.filter((test) => !LONG.includes(suiteOf(test)));
    const ranked = suites.flatMap((suite) => suite.map((test, at) => ({ test, rank: (at + 0.5) / suite.length })));
    // it measures computing, which takes longer in a process that has run many files
    const [measuring, others] = [true, false].map((wanted) =>
      rest.filter(({ path }) => path.endsWith('linear.spec.ts') === wanted),
    );
    return [...measuring, ...ranked.sort((a, b) => a.rank - b.rank).map(({ test }) => test), ...others];
  }
};

const suiteOf = (test) => test.context.config.displayName?.name;
