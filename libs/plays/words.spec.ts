import { DISPOSITIONS, DISPOSITION_FACTS, ENROLMENT_STATES, TERMINAL_STATES, isOneOf } from './index.js';
import * as words from './words.js';

describe('the words', () => {
  it('name nothing twice', () => {
    const lists = Object.values(words).filter((list): list is readonly string[] & typeof list => Array.isArray(list));
    expect(lists).toHaveLength(10);
    for (const list of lists) expect(new Set<string>(list).size).toBe(list.length);
  });

  it('know every disposition, each with a label of its own', () => {
    expect(Object.keys(DISPOSITION_FACTS).sort()).toEqual([...DISPOSITIONS].sort());
    expect(new Set(Object.values(DISPOSITION_FACTS).map(({ label }) => label)).size).toBe(DISPOSITIONS.length);
  });

  it('say "connected" exactly where the name does', () => {
    for (const name of DISPOSITIONS) {
      expect([name, DISPOSITION_FACTS[name].connected]).toEqual([name, name.startsWith('connected_')]);
    }
  });

  it('end an enrolment in states that exist, and recognise no other word', () => {
    for (const state of TERMINAL_STATES) expect(isOneOf(ENROLMENT_STATES, state)).toBe(true);
    for (const alien of ['Finished', '', null, 0, 'constructor']) expect(isOneOf(ENROLMENT_STATES, alien)).toBe(false);
  });
});
