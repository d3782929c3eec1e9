import { Controller, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Id, Instant, ListOf, rows, Text, Writes, type Write } from '../../platform/index.js';
import { assertAuthor } from '../permissions.js';

class CoAuthor {
  @Id() userId: string;
  @Text({ example: 'Laura Callahan' }) name: string;
  @Instant() seenAt: Date;
}

class PresenceView {
  @ListOf(() => CoAuthor) others: CoAuthor[];
}

@ApiTags('propositions')
@Controller('versions/:id/presence')
export class PresenceController {
  /** An author has it open to write in it; answers who else has had, within the last 45 seconds. */
  @Put()
  @Allow('everyone')
  @ApiOkResponse({ type: PresenceView })
  here(@Param('id') id: string, @Writes() write: Write): Promise<PresenceView> {
    return write(async (manager) => {
      await assertAuthor(manager, id, write.actor);
      await manager.query(HERE, [id, write.actor.id]);
      return { others: await rows<CoAuthor>(manager, OTHERS, [id, write.actor.id]) };
    });
  }
}

/** $1 version, $2 user */
const HERE = `
INSERT INTO version_presence (version_id, user_id) VALUES ($1, $2)
ON CONFLICT (version_id, user_id) DO UPDATE SET seen_at = clock_timestamp()`;
/** $1 version, $2 user */
const OTHERS = `
SELECT p.user_id, u.name, p.seen_at FROM version_presence p JOIN app_user u ON u.id = p.user_id
 WHERE p.version_id = $1 AND p.user_id <> $2 AND p.seen_at > clock_timestamp() - interval '45 seconds'
   ORDER BY u.name, u.id`;
