import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACTS_ON, ROLES_ALLOWED, SIGNED } from '../../platform/index.js';

/** One endpoint, and who may call it. */
export interface Permission {
  /** below /api/v1, or of a page for buyers */
  path: string;
  method: string;
  /** roles, or 'everyone' who is signed in, or 'public' */
  allowed: string[];
  /** a rep may only where it belongs to their organizations, or to those of no rep */
  onlyOwn: boolean;
  /** also a program that signs its requests */
  signed: boolean;
}

/** The policy as it is declared beside each endpoint: the one table of who may what. */
@Injectable()
export class Permissions {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws where an endpoint does not say who may call it */
  all(): Permission[] {
    return this.discovery
      .getControllers()
      .flatMap(({ instance, metatype }) =>
        instance && metatype ? this.of(instance as object, metatype as Controller) : [],
      )
      .toSorted((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
  }

  private of(instance: object, controller: Controller): Permission[] {
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name]!;
      if (!Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      const read = <T>(key: string): T | undefined =>
        (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller)) as T | undefined;
      const allowed = read<string[]>(ROLES_ALLOWED);
      if (!allowed) throw new Error(`${controller.name}.${name} does not say who may call it: add @Allow(…).`);
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
      const path = pathOf(Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler));
      return [{ path, method, allowed, onlyOwn: read(ACTS_ON) !== undefined, signed: read(SIGNED) !== undefined }];
    });
  }
}

interface Controller {
  name: string;
}

const pathOf = (...parts: unknown[]): string =>
  `/${parts
    .flatMap((part) => String(part).split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
