import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Allow, Conflict, Flag, ListOf, NotFound, Text, Writes, type Write } from '../../platform/index.js';
import { Department } from './department.entity.js';

class DepartmentTaken extends Conflict {}
class DepartmentMissing extends NotFound {}

const COMMERCIAL = 'sales and marketing: they alone cannot approve a proposition';

class DepartmentView {
  @Text({ example: 'logistics' }) code: string;
  @Text({ example: 'Logistics' }) name: string;
  @Flag({ description: COMMERCIAL }) commercial: boolean;
}

class Departments {
  @ListOf(() => DepartmentView) items: DepartmentView[];
  @Text({ nullable: true }) nextCursor: null;
}

class NewDepartment {
  @Text({ max: 40, pattern: /^[a-z][a-z0-9_]*$/, example: 'quality', description: 'stays for good' }) code: string;
  @Text({ max: 100, example: 'Quality' }) name: string;
  @Flag({ optional: true, description: COMMERCIAL }) commercial?: boolean;
}

class DepartmentChange {
  @Text({ optional: true, min: 1, max: 100 }) name?: string;
  @Flag({ optional: true, description: COMMERCIAL }) commercial?: boolean;
}

@ApiTags('identity')
@Controller('departments')
export class DepartmentsController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  @Get()
  @Allow('everyone')
  @ApiOkResponse({ type: Departments })
  async list(): Promise<Departments> {
    return { items: await this.source.getRepository(Department).find({ order: { name: 'ASC' } }), nextCursor: null };
  }

  @Post()
  @Allow('admin')
  @ApiCreatedResponse({ type: DepartmentView })
  create(@Body() { code, name, commercial = false }: NewDepartment, @Writes() write: Write): Promise<DepartmentView> {
    return write(async (manager) => {
      const { raw } = await manager
        .createQueryBuilder()
        .insert()
        .into(Department)
        .values({ code, name, commercial })
        .orIgnore()
        .returning('code')
        .execute();
      if ((raw as unknown[]).length === 0) throw new DepartmentTaken(`There is a department "${code}" already.`);
      return { code, name, commercial };
    });
  }

  /** Its code stays: what was decided in its name is kept under it. */
  @Patch(':code')
  @Allow('admin')
  @ApiOkResponse({ type: DepartmentView })
  change(
    @Param('code') code: string,
    @Body() change: DepartmentChange,
    @Writes() write: Write,
  ): Promise<DepartmentView> {
    return write(async (manager) => {
      const department = await manager.findOne(Department, { where: { code }, lock: { mode: 'pessimistic_write' } });
      if (!department) throw new DepartmentMissing(`There is no department "${code}".`);
      return manager.save(Department, { ...department, ...change });
    });
  }
}
