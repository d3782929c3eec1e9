import { Controller, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { interval, map, merge, type Observable } from 'rxjs';
import { Changes } from './changes.js';
import { Allow } from './http/policy.js';

/** Proxies close a stream on which nothing moves. */
const HEARTBEAT_MS = 20_000;

@ApiTags('changes')
@Controller('changes')
export class ChangesController {
  constructor(private readonly changes: Changes) {}

  /**
   * Server-sent events: which tables changed, at most once a second. Says nothing of what stands in them. The first event
   * names none: what was written before it is not told, so whoever shows rows asks for them once more.
   */
  @Sse()
  @Allow('everyone')
  stream(): Observable<{ data: { tables: string[] } }> {
    const beats = interval(HEARTBEAT_MS).pipe(map(() => []));
    return merge(beats, this.changes.listen()).pipe(map((tables) => ({ data: { tables } })));
  }
}
