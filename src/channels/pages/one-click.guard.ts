import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../platform/index.js';
import { Links } from './links.js';

/**
 * A link that stops all mail acts whatever a mail program sends along: its body is left out before anything could find
 * fault with it. It lets everybody through.
 */
@Injectable()
export class OneClick implements CanActivate {
  constructor(
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { token: string } }>>();
    if (this.links.purposeOf(request.params.token, await this.clock.now()) === 'stop') request.body = {};
    return true;
  }
}
