import { Body, Controller, HttpCode, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Text, Writes, type Write } from '../../platform/index.js';
import type { SignedIn } from '../policy/policy.guard.js';
import { Users } from '../users/users.js';
import { Sessions } from './sessions.js';

class OwnPassword {
  @Text({ max: 200, asTyped: true, description: 'the one until now' }) current: string;
  @Text({ max: 200, asTyped: true, example: 'a long pass phrase' }) password: string;
}

@ApiTags('identity')
@Controller('sessions/current/password')
export class OwnPasswordController {
  constructor(
    private readonly users: Users,
    private readonly sessions: Sessions,
  ) {}

  /** Changes my password, and ends my other sessions and tokens. */
  @Put()
  @Allow('everyone')
  @HttpCode(204)
  @ApiNoContentResponse()
  async change(
    @Body() { current, password }: OwnPassword,
    @Req() request: SignedIn,
    @Writes() write: Write,
  ): Promise<void> {
    const { email } = await this.users.get(write.actor.id);
    const user = await this.sessions.check({ email, password: current, from: request.ip });
    const passwordHash = await this.users.hashFor(user, password);
    await write((manager) => this.users.setPassword(manager, user.id, passwordHash, request.sessionId!));
  }
}
