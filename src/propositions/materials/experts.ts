import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toPhone } from '../../accounts/index.js';
import { Invalid, NotFound, row, rows, type Actor } from '../../platform/index.js';
import { Expert } from './expert.entity.js';
import { assertAuthorOrSalesOps } from '../permissions.js';
import { activeUser } from '../seniority.js';
import { Propositions } from '../versions/propositions.js';

class ExpertUnnamed extends NotFound {}
class ExpertInvalid extends Invalid {}

export type ExpertFacts = Pick<Expert, 'userId' | 'displayName' | 'title' | 'email' | 'phone' | 'replyWithinHours'>;

const NAME = `
INSERT INTO expert (proposition_id, user_id, display_name, title, email, phone, reply_within_hours, named_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (proposition_id) DO UPDATE
   SET user_id = excluded.user_id, display_name = excluded.display_name, title = excluded.title,
       email = excluded.email, phone = excluded.phone,
       reply_within_hours = excluded.reply_within_hours, named_by = excluded.named_by, named_at = app_now()`;

/** $1 proposition: who is named and still with us. */
const ON_DUTY = `
SELECT x.user_id, x.display_name, x.title, x.email, x.phone, x.reply_within_hours
  FROM expert x JOIN app_user u ON u.id = x.user_id AND u.state = 'active' WHERE x.proposition_id = $1`;

@Injectable()
export class Experts {
  constructor(private readonly propositions: Propositions) {}

  async name(manager: EntityManager, actor: Actor, propositionId: string, facts: ExpertFacts): Promise<Expert> {
    await this.propositions.get(manager, propositionId);
    await assertAuthorOrSalesOps(manager, propositionId, actor);
    const { userId, displayName, title, email, phone, replyWithinHours } = facts;
    await activeUser(manager, userId, 'userId');
    if (phone && !toPhone(phone, null))
      throw new ExpertInvalid('This phone number cannot be dialled.', [
        { field: 'phone', code: 'invalid', message: 'phone must have its country code, such as +49 30 0074321' },
      ]);
    await rows(manager, NAME, [propositionId, userId, displayName, title, email, phone, replyWithinHours, actor.id]);
    return this.get(manager, propositionId);
  }

  async get(manager: EntityManager, propositionId: string): Promise<Expert> {
    const expert = await manager.findOneBy(Expert, { propositionId });
    if (!expert) throw new ExpertUnnamed('No expert is named for this proposition.');
    return expert;
  }

  async release(manager: EntityManager, actor: Actor, propositionId: string): Promise<void> {
    await assertAuthorOrSalesOps(manager, propositionId, actor);
    await this.get(manager, propositionId);
    await manager.delete(Expert, { propositionId });
  }

  /** Whom buyers reach now; undefined where no expert is named, or the expert has left. */
  onDuty(manager: EntityManager, propositionId: string): Promise<ExpertFacts | undefined> {
    return row<ExpertFacts>(manager, ON_DUTY, [propositionId]);
  }
}
