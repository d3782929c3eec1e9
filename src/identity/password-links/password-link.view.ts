import { Email, Instant, ListOf, OneOf, Text } from '../../platform/index.js';
import { LINK_MAIL_STATES, LINK_PURPOSES, type LinkMailState, type LinkPurpose } from './password-links.js';

export class LinkHolderView {
  @OneOf(LINK_PURPOSES) purpose: LinkPurpose;
  @Text({ example: 'Nancy Davolio' }) name: string;
  @Email() email: string;
}

export class IssuedLinkView {
  @OneOf(LINK_PURPOSES) purpose: LinkPurpose;
  @Instant({ description: 'when it stops working; where it is mailed, counted anew when the mail leaves' })
  expiresAt: Date;
  @Text({
    nullable: true,
    description: 'to hand over to the user, shown once; null: it is mailed',
    example: 'https://overture.example.com/welcome#…',
  })
  link: string | null;
}

export class PasswordLinkView {
  @OneOf(LINK_PURPOSES) purpose: LinkPurpose;
  @OneOf(LINK_MAIL_STATES) mailState: LinkMailState;
  @Text({ nullable: true, description: 'what the mail server said last' }) mailResponse: string | null;
  @Instant() createdAt: Date;
  @Instant() expiresAt: Date;
  @Instant({ nullable: true }) usedAt: Date | null;
}

/** The newest link of a user, or none. */
export class PasswordLinkList {
  @ListOf(() => PasswordLinkView) items: PasswordLinkView[];
  @Text({ nullable: true }) nextCursor: null;
}
