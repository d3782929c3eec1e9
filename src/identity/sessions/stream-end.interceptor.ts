import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { SSE_METADATA } from '@nestjs/common/constants.js';
import { concatMap, filter, interval, takeUntil, type Observable } from 'rxjs';
import type { SignedIn } from '../policy/policy.guard.js';
import { Sessions } from './sessions.js';

const LOOK_MS = 5_000;

/** A stream of events ends when the session that opened it has ended. */
@Injectable()
export class StreamEnd implements NestInterceptor {
  constructor(private readonly sessions: Sessions) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { sessionId } = context.switchToHttp().getRequest<SignedIn>();
    const isStream = Reflect.getMetadata(SSE_METADATA, context.getHandler()) === true;
    if (!isStream || !sessionId) return next.handle();
    const ended = interval(LOOK_MS).pipe(
      concatMap(() => this.sessions.isOpen(sessionId)),
      filter((open) => !open),
    );
    return next.handle().pipe(takeUntil(ended));
  }
}
