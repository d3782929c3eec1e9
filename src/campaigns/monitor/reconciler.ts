import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Every, rows, touched, transaction } from '../../platform/index.js';
import { changeEnrolments, each } from '../enrolments/enrolment-transitions.js';
import { Launch } from '../lifecycle/launch.js';
import { WITHDRAW_FORGOTTEN } from '../outbox/message-transitions.js';
import { Tallies } from './tallies.js';

export interface Repairs {
  /** enrolments in flight at a step whose message or task had ended */
  stranded: number;
  /** enrolments that were neither due nor waiting for anything */
  forgotten: number;
  /** mails that were queued for steps which their enrolments have left */
  leftBehind: number;
  /** launches with ranges that no worker was working on */
  launches: number;
  /** progress figures that had drifted from the rows */
  tallies: number;
}

/** In flight, but what they wait for has ended. What is just being written is locked, and looked at the next time. */
const STRANDED = `
SELECT e.id
  FROM enrolment e
 WHERE e.ended_at IS NULL
   AND e.state = 'active'
   AND e.step_state = 'in_flight'
   AND e.next_action_at IS NULL
   AND NOT EXISTS (
     SELECT
       FROM dispatch d
      WHERE d.enrolment_id = e.id AND d.step_key = e.step AND d.state IN ('queued', 'sending'))
   AND NOT EXISTS (
     SELECT
       FROM task t
      WHERE t.enrolment_id = e.id AND t.step_key = e.step AND t.state IN ('open', 'claimed', 'snoozed'))
   AND NOT EXISTS (
     SELECT
       FROM dispatch d
       JOIN campaign k ON k.id = d.campaign_id
      WHERE d.enrolment_id = e.id AND d.step_key = e.step AND d.state = 'unknown' AND k.on_unknown = 'hold')
 ORDER BY e.id
   FOR UPDATE OF e SKIP LOCKED`;

/** Neither due, nor in flight, nor waiting for a wave: the driver would never look at them again. */
const FORGOTTEN = `
SELECT e.id
  FROM enrolment e
  JOIN wave w ON w.campaign_id = e.campaign_id AND w.ordinal = e.wave AND w.state = 'released'
 WHERE e.ended_at IS NULL
   AND e.state IN ('pending', 'active')
   AND e.step_state <> 'in_flight'
   AND e.next_action_at IS NULL
 ORDER BY e.id
   FOR UPDATE OF e SKIP LOCKED`;

/** Launches that are not over and have ranges left. */
const UNFINISHED_LAUNCHES = `
SELECT DISTINCT campaign_id
  FROM launch_range
 WHERE done_at IS NULL
   AND campaign_id IN (SELECT id FROM campaign WHERE state NOT IN ('aborted', 'completed'))`;

/** Finds what a crash, a bug or a hand in the database left behind, repairs it and reports what it repaired. */
@Injectable()
export class Reconciler {
  private readonly log = new Logger('Reconciler');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly launch: Launch,
    private readonly tallies: Tallies,
  ) {}

  @Every('reconcile', 300_000)
  async run(): Promise<Repairs> {
    const stranded = await this.repair(STRANDED, 'repair_stranded');
    const forgotten = await this.repair(FORGOTTEN, 'repair_forgotten');
    const leftBehind = await touched(this.source, WITHDRAW_FORGOTTEN);
    const launches = (await rows(this.source, UNFINISHED_LAUNCHES)).length;
    await this.launch.enqueueUnfinished();
    const repaired = { stranded, forgotten, leftBehind, launches, tallies: await this.tallies.repair() };
    if (Object.values(repaired).some((n) => n > 0)) this.log.warn(`Repaired ${JSON.stringify(repaired)}`);
    return repaired;
  }

  private repair(found: string, transition: 'repair_stranded' | 'repair_forgotten'): Promise<number> {
    return transaction(this.source, 'reconcile', async (manager) => {
      const ids = (await rows<{ id: string }>(manager, found)).map(({ id }) => id);
      const detail = { found: transition === 'repair_stranded' ? 'stranded' : 'forgotten' };
      return (await changeEnrolments(manager, each(ids, { transition, detail }))).length;
    });
  }
}
