import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { cli, Cluster, withPostgresTools } from '../support/cluster.js';
import { caller, type Json } from '../support/http.js';
import { MailServer } from '../support/mail-server.js';
import { Programs, until } from '../support/programs.js';
import { world } from '../support/world.js';
import { Launched } from './campaign.js';

const PEOPLE = 300;

withPostgresTools(() => {
  let cluster: Cluster;
  let mail: MailServer;
  let app: Programs;
  let again: Programs | undefined;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    [cluster, mail, folder] = await Promise.all([Cluster.open(), MailServer.open(), mkdtemp('/tmp/overture-backup-')]);
    file = `${folder}/overture.dump`;
    const database = await cluster.migrated('live');
    app = await Programs.open('postgres', { smtpUrl: mail.url, database });
  }, 120_000);
  afterAll(async () => {
    await again?.close();
    await app?.close();
    await mail?.close();
    await cluster?.close();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  /** The tools of this machine, and what each was started with: everybody on a machine can read that. */
  async function overheard(): Promise<{ bin: string; said: () => Promise<string> }> {
    const bin = `${folder}/bin`;
    const words = `${folder}/bin/said`;
    await mkdir(bin);
    for (const name of ['pg_dump', 'pg_restore', 'psql'])
      await writeFile(
        `${bin}/${name}`,
        `#!/bin/sh\necho ${name} "$@" >>${words}\nexec ${process.env.TEST_POSTGRES_BIN}/${name} "$@"\n`,
        { mode: 0o755 },
      );
    return { bin, said: () => readFile(words, 'utf8') };
  }

  test('restored in the middle of a campaign, Overture waits for a person, and then contacts nobody twice that it knows of', async () => {
    mail.delay = 40;
    const ops = await app.as('sales_ops');
    const made = await world(app, { organizations: PEOPLE / 3, peopleEach: 3 });
    const launched = await Launched.launch(app, ops, mail, made);
    await until('some are known to have arrived', async () => (await launched.count('sent')) > 0);
    // the tools take their time to start, and some are on the wire whenever they look
    mail.delay = 1_000;
    const { bin, said } = await overheard();
    const backup = await cli(['backup', file], cluster.addresses('live'), { PG_BIN: bin });
    expect(backup).toMatchObject({
      code: 0,
      out: expect.stringMatching(/overture\.dump: [\d.]+ kB, \d+ tables, [\d,]+ rows\./),
    });
    expect(await said()).toMatch(/pg_dump --no-password .*--format=custom/);
    expect(await said()).not.toContain(cluster.password);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['bin', 'overture.dump']);
    mail.delay = 0;
    await launched.completed();
    await launched.reachedOnce(PEOPLE);
    for (const program of app.all) await app.kill(program);
    const sent = mail.accepted.length;

    const database = await cluster.database('again');
    const restored = await cli(['restore', file], database);
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('Dispatching is off: Restored from') });
    const [, tables, rows] = /(\d+) tables and ([\d,]+) rows/.exec(restored.out)!;
    expect(backup.out).toContain(`${tables} tables, ${rows} rows.`);
    const known = await cluster.ask<Json>('SELECT message_id, state, handover FROM dispatch', 'again');
    const ids = (state: string, handover: string) =>
      known.filter((each) => each.state === state && each.handover === handover).map((each) => each.message_id);
    const [told, begun] = [ids('sent', 'begun'), ids('sending', 'begun')];
    // a backup in the middle caught some on the wire
    expect(told.length).toBeGreaterThan(0);
    expect(begun.length).toBeGreaterThan(0);
    expect(told.length + begun.length).toBeLessThan(PEOPLE);

    again = await Programs.open('postgres', { smtpUrl: mail.url, database });
    const there = caller(again.origin, ops.headers);
    // as long as the workers take otherwise to send what is due, and then some
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(mail.accepted).toHaveLength(sent);
    const { body: dispatching } = await there.get('/dispatching');
    expect(dispatching).toMatchObject({ state: 'off', changedBy: 'cli', reason: expect.stringContaining(file) });

    mail.reset();
    const on = await cli(['dispatching', 'on', '--reason', 'The old machine is gone'], database);
    expect(on).toMatchObject({ code: 0, out: expect.stringContaining('Dispatching is on') });
    await until('everybody has an end', async () => {
      const { body } = await there.get(`/campaigns/${launched.id}/progress`);
      return body.state === 'completed' || { ...body, said: again!.said };
    });
    const { body: unknown } = await there.get(`/messages?state=unknown&campaignId=${launched.id}&limit=300`);
    expect(unknown.items.map(({ messageId }: Json) => messageId).sort()).toEqual(begun.sort());
    expect(mail.messageIds.filter((id) => told.includes(id) || begun.includes(id))).toEqual([]);
    expect(new Set(mail.messageIds).size).toBe(PEOPLE - told.length - begun.length);
    expect(mail.accepted).toHaveLength(PEOPLE - told.length - begun.length);
    const { body: coverage } = await there.get(`/campaigns/${launched.id}/coverage`);
    expect(coverage).toMatchObject({ decisionMakers: PEOPLE, enrolled: PEOPLE, skipped: 0 });
  }, 120_000);
});
