import { Worker } from 'node:worker_threads';
import { until } from '../support/programs.js';

/** What the issue asks for: in milliseconds. */
const LATEST = 100;
const USUAL = 50;

/** Asks an api whether it lives, again and again, in a thread of its own, which nothing that the test does holds up. */
export class Watch {
  private answers: number[] = [];
  private readonly worker: Worker;

  /** `pid`: of the process that serves `origin` */
  constructor(origin: string, pid: number) {
    this.worker = new Worker(PING, { eval: true, workerData: { origin, pid } });
    this.worker.on('message', (milliseconds: number) => this.answers.push(milliseconds));
  }

  forget(): void {
    this.answers = [];
  }

  /** That it answered since `forget`, each time in under `latest` ms. Waits for an answer that is still to come. */
  async expectAlive(latest = LATEST): Promise<void> {
    const answered = this.answers.length;
    await until('the api answers that it lives', () => this.answers.length > answered);
    const sorted = this.answers.toSorted((a, b) => a - b);
    const [median, worst] = [sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!];
    if (process.env.OVERTURE_ALIVE) console.log(`${sorted.length} answers: median ${median} ms, worst ${worst} ms`);
    expect(median).toBeLessThan(USUAL);
    expect(worst).toBeLessThan(latest);
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}

/**
 * Of an answer that was late it counts how long the api's own thread worked before it: that it waited for a processor,
 * on a machine that others use, is not its fault.
 */
const PING = `
const { readFileSync } = require('node:fs');
const { parentPort, workerData: { origin, pid } } = require('node:worker_threads');
const { get, Agent } = require('node:http');
const agent = new Agent({ keepAlive: true });
const worked = () => {
  try {
    return Number(readFileSync('/proc/' + pid + '/task/' + pid + '/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
};
const ping = () => {
  const begun = [performance.now(), worked()];
  get(origin + '/api/v1/health/live', { agent }, (reply) => {
    reply.resume();
    reply.once('end', () => {
      const took = Math.min(performance.now() - begun[0], worked() - begun[1]);
      parentPort.postMessage(reply.statusCode === 200 ? took : Infinity);
      setTimeout(ping, 10);
    });
  }).once('error', () => {
    parentPort.postMessage(Infinity);
    setTimeout(ping, 10);
  });
};
ping();`;
