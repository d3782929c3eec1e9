import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Invalid } from '../errors.js';

const DEEPEST = 60;

class TooDeep extends Invalid {}

/** Before any body is transformed, which recurses: deep nesting would overflow the stack. */
@Injectable()
export class DepthLimit implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (body && isJson(body) && deeperThan(body, DEEPEST))
      throw new TooDeep(`The body is nested more than ${DEEPEST} deep.`);
    return next.handle();
  }
}

/** Parsed JSON, and not the stream of an upload. */
function isJson(body: unknown): boolean {
  return Array.isArray(body) || Object.getPrototypeOf(body) === Object.prototype;
}

function deeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((each) => (each && typeof each === 'object' ? Object.values(each) : []));
  }
  return false;
}
