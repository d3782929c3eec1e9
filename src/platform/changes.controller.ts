import { Controller, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { map, merge, timer, type Observable } from 'rxjs';
import { Changes } from './changes.js';
import { Allow } from './http/policy.js';

/** Proxies close a stream on which nothing moves. */
const HEARTBEAT_MS = 20_000;

@ApiTags('changes')
@Controller('changes')
export class ChangesController {
  constructor(private readonly changes: Changes) {}

  /** Server-sent events: which tables changed, at most once a second. Says nothing of what stands in them. */
  @Sse()
  @Allow('everyone')
  stream(): Observable<{ data: { tables: string[] } }> {
    const beats = timer(0, HEARTBEAT_MS).pipe(map(() => []));
    return merge(beats, this.changes.listen()).pipe(map((tables) => ({ data: { tables } })));
  }
}
