import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, Config, Email, Instant, OneOf, Text, Whole, Writes, type Write } from '../../platform/index.js';
import type { SignedIn } from '../policy/policy.guard.js';
import { UserView } from '../users/user.view.js';
import { Users } from '../users/users.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { SessionList, SessionView } from './session.view.js';
import { Sessions, TOKEN_SCOPES, type TokenScope } from './sessions.js';

class SignInBody {
  @Email() email: string;
  @Text({ max: 200, asTyped: true, example: 'a long pass phrase' }) password: string;
}

class TokenRequest extends SignInBody {
  @Text({ optional: true, description: 'what the token is for', example: 'CRM sync' }) label?: string;
  @OneOf(TOKEN_SCOPES, { optional: true, description: 'read: it changes nothing; left out: everything' })
  scope?: TokenScope;
  @Whole({ optional: true, min: 1, max: 365, description: 'days until it ends; left out: 90' }) days?: number;
}

class TokenView {
  @Text() token: string;
  @Instant({ example: '2027-02-20T09:00:00Z' }) expiresAt: Date;
}

@ApiTags('identity')
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly users: Users,
    private readonly config: Config,
  ) {}

  /** Signs in with a cookie, for the console. */
  @Post('sessions')
  @Allow('public')
  @ApiCreatedResponse({ type: UserView })
  async signIn(
    @Body() { email, password }: SignInBody,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserView> {
    const { user, token, expiresAt } = await this.sessions.openSession({ email, password, from: request.ip });
    setSessionCookie(reply, this.config, token, expiresAt);
    return UserView.of(user);
  }

  /** A bearer token for programs; shown once. */
  @Post('tokens')
  @Allow('public')
  @ApiCreatedResponse({ type: TokenView })
  async token(@Body() { email, password, ...wish }: TokenRequest, @Req() request: SignedIn): Promise<TokenView> {
    const { token, expiresAt } = await this.sessions.openToken({ email, password, from: request.ip }, wish);
    return { token, expiresAt };
  }

  @Get('sessions/current')
  @Allow('everyone')
  @ApiOkResponse({ type: UserView })
  async me(@Req() request: SignedIn): Promise<UserView> {
    return UserView.of(await this.users.get(request.actor!.id));
  }

  /** My sessions and tokens. */
  @Get('sessions')
  @Allow('everyone')
  @ApiOkResponse({ type: SessionList })
  mine(@Req() request: SignedIn): Promise<SessionList> {
    return this.listOf(request.actor!.id, request);
  }

  @Delete('sessions/current')
  @Allow('everyone')
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(
    @Req() request: SignedIn,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await write((manager) => this.sessions.close(manager, write.actor.id, request.sessionId!));
    clearSessionCookie(reply, this.config);
  }

  /** Signs me out everywhere: ends all my sessions and tokens, this one too. */
  @Delete('sessions')
  @Allow('everyone')
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOutEverywhere(@Writes() write: Write, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await write((manager) => this.sessions.closeAll(manager, write.actor.id));
    clearSessionCookie(reply, this.config);
  }

  @Delete('sessions/:id')
  @Allow('everyone')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(@Param('id', ParseUUIDPipe) id: string, @Writes() write: Write): Promise<void> {
    const closed = await write((manager) => this.sessions.close(manager, write.actor.id, id));
    if (!closed) throw new NotFoundException('You have no such session.');
  }

  /** The open sessions and tokens of a user. */
  @Get('users/:id/sessions')
  @Allow('admin')
  @ApiOkResponse({ type: SessionList })
  async ofUser(@Param('id') id: string, @Req() request: SignedIn): Promise<SessionList> {
    return this.listOf((await this.users.get(id)).id, request);
  }

  /** Ends all sessions and tokens of a user. */
  @Delete('users/:id/sessions')
  @Allow('admin')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endAll(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    await write(async (manager) => this.sessions.closeAll(manager, (await this.users.get(id, manager)).id));
  }

  @Delete('users/:id/sessions/:sessionId')
  @Allow('admin')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Writes() write: Write,
  ): Promise<void> {
    const closed = await write((manager) => this.sessions.close(manager, id, sessionId));
    if (!closed) throw new NotFoundException('The user has no such session.');
  }

  private async listOf(userId: string, { sessionId }: SignedIn): Promise<SessionList> {
    const items = (await this.sessions.list(userId)).map((each) => SessionView.of(each, sessionId!));
    return { items, nextCursor: null };
  }
}
