import { judgeEvent, type EventEvidence } from './judge.js';

const judge = (facts: Partial<EventEvidence>) =>
  judgeEvent({ recipient: 'x@y.example', words: '', status: null, temporary: false, category: null, ...facts });

describe('an event of a provider', () => {
  test.each<[Partial<EventEvidence>, string, string]>([
    [{ words: '550 5.1.1 user unknown' }, 'hard', 'userunknown'],
    // words and class say the same, where the words alone would not be sure
    [{ words: '550 5.7.1 no such user here' }, 'policy', 'filtered'],
    [{ words: '550 5.7.1 no such user here', category: 'userunknown' }, 'hard', 'userunknown'],
    // silent words: the class
    [{ category: 'userunknown' }, 'hard', 'userunknown'],
    [{ words: '550 no', category: 'blocked' }, 'policy', 'blocked'],
    // words that say another thing outweigh the class
    [{ words: '550 5.7.1 blocked by Spamhaus', category: 'userunknown' }, 'policy', 'blocked'],
    // what the provider calls temporary ends nobody
    [{ words: '550 5.1.1 user unknown', temporary: true }, 'soft', 'userunknown'],
    [{ category: 'userunknown', temporary: true }, 'soft', 'userunknown'],
    [{}, 'soft', 'undefined'],
  ])('%j: %s, %s', (facts, bounceClass, reason) => {
    expect(judge(facts)).toMatchObject({ class: bounceClass, reason });
  });
});
