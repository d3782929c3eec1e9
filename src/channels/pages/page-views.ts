import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isbot } from 'isbot';
import type { DataSource } from 'typeorm';
import type { Role } from '../../../libs/plays/index.js';
import { rows } from '../../platform/index.js';
import type { ViewKind } from './page-view.entity.js';

/** $1 slug, $2 role, $3 kind. A slug of nothing counts nothing. */
const COUNT = `
INSERT INTO page_view (proposition_id, day, role, kind)
SELECT p.id, (app_now() AT TIME ZONE 'UTC')::date, $2, $3 FROM proposition p
 WHERE p.slug = $1
   AND EXISTS (SELECT FROM proposition_version v WHERE v.proposition_id = p.id AND v.live_at IS NOT NULL)
ON CONFLICT (proposition_id, day, role, kind) DO UPDATE SET views = page_view.views + 1`;

const AHEAD_OF_TIME = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

@Injectable()
export class PageViews {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async count(slug: string, role: Role | null, kind: ViewKind): Promise<void> {
    await rows(this.source, COUNT, [slug, role ?? '', kind]);
  }
}

/** Read once from what came with the beacon, and forgotten. */
export function kindOf(headers: IncomingHttpHeaders, automated: boolean): ViewKind {
  const agent = headers['user-agent'] ?? '';
  const ahead = AHEAD_OF_TIME.some((name) => /prefetch|prerender|preview/i.test(String(headers[name] ?? '')));
  const headless = /headless/i.test(`${agent} ${String(headers['sec-ch-ua'] ?? '')}`);
  // every browser that a person uses sends its languages
  const mute = agent === '' || !headers['accept-language'];
  return automated || ahead || headless || mute || isbot(agent) ? 'scanner' : 'person';
}
