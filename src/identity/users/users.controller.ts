import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Email,
  IfMatch,
  Listed,
  ListOfPages,
  OneOf,
  page,
  ROLES,
  SomeOf,
  Text,
  withRevision,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type UserRole,
  type Write,
} from '../../platform/index.js';
import { LINK_LANGUAGES, PasswordLinks, type LinkLanguage } from '../password-links/password-links.js';
import { User, USER_STATES } from './user.entity.js';
import { UserView } from './user.view.js';
import { Users } from './users.js';

class NewUser {
  @Email() email: string;
  @Text({ example: 'Nancy Davolio' }) name: string;
  @Text({ example: 'logistics', description: 'a code of GET /departments' }) department: string;
  @SomeOf(ROLES, { min: 1 }) roles: UserRole[];
  @OneOf(LINK_LANGUAGES, { optional: true, description: 'of the invitation; left out: en' }) language?: LinkLanguage;
}

class UserChange {
  @Text({ optional: true }) name?: string;
  @Text({ optional: true }) department?: string;
  @SomeOf(ROLES, { min: 1, optional: true }) roles?: UserRole[];
  @OneOf(['active', 'disabled'], { optional: true, description: 'active: invited where there is no password yet' })
  state?: 'active' | 'disabled';
}

const USERS: Listing = {
  id: 'u.id',
  defaultSort: 'name',
  sorts: {
    name: { column: 'u.name', kind: 'text', of: (user: User) => user.name },
    createdAt: { column: 'u.createdAt', kind: 'instant', of: (user: User) => user.createdAt },
  },
  filters: {
    department: { column: 'u.department', kind: 'text' },
    roles: { column: 'u.roles', kind: 'set', values: ROLES },
    state: { column: 'u.state', kind: 'text', values: USER_STATES },
  },
  search: ['u.name', 'u.email'],
};

@ApiTags('identity')
@Controller()
export class UsersController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly users: Users,
    private readonly links: PasswordLinks,
  ) {}

  @Get('users')
  @Allow('everyone')
  @ListOfPages(USERS, UserView)
  async list(@Listed(USERS) query: ListQuery): Promise<Page<UserView>> {
    const { items, ...rest } = await page(this.source.getRepository(User).createQueryBuilder('u'), USERS, query);
    return { items: items.map((user) => UserView.of(user)), ...rest };
  }

  /** Mails the user an invitation; where no mail is sent, POST /users/{id}/password-links gives a link to hand over. */
  @Post('users')
  @Allow('admin')
  @ApiCreatedResponse({ type: UserView })
  create(@Body() { language = 'en', ...facts }: NewUser, @Writes() write: Write): Promise<UserView> {
    return write(async (manager) => {
      const user = await this.users.create(manager, facts);
      if (this.links.byMail) await this.links.issue(manager, user, language);
      return UserView.of(user);
    });
  }

  @Get('users/:id')
  @Allow('everyone')
  @ApiOkResponse({ type: UserView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<UserView> {
    return withRevision(reply, UserView.of(await this.users.get(id)));
  }

  @Patch('users/:id')
  @Allow('admin')
  @ApiOkResponse({ type: UserView })
  change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: UserChange,
    @Writes() write: Write,
  ): Promise<UserView> {
    return write(async (manager) => UserView.of(await this.users.change(manager, id, read, body)));
  }
}
