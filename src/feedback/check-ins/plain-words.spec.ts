import { productWords } from './plain-words.js';

test('a question about the people names nothing that is sold', () => {
  expect(
    productWords('Who would you need to involve before anything can change here?', ['Vendor Managed Inventory']),
  ).toEqual([]);
});

test.each([
  ['How would a better price help you?', ['price']],
  ['Who looks after your inventory, and who your INVENTORY levels?', ['inventory']],
  ['May we show you a demo of our solution?', ['demo', 'solution']],
])('%s', (question, words) => {
  expect(productWords(question, ['Vendor Managed Inventory'])).toEqual(words);
});
