import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, ListOf, Settings, SETTINGS, Text, Whole, Writes, type Write } from '../../platform/index.js';

class SettingValue {
  @Whole({ example: 24 }) value: number;
}

class SettingView extends SettingValue {
  @Text({ example: 'claimMinutes' }) name: string;
}

class SettingFacts extends SettingView {
  @Whole() default: number;
  @Whole() min: number;
  @Whole() max: number;
  @Text() about: string;
}

class SettingsView {
  @ListOf(() => SettingFacts) items: SettingFacts[];
  @Text({ nullable: true }) nextCursor: null;
}

/** Stands here and not in platform, because only from this room on does anybody know who an administrator is. */
@ApiTags('identity')
@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Allow('everyone')
  @ApiOkResponse({ type: SettingsView })
  async list(): Promise<SettingsView> {
    const values = await this.settings.all();
    return {
      items: Object.entries(SETTINGS).map(([name, setting]) => ({
        name,
        value: values[name as keyof typeof SETTINGS],
        ...setting,
      })),
      nextCursor: null,
    };
  }

  @Put(':name')
  @Allow('admin')
  @ApiOkResponse({ type: SettingView })
  set(@Param('name') name: string, @Body() body: SettingValue, @Writes() write: Write): Promise<SettingView> {
    return write(async (manager) => {
      await this.settings.set(manager, name, body.value);
      return { name, value: body.value };
    });
  }
}
