import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Every } from './queue/handlers.js';

@Injectable()
export class Housekeeping {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  @Every('forget-idempotency-keys', 3_600_000)
  async forgetKeys(): Promise<void> {
    await this.source.query("DELETE FROM idempotency_key WHERE created_at < clock_timestamp() - interval '3 days'");
  }
}
