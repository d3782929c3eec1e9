import type { FastifyRequest } from 'fastify';
import { Forbidden } from '../errors.js';

class ForeignOrigin extends Forbidden {}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isWrite = (request: FastifyRequest): boolean => !SAFE.has(request.method);

/**
 * A browser sends a cookie for any page that asks, and says which page asked. Only our own pages may write; a program
 * that is no browser says neither. @throws ForeignOrigin
 */
export function assertOwnOrigin(request: FastifyRequest, publicUrl: string): void {
  if (!isWrite(request)) return;
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (origin === undefined && (site === undefined || site === 'same-origin' || site === 'none')) return;
  if (origin === new URL(publicUrl).origin) return;
  // behind a proxy that passes the name on, or under a second name; never `null`, which a sandboxed page sends
  if (origin && URL.canParse(origin) && new URL(origin).host === host && site !== 'cross-site') return;
  throw new ForeignOrigin('This request came from another site.');
}
