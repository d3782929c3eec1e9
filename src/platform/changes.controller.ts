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
   * Server-sent events: the names of the tables that changed, at most once a second, and nothing of their content. The
   * first event has no names: a client that shows rows asks for them once more, because earlier writes are not
   * reported.
   */
  @Sse()
  @Allow('everyone')
  stream(): Observable<{ data: { tables: string[] } }> {
    const beats = interval(HEARTBEAT_MS).pipe(map(() => []));
    return merge(beats, this.changes.listen()).pipe(map((tables) => ({ data: { tables } })));
  }
}
