import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow, Day, Flag, Id, Invalid, ListOf, Text, Texts, Writes, type Write } from '../../platform/index.js';
import { ClosedDays, type CalendarDay } from './closed-days.js';

const COUNTRY = /^[A-Z]{2}$/;

class CalendarAsked extends Invalid {}

class NewClosedDaysBody {
  @Day() from: string;
  @Day({ optional: true, description: 'the last one; left out: only the first' }) to?: string;
  @Text({ optional: true, nullable: true, pattern: COUNTRY, example: 'DE', description: 'null: everywhere' })
  country?: string | null;
  @Text({ max: 100, example: 'Works holiday' }) name: string;
}

class CalendarDayView implements CalendarDay {
  @Day() day: string;
  @Text({ example: 'Labour Day' }) name: string;
  @Id({ nullable: true, description: 'of a day that a person closed; null: a public holiday' }) closedId: string | null;
  @Flag({ description: 'closed in every country' }) everywhere: boolean;
}

class CalendarView {
  @ListOf(() => CalendarDayView) days: CalendarDay[];
  @Texts({ description: 'where our organizations are, most of them first' }) countries: string[];
}

/**
 * On which days nobody is written to or called: what the gate asks for every contact, in the contact's own zone and
 * country.
 */
@ApiTags('campaigns')
@Controller()
export class ClosedDaysController {
  constructor(private readonly days: ClosedDays) {}

  @Get('calendar')
  @Allow('everyone')
  @ApiQuery({ name: 'year', required: true, type: Number, example: 2026 })
  @ApiQuery({ name: 'country', required: false, type: String, example: 'DE' })
  @ApiQuery({ name: 'region', required: false, type: String, example: 'Bavaria' })
  @ApiOkResponse({ type: CalendarView })
  async calendar(
    @Query('year') year: string,
    @Query('country') country?: string,
    @Query('region') region?: string,
  ): Promise<CalendarView> {
    if (!/^20\d\d$/.test(year)) throw wrong('year', 'year is a year such as 2026');
    if (country !== undefined && !COUNTRY.test(country)) throw wrong('country', 'country is two letters such as DE');
    if (region !== undefined && (typeof region !== 'string' || region.length > 100))
      throw wrong('region', 'region is a state or province such as Bavaria');
    return {
      days: await this.days.year(country ?? null, Number(year), region ?? null),
      countries: await this.days.countries(),
    };
  }

  /** Who was to be reached on such a day is reached on the next open one. */
  @Post('closed-days')
  @Allow('admin', 'sales_ops')
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(@Body() { from, to, country, name }: NewClosedDaysBody, @Writes() write: Write): Promise<void> {
    await write((manager) =>
      this.days.close(manager, { from, to: to ?? from, country: country ?? null, name }, write.actor.id),
    );
  }

  @Delete('closed-days/:id')
  @Allow('admin', 'sales_ops')
  @HttpCode(204)
  @ApiNoContentResponse()
  async open(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    await write((manager) => this.days.open(manager, id));
  }
}

const wrong = (field: string, message: string): CalendarAsked =>
  new CalendarAsked(message, [{ field, code: 'invalid', message }]);
