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
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, Config, Email, Text } from '../../platform/index.js';
import { SESSION_COOKIE, type SignedIn } from '../policy/policy.guard.js';
import { Sessions } from './sessions.js';
import { UserView } from '../users/user.view.js';
import { Users } from '../users/users.js';

class Credentials {
  @Email() email: string;
  @Text({ max: 200, example: 'a long pass phrase' }) password: string;
}

class TokenRequest extends Credentials {
  @Text({ optional: true, description: 'what the token is for', example: 'CRM sync' }) label?: string;
}

class TokenView {
  @Text() token: string;
  @Text({ example: '2027-02-20T09:00:00Z' }) expiresAt: Date;
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
  @ApiOkResponse({ type: UserView })
  async signIn(
    @Body() body: Credentials,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserView> {
    const opened = await this.sessions.open(body.email, body.password, request.ip, 'session');
    void reply.setCookie(SESSION_COOKIE, opened.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.publicUrl.startsWith('https:'),
      expires: opened.expiresAt,
    });
    return UserView.of(opened.user);
  }

  /** A bearer token for programs; shown once. */
  @Post('tokens')
  @Allow('public')
  @ApiOkResponse({ type: TokenView })
  async token(@Body() body: TokenRequest, @Req() request: SignedIn): Promise<TokenView> {
    const { token, expiresAt } = await this.sessions.open(
      body.email,
      body.password,
      request.ip,
      'token',
      body.label ?? null,
    );
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
  async mine(@Req() request: SignedIn) {
    return { items: await this.sessions.list(request.actor!.id), nextCursor: null };
  }

  @Delete('sessions/current')
  @Allow('everyone')
  @HttpCode(204)
  async signOut(@Req() request: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.close(request.actor!.id, request.sessionId!);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @Delete('sessions/:id')
  @Allow('everyone')
  @HttpCode(204)
  async revoke(@Param('id', ParseUUIDPipe) id: string, @Req() request: SignedIn): Promise<void> {
    if (!(await this.sessions.close(request.actor!.id, id))) throw new NotFoundException('You have no such session.');
  }
}
