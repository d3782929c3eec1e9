import type { IncomingHttpHeaders } from 'node:http';
import { HttpException } from '@nestjs/common';
import { Invalid } from '../../../platform/index.js';
import type { ToldEvent } from '../told-event.js';

/** 401: nothing shows that the provider sent it. */
export class EventRefused extends HttpException {
  constructor(why: string) {
    super(why, 401);
  }
}
export class EventUnreadable extends Invalid {}

/** A request as it came. */
export interface ProviderRequest {
  headers: IncomingHttpHeaders;
  body: Buffer;
  receivedAt: Date;
}

/** What an administrator entered for the connection. */
export interface ProviderKey {
  secret: string | null;
  topic: string | null;
}

export interface Received {
  events: ToldEvent[];
  /** valid once, where the signature is for one use */
  token?: string;
  /** it was a subscription, and is confirmed */
  subscribed?: boolean;
}

/**
 * Checks a provider's request and reads it.
 * @throws EventRefused unless its signature is right and recent; EventUnreadable for what is no event
 */
export type Receive = (request: ProviderRequest, key: ProviderKey) => Received | Promise<Received>;

/** @throws EventUnreadable */
export function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new EventUnreadable('The body must be JSON, as the provider documents it.');
  }
}

export const onlyText = (header: string | string[] | undefined): string => (typeof header === 'string' ? header : '');
