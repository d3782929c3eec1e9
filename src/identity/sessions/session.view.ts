import { Flag, Id, Instant, ListOf, OneOf, Text } from '../../platform/index.js';
import { TOKEN_SCOPES, type SessionFacts, type TokenScope } from './sessions.js';

export class SessionView {
  @Id() id: string;
  @OneOf(['session', 'token'], { description: 'of a browser, or of a program' }) kind: 'session' | 'token';
  @Text({ nullable: true, example: 'CRM sync' }) label: string | null;
  @OneOf(TOKEN_SCOPES) scope: TokenScope;
  @Text({ nullable: true, description: 'network address it was opened from', example: '203.0.113.7' })
  address: string | null;
  @Flag({ description: 'the one that asks' }) current: boolean;
  @Instant() createdAt: Date;
  @Instant() seenAt: Date;
  @Instant() expiresAt: Date;

  static of(session: SessionFacts, current: string): SessionView {
    return { ...session, current: session.id === current };
  }
}

/** All open sessions of one user, newest first. */
export class SessionList {
  @ListOf(() => SessionView) items: SessionView[];
  @Text({ nullable: true }) nextCursor: null;
}
