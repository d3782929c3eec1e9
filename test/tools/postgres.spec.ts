import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { until } from '../support/programs.js';
import { project } from '../support/project.js';
import { Command } from './command.js';

const { removeCluster } = await import(`${project}tools/postgres/postgres.mjs`);
const { alive } = await import(`${project}tools/processes/processes.mjs`);

// a blank, as people have it in theirs
const folder = mkdtempSync(join(tmpdir(), 'overture postgres '));
const dataDir = join(folder, 'data');
afterAll(async () => {
  await removeCluster(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

interface Running {
  command: Command;
  pid: number;
  url: string;
}

async function start(): Promise<Running> {
  const command = await new Command(
    ['processes/life', 'postgres/postgres', 'say'],
    `await life.live(async () => {
      const server = await postgres.startPostgres({ dataDir: ${JSON.stringify(dataDir)}, quick: true });
      say.line(JSON.stringify({ pid: server.pid(), url: server.adminUrl }) + '!');
      await life.forever();
    });`,
  ).says('}!');
  return { command, ...JSON.parse(/\{.*\}(?=!)/.exec(command.words)![0]) };
}

async function stop({ command }: Running): Promise<void> {
  command.kill('SIGTERM');
  await command.exit;
}

async function answers(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT current_database() AS name');
  await client.end();
  return rows[0].name;
}

const isGone = (pid: number) => until('the server is gone', () => !alive(pid));

test('commands share a server, and the last of them stops it', async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ pid: first.pid, url: first.url });
  await stop(first);
  expect(await answers(second.url)).toBe('postgres');
  await stop(second);
  expect(alive(first.pid)).toBe(false);
});

test('the server of a command that was killed is used by the next', async () => {
  const killed = await start();
  killed.command.kill('SIGKILL');
  await killed.command.exit;
  const next = await start();
  expect(next.pid).toBe(killed.pid);
  await stop(next);
  expect(alive(next.pid)).toBe(false);
});

test('after a server was killed, the next start recovers its data at the same address', async () => {
  const before = await start();
  before.command.kill('SIGKILL');
  process.kill(before.pid, 'SIGKILL');
  await isGone(before.pid);
  expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(true);
  const after = await start();
  expect(after.url).toBe(before.url);
  expect(await answers(after.url)).toBe('postgres');
  await stop(after);
});

test('a number in postmaster.pid that belongs to another program now is not taken for a server', async () => {
  writeFileSync(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n1\n\n127.0.0.1\n0\nready\n`);
  const server = await start();
  expect(server.pid).not.toBe(process.pid);
  await stop(server);
});

test('a port that was taken meanwhile is given up for another', async () => {
  const { port } = JSON.parse(readFileSync(`${dataDir}.json`, 'utf8')) as { port: number };
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const server = await start();
  expect(Number(new URL(server.url).port)).not.toBe(port);
  await stop(server);
  other.close();
});
