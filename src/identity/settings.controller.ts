import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Settings, SETTINGS, Whole, Writes, type Write } from '../platform/index.js';

class SettingValue {
  @Whole({ example: 24 }) value: number;
}

/** Stands here and not in platform, because only from this room on does anybody know who an administrator is. */
@ApiTags('identity')
@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Allow('everyone')
  async list() {
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
  set(@Param('name') name: string, @Body() body: SettingValue, @Writes() write: Write) {
    return write(async (manager) => {
      await this.settings.set(manager, name, body.value);
      return { name, value: body.value };
    });
  }
}
