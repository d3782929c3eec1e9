import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { transaction } from '../../platform/index.js';
import { Sessions } from '../sessions/sessions.js';
import { Users } from '../users/users.js';
import { LinkLimits } from './link-limits.js';
import { PasswordLinks, type LinkHolder } from './password-links.js';

/** What the holder of a link may do with it. */
@Injectable()
export class PasswordByLink {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly links: PasswordLinks,
    private readonly limits: LinkLimits,
    private readonly users: Users,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Whose link it is. `sessionToken`: the browser's own session, which ends if it is somebody else's; `signedOut` tells
   * so. @throws LinkNotValid, TooManyRequests
   */
  async open(
    token: string,
    from: string,
    sessionToken: string | undefined,
  ): Promise<{ holder: LinkHolder; signedOut: boolean }> {
    await this.limits.countTry(from);
    const holder = await this.links.holder(token);
    const session = sessionToken === undefined ? undefined : await this.sessions.holder(sessionToken);
    const signedOut = session !== undefined && session.id !== holder.id;
    if (signedOut)
      await transaction(this.source, session.id, (manager) =>
        this.sessions.close(manager, session.id, session.sessionId),
      );
    return { holder, signedOut };
  }

  /**
   * Sets the password and ends all sessions and tokens of the person. The link is used up in the same transaction; the
   * slow hashing is done before. @throws LinkNotValid, PasswordTooWeak, TooManyRequests
   */
  async choose(token: string, password: string, from: string): Promise<void> {
    await this.limits.countTry(from);
    const holder = await this.links.holder(token);
    const passwordHash = await this.users.hashFor(holder, password);
    await transaction(this.source, holder.id, async (manager) => {
      const { id } = await this.links.use(manager, token);
      await this.users.setPassword(manager, id, passwordHash);
    });
  }
}
