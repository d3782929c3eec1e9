import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, Config, OneOf, SecretAnswer, Text, Writes, type Write } from '../../platform/index.js';
import type { SignedIn } from '../policy/policy.guard.js';
import { clearSessionCookie, sessionCookie } from '../sessions/session-cookie.js';
import { Users } from '../users/users.js';
import { PasswordByLink } from './password-by-link.js';
import { IssuedLinkView, LinkHolderView, PasswordLinkList } from './password-link.view.js';
import { LINK_LANGUAGES, PasswordLinks, type LinkLanguage } from './password-links.js';

class NewPasswordLink {
  @OneOf(LINK_LANGUAGES, { optional: true, description: 'of the mail; left out: en' }) language?: LinkLanguage;
}

class LinkToken {
  @Text({ max: 200, asTyped: true, description: 'what stands after # in the link' }) token: string;
}

class PasswordByLinkBody extends LinkToken {
  @Text({ max: 200, asTyped: true, example: 'a long pass phrase' }) password: string;
}

@ApiTags('identity')
@Controller()
export class PasswordLinksController {
  constructor(
    private readonly links: PasswordLinks,
    private readonly byLink: PasswordByLink,
    private readonly users: Users,
    private readonly config: Config,
  ) {}

  /** Sends the user a new link, or gives it to be handed over where no mail is sent. An older one ends. */
  @Post('users/:id/password-links')
  @Allow('admin')
  @SecretAnswer()
  @ApiCreatedResponse({ type: IssuedLinkView })
  issue(
    @Param('id') id: string,
    @Body() { language = 'en' }: NewPasswordLink,
    @Writes() write: Write,
  ): Promise<IssuedLinkView> {
    return write(async (manager) => this.links.issue(manager, await this.users.get(id, manager), language));
  }

  @Get('users/:id/password-links')
  @Allow('admin')
  @ApiOkResponse({ type: PasswordLinkList })
  async ofUser(@Param('id') id: string): Promise<PasswordLinkList> {
    const newest = await this.links.of((await this.users.get(id)).id);
    return { items: newest ? [newest] : [], nextCursor: null };
  }

  /** Whose link it is. Somebody else who is signed in in this browser is signed out. */
  @Post('password-links/opening')
  @Allow('public')
  @HttpCode(200)
  @ApiOkResponse({ type: LinkHolderView })
  async open(
    @Body() { token }: LinkToken,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LinkHolderView> {
    const { holder, signedOut } = await this.byLink.open(token, request.ip, sessionCookie(request, this.config));
    if (signedOut) clearSessionCookie(reply, this.config);
    return holder;
  }

  /** Sets the password, once, and ends all sessions and tokens of its owner. */
  @Post('password-links/password')
  @Allow('public')
  @HttpCode(204)
  @ApiNoContentResponse()
  async choose(@Body() { token, password }: PasswordByLinkBody, @Req() request: SignedIn): Promise<void> {
    await this.byLink.choose(token, password, request.ip);
  }
}
