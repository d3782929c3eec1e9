import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../platform/index.js';

/** Over https a browser takes this name only from our own host, over https and for the whole site. */
const nameOf = (config: Config): string => (config.isHttps ? '__Host-overture' : 'overture');

const optionsOf = (config: Config): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict',
  secure: config.isHttps,
});

export function sessionCookie(request: FastifyRequest, config: Config): string | undefined {
  return request.cookies?.[nameOf(config)];
}

export function setSessionCookie(reply: FastifyReply, config: Config, token: string, expires: Date): void {
  void reply.setCookie(nameOf(config), token, { ...optionsOf(config), expires });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  void reply.clearCookie(nameOf(config), optionsOf(config));
}
