import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config.js';
import { Pooled, STATEMENT_TIMEOUT } from './connection.js';
import { SnakeCase } from './naming.js';

export function databaseOptions(
  config: Pick<Config, 'databaseUrl' | 'databasePool'>,
  entities: DataSourceOptions['entities'] = [],
) {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    entities,
    namingStrategy: new SnakeCase(),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    extra: {
      max: config.databasePool,
      application_name: 'overture',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      Client: Pooled,
      // no statement of ours should take a minute; one that does would hold locks that others wait for
      statement_timeout: STATEMENT_TIMEOUT,
      // a process that freezes while it claims would keep its throttle slot from all others for as long
      idle_in_transaction_session_timeout: 15_000,
    },
  } satisfies DataSourceOptions;
}
