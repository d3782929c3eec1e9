import {
  HttpException,
  Injectable,
  type CanActivate,
  type ExecutionContext,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import {
  Config,
  Forbidden,
  isSigned,
  ROLES_ALLOWED,
  SIGNED,
  type Actor,
  type ActorRequest,
} from '../../platform/index.js';
import { Sessions } from '../sessions/sessions.js';

export const SESSION_COOKIE = 'overture';
class RoleNotAllowed extends Forbidden {}
class ForeignOrigin extends Forbidden {}
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export type SignedIn = FastifyRequest & ActorRequest & { sessionId?: string };

/** Every endpoint declares who may call it; without that nobody may, and the application does not boot. */
@Injectable()
export class PolicyGuard implements CanActivate, OnApplicationBootstrap {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[method] as object;
        if (!Reflect.hasMetadata('path', handler)) continue;
        if (!Reflect.hasMetadata(ROLES_ALLOWED, handler) && !Reflect.hasMetadata(ROLES_ALLOWED, metatype))
          throw new Error(
            `${(metatype as { name: string }).name}.${method} does not say who may call it: add @Allow(…).`,
          );
      }
    }
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowed =
      this.reflector.getAllAndOverride<string[] | undefined>(ROLES_ALLOWED, [
        context.getHandler(),
        context.getClass(),
      ]) ?? [];
    if (allowed.includes('public')) return true;
    const request = context.switchToHttp().getRequest<SignedIn>();
    const actor = this.signer(context, request) ?? (await this.actor(request));
    if (!actor) throw new HttpException('Sign in first: POST /api/v1/sessions, or send a bearer token.', 401);
    if (!('signed' in actor) && !allowed.includes('everyone') && !actor.roles.some((role) => allowed.includes(role)))
      throw new RoleNotAllowed(`This needs the role ${allowed.join(' or ')}; yours: ${actor.roles.join(', ')}.`);
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

  private async actor(request: SignedIn): Promise<(Actor & { sessionId: string }) | undefined> {
    const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) return this.sessions.holder(bearer);
    const cookie = request.cookies?.[SESSION_COOKIE];
    if (!cookie) return undefined;
    // a browser sends the cookie for any page that asks; only our own pages may change something with it
    const origin = request.headers.origin;
    if (
      !SAFE.has(request.method) &&
      origin &&
      origin !== this.config.publicUrl &&
      new URL(origin).host !== request.headers.host
    )
      throw new ForeignOrigin('This request came from another site.');
    return this.sessions.holder(cookie);
  }
}
