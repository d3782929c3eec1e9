import { House } from '../support/house.js';
test('tmp', async () => {
  const house = await House.open();
  const ops = await house.as('sales_ops');
  const { openApi } = await import('../../src/platform/index.js');
  const doc = openApi((house as any).app);
  console.log(Object.keys(doc.paths).filter((p) => /cohort|snapshot|rule/.test(p)).join('\n'));
  console.log(JSON.stringify((doc.components!.schemas as any).NewCohort), JSON.stringify((doc.components!.schemas as any).PreviewView).slice(0, 600));
  const sql = await house.source.driver.createSchemaBuilder().log();
  console.log('drift', sql.upQueries.map((q) => q.query).filter((q) => /cohort|snapshot_/.test(q)));
  const deep = '{"rule":' + '{"not":'.repeat(100000) + '{}' + '}'.repeat(100000) + ',"requiredRoles":["champion"]}';
  console.log('deep', (await ops.post('/cohort-previews', deep)).status, JSON.stringify((await ops.post('/cohort-previews', deep)).body).slice(0,200));
  const deep2 = '{"rule":' + '{"not":'.repeat(3000) + '{}' + '}'.repeat(3000) + ',"requiredRoles":["champion"]}';
  console.log('deep2', (await ops.post('/cohort-previews', deep2)).status);
  console.log('proto', (await ops.post('/cohort-previews', '{"rule":{"__proto__":{"field":"name","op":"is_empty"}},"requiredRoles":["champion"]}')).status);
  await house.close();
}, 30000);
