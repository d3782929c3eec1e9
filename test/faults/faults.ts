import type { Backend } from '../support/backends.js';
import { clicks } from './kinds/clicks.js';
import { data } from './kinds/data.js';
import { network } from './kinds/network.js';
import { postgres } from './kinds/postgres.js';
import { processes } from './kinds/processes.js';
import { redis } from './kinds/redis.js';
import { smtp } from './kinds/smtp.js';
import type { Amount, Scene } from './scene.js';

export interface Fault {
  name: string;
  /** the line of the design that it would break */
  promise: string;
  /** what is done to Overture */
  does: string;
  /** the queue that it can be done to; both unless said */
  queue?: Backend;
  /** connections run through wires */
  wired?: boolean;
  /** its PostgreSQL lies on a disk of its own, which can be filled */
  smallDisk?: boolean;
  /** belongs to the short form in `npm test`, with the queue there */
  short?: Backend;
  /** what it needs more or less of than asked */
  amount?: Partial<Amount>;
  /** this many unknown are allowed; any number unless said */
  unknown?: number;
  run(scene: Scene): Promise<void>;
}

export const FAULTS: Fault[] = [...processes, ...postgres, ...redis, ...smtp, ...network, ...clicks, ...data];
