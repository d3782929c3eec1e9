import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Every, rows, touched } from '../../platform/index.js';
import { LEFT_BEHIND } from '../enrolments/drive.sql.js';
import { Launch } from '../lifecycle/launch.js';
import { Tallies } from './tallies.js';

export interface Repairs {
  /** members who stood at a step whose message or task had ended, and whom nobody had told */
  stranded: number;
  /** members who were due for nothing and waited for nothing */
  forgotten: number;
  /** mails that were to go out for steps which their members have left behind */
  leftBehind: number;
  /** launches with ranges that nobody was working on */
  launches: number;
  /** progress figures that had drifted from the rows */
  tallies: number;
}

/** In flight, but what they wait for has ended. */
const STRANDED = `
UPDATE enrolment e
   SET step_state = 'done', step_done_at = app_now(), next_action_at = app_now()
 WHERE e.ended_at IS NULL AND e.state = 'active' AND e.step_state = 'in_flight' AND e.next_action_at IS NULL
   AND NOT EXISTS (SELECT FROM dispatch d WHERE d.enrolment_id = e.id AND d.step_key = e.step AND d.state IN ('queued', 'sending'))
   AND NOT EXISTS (SELECT FROM task t WHERE t.enrolment_id = e.id AND t.step_key = e.step AND t.state IN ('open', 'claimed', 'snoozed'))
   AND NOT EXISTS (SELECT FROM dispatch d JOIN campaign k ON k.id = d.campaign_id WHERE d.enrolment_id = e.id AND d.step_key = e.step AND d.state = 'unknown' AND k.on_unknown = 'hold')`;

/** Neither due, nor in flight, nor waiting for a wave: nobody would ever look at them again. */
const FORGOTTEN = `
UPDATE enrolment e
   SET next_action_at = app_now()
  FROM wave w
 WHERE e.ended_at IS NULL AND e.state IN ('pending', 'active') AND e.step_state <> 'in_flight' AND e.next_action_at IS NULL
   AND w.campaign_id = e.campaign_id AND w.ordinal = e.wave AND w.state = 'released'`;

/** A living driver takes these back with the step; what is just being written is locked, and looked at the next time. */
const TAKE_BACK_LEFT_BEHIND = `
UPDATE dispatch SET state = 'suppressed', error_class = 'aborted', settled_at = app_now(), settled_by = 'reconcile'
 WHERE id IN (SELECT d.id FROM dispatch d JOIN enrolment e ON e.id = d.enrolment_id
               WHERE d.state = 'queued' AND ${LEFT_BEHIND} FOR UPDATE OF d, e SKIP LOCKED)`;

/** Finds what fell between two stools (a crash, a bug, a hand in the database), mends it and says what it mended. */
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
    const stranded = await touched(this.source, STRANDED);
    const forgotten = await touched(this.source, FORGOTTEN);
    const leftBehind = await touched(this.source, TAKE_BACK_LEFT_BEHIND);
    const unfinished = await rows(
      this.source,
      "SELECT DISTINCT campaign_id FROM launch_range WHERE done_at IS NULL AND campaign_id IN (SELECT id FROM campaign WHERE state NOT IN ('aborted', 'completed'))",
    );
    await this.launch.ringUnfinished();
    const mended = { stranded, forgotten, leftBehind, launches: unfinished.length, tallies: await this.tallies.mend() };
    if (Object.values(mended).some((n) => n > 0)) this.log.warn(`Mended ${JSON.stringify(mended)}`);
    return mended;
  }
}
