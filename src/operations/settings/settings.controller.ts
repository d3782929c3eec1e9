import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, ListOf, Settings, Text, Whole, Writes, type Write } from '../../platform/index.js';

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

@ApiTags('operations')
@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Allow('everyone')
  @ApiOkResponse({ type: SettingsView })
  async list(): Promise<SettingsView> {
    return { items: await this.settings.list(), nextCursor: null };
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
