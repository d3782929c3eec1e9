import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Email, Flag, OneOf } from '../../platform/index.js';
import type { SignedIn } from '../policy/policy.guard.js';
import { LINK_LANGUAGES, PasswordLinks, type LinkLanguage } from './password-links.js';
import { PasswordMails } from './password-mails.js';

class NewPasswordReset {
  @Email() email: string;
  @OneOf(LINK_LANGUAGES, { optional: true, description: 'of the mail; left out: en' }) language?: LinkLanguage;
}

class PasswordResetWay {
  @Flag({ description: 'false: only an administrator can give a link' }) byMail: boolean;
}

@ApiTags('identity')
@Controller('password-resets')
export class PasswordResetsController {
  constructor(
    private readonly mails: PasswordMails,
    private readonly links: PasswordLinks,
  ) {}

  /** How a forgotten password is replaced here. */
  @Get()
  @Allow('public')
  @ApiOkResponse({ type: PasswordResetWay })
  way(): PasswordResetWay {
    return { byMail: this.links.byMail };
  }

  /** Mails a link to the user with this address, if there is one; the answer is the same if not. */
  @Post()
  @Allow('public')
  @HttpCode(204)
  @ApiNoContentResponse()
  async ask(@Body() { email, language = 'en' }: NewPasswordReset, @Req() request: SignedIn): Promise<void> {
    await this.mails.ask(email, language, request.ip);
  }
}
