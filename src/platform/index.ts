export { isEmailAddress } from './email-address.js';
export { Clock } from './clock.js';
export { Config, ConfigError, debugging, dnsServers, linkKeysIfAny, type DnsServers } from './config.js';
export { At, AtNow, IdColumn, Revision, TextArray, TextColumn, Uuid } from './database/columns.js';
export { lockOf, SessionLocks } from './database/session-locks.js';
export { recordAccess } from './database/access.js';
export { pauseAudit, resumeAudit } from './database/audit-pause.js';
export { auditWeaknesses, TWO_ROLES_ADVICE, warnOfOpenAudit } from './database/roles.js';
export { isConnectionLost } from './database/connection-lost.js';
export { assertDurable } from './database/durable.js';
export { assertMigrated, knownMigrations, migrate } from './database/migrate.js';
export { missingFromDatabase, writeMigration } from './database/missing.js';
export { databaseOptions } from './database/options.js';
export { lazy } from './lazy.js';
export { Shutdown } from './shutdown.js';
export { Dispatching, type DispatchingState } from './dispatching.js';
export { row, rows, touched } from './database/sql.js';
export { afterCommit, transaction } from './database/transaction.js';
export {
  Conflict,
  Forbidden,
  Invalid,
  NotFound,
  Problem,
  TooManyRequests,
  Unavailable,
  type FieldProblem,
} from './errors.js';
export type { Actor, ActorRequest } from './http/actor.js';
export {
  Counts,
  Day,
  Decimal,
  Email,
  Flag,
  Id,
  Ids,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Texts,
  Wholes,
  Whole,
} from './http/fields.js';
export { BYTE_ORDER_MARK, csv } from './http/csv.js';
export { ListOfPages } from './http/listing.docs.js';
export { Listed, page, type Listing, type ListQuery, type Page } from './http/listing.js';
export { ForMany, Many, ManyDone, matching } from './http/many.js';
export { AddressRefused, HOST_NAME, isLoopback } from './outbound/addresses.js';
export { Outbound } from './outbound/outbound.js';
export { ActsOn, ActsOnNamed, ACTS_ON, type ActedOn, type SubjectKind } from './http/acts-on.js';
export { spend } from './http/rate-limit.js';
export { assertOwnOrigin, isWrite } from './http/own-origin.js';
export { Allow, OrSigned, ROLES, ROLES_ALLOWED, SIGNED, type UserRole } from './http/policy.js';
export { toProblem } from './http/problem.filter.js';
export { assertRevision, IfMatch, StaleEdit, withRevision } from './http/revision.js';
export { publishConsole } from './http/console.js';
export { levels, openApi, publishDocs, serve } from './http/server.js';
export { isSigned } from './http/signature.js';
export { SecretAnswer, Writes, type Write } from './http/write.js';
export { WriteRights, type JudgedWrite } from './http/write-rights.js';
export { PlatformModule } from './platform.module.js';
export { Heartbeat, type Program, type ProgramKind } from './heartbeat.js';
export { JobQueue } from './queue/job-queue.js';
export { DeadLetters, type DeadLetter, type QueueState } from './queue/dead-letters.js';
export { Every, Handlers } from './queue/handlers.js';
export { Liveness } from './queue/liveness.js';
export { declareQueue, queueModules, queues } from './queue/queues.js';
export { declareSettings, Settings, type Setting } from './settings.js';
export { ConcurrencyLimit, TooBusy } from './threads/concurrency-limit.js';
export { ThreadEnded, ThreadPool } from './threads/thread-pool.js';
export { Vault } from './vault.js';
