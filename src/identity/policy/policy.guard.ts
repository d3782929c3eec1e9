import {
  HttpException,
  Injectable,
  type CanActivate,
  type ExecutionContext,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import {
  assertOwnOrigin,
  Config,
  Forbidden,
  isSigned,
  isWrite,
  ROLES_ALLOWED,
  SIGNED,
  type Actor,
  type ActorRequest,
} from '../../platform/index.js';
import { Permissions } from './permissions.js';
import { sessionCookie } from '../sessions/session-cookie.js';
import { Sessions, type SessionHolder } from '../sessions/sessions.js';

class RoleNotAllowed extends Forbidden {}
class TokenOnlyReads extends Forbidden {}

export type SignedIn = FastifyRequest & ActorRequest & { sessionId?: string };

/** Every endpoint declares who may call it; without that nobody may, and the application does not boot. */
@Injectable()
export class PolicyGuard implements CanActivate, OnApplicationBootstrap {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly config: Config,
    private readonly permissions: Permissions,
  ) {}

  onApplicationBootstrap(): void {
    this.permissions.all();
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowed =
      this.reflector.getAllAndOverride<string[] | undefined>(ROLES_ALLOWED, [
        context.getHandler(),
        context.getClass(),
      ]) ?? [];
    const request = context.switchToHttp().getRequest<SignedIn>();
    // the pages of buyers are written to by mail programs too, and know no cookie
    if (request.url.startsWith('/api/')) assertOwnOrigin(request, this.config.publicUrl);
    if (allowed.includes('public')) return true;
    const actor = this.signer(context, request) ?? (await this.actor(request));
    if (!actor) throw new HttpException('Sign in first: POST /api/v1/sessions, or send a bearer token.', 401);
    if (!('signed' in actor) && !allowed.includes('everyone') && !actor.roles.some((role) => allowed.includes(role)))
      throw new RoleNotAllowed(`This needs the role ${allowed.join(' or ')}; yours: ${actor.roles.join(', ')}.`);
    if ('scope' in actor && actor.scope === 'read' && isWrite(request))
      throw new TokenOnlyReads('This token reads only. Ask for one with the scope "everything".');
    request.actor = actor;
    if ('sessionId' in actor) request.sessionId = actor.sessionId;
    return true;
  }

  /** A program that signs its requests needs no account; a wrong signature is refused even for a signed-in user. */
  private signer(context: ExecutionContext, request: SignedIn): (Actor & { signed: true }) | undefined {
    const name = this.reflector.get<string | undefined>(SIGNED, context.getHandler());
    if (!name || request.headers['webhook-signature'] === undefined) return undefined;
    const secret = this.config.inboundSecret;
    if (!secret || !Buffer.isBuffer(request.body) || !isSigned(secret, request.headers, request.body))
      throw new HttpException('The signature is not right, or older than five minutes.', 401);
    return { id: name, name, department: null, roles: [], signed: true };
  }

  private async actor(request: SignedIn): Promise<SessionHolder | undefined> {
    const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? sessionCookie(request, this.config);
    return token === undefined ? undefined : this.sessions.holder(token);
  }
}
