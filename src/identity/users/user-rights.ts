import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Forbidden, row, WriteRights, type JudgedWrite } from '../../platform/index.js';

class RightsChanged extends Forbidden {}

/** Who was disabled, or lost a role, while a write of theirs was under way, writes nothing any more. */
@Injectable()
export class UserRights implements OnModuleInit {
  constructor(private readonly rights: WriteRights) {}

  onModuleInit(): void {
    this.rights.after((manager, write) => this.judge(manager, write));
  }

  private async judge(manager: EntityManager, { request: { actor } }: JudgedWrite): Promise<void> {
    // a program that signs its requests is no user
    if (!actor || actor.roles.length === 0) return;
    if (await row(manager, LOST, [actor.id, actor.roles]))
      throw new RightsChanged('Your rights changed while this was under way. Nothing was saved.');
  }
}

/** By another transaction: one's own roles are one's own to change. $1 user, $2 the roles with which it began */
const LOST = `
SELECT id
  FROM app_user
 WHERE id = $1
   AND (state <> 'active' OR NOT roles @> $2::text[])
   AND xmin <> pg_current_xact_id()::xid`;
