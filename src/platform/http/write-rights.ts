import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import type { ActedOn } from './acts-on.js';
import type { ActorRequest } from './actor.js';

/** One write of a request. */
export interface JudgedWrite {
  request: FastifyRequest & ActorRequest;
  /** what `@ActsOn` of the endpoint says */
  actedOn: ActedOn | undefined;
}

/** Judges whether a write may be, in its own transaction. @throws Forbidden */
export type WriteJudge = (manager: EntityManager, write: JudgedWrite) => Promise<void>;

/**
 * Rights are judged in the transaction that uses them: one that is taken away while a write waits would count otherwise.
 * The rooms that know the rights register here.
 */
@Injectable()
export class WriteRights {
  private readonly first: WriteJudge[] = [];
  private readonly last: WriteJudge[] = [];

  /** Before the work, with the locks that keep the right as it is until the commit. */
  before(judge: WriteJudge): void {
    this.first.push(judge);
  }

  /** After the work, just before the commit: it may have waited for long. */
  after(judge: WriteJudge): void {
    this.last.push(judge);
  }

  async judged<T>(manager: EntityManager, write: JudgedWrite, work: () => Promise<T>): Promise<T> {
    for (const judge of this.first) await judge(manager, write);
    const result = await work();
    for (const judge of this.last) await judge(manager, write);
    return result;
  }
}
