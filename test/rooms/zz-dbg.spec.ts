import { House } from '../support/house.js';
test('x', async () => {
  const house = await House.open();
  const log = await house.source.driver.createSchemaBuilder().log();
  console.log(log.upQueries.map((q) => q.query).filter((q) => /"(task|absence|conversation|objection|promise|theme|theme_item|found_person)"/.test(q) && !/DROP CONSTRAINT/.test(q)).join('\n'));
  await house.close();
});
