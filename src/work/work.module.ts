import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { Absence } from './ownership/absence.entity.js';
import { AbsencesController } from './ownership/absences.controller.js';
import { Cards } from './brief/cards.js';
import { Claims } from './claims/claims.js';
import { ClaimsController } from './claims/claims.controller.js';
import { OwnershipRights } from './ownership/ownership-rights.js';
import { Ownerships } from './ownership/ownerships.js';
import { DispositionsController } from './tasks/dispositions.controller.js';
import { OwnershipsController } from './ownership/ownerships.controller.js';
import { TaskMerging } from './merge-tasks.js';
import { OrganizationTaskMerging } from './merge-organization-tasks.js';
import { TaskRedaction } from './redact-tasks.js';
import { QueueController } from './tasks/queue.controller.js';
import { QueueBufferController } from './tasks/queue-buffer.controller.js';
import { Task } from './tasks/task.entity.js';
import { Tasks } from './tasks/tasks.js';
import { TasksController } from './tasks/tasks.controller.js';
import { Upkeep } from './tasks/upkeep.js';

@Module({
  imports: [AccountsModule, TypeOrmModule.forFeature([Task, Absence])],
  controllers: [
    ClaimsController,
    TasksController,
    OwnershipsController,
    DispositionsController,
    AbsencesController,
    QueueController,
    QueueBufferController,
  ],
  providers: [
    Tasks,
    Claims,
    Cards,
    Ownerships,
    Upkeep,
    TaskRedaction,
    TaskMerging,
    OrganizationTaskMerging,
    OwnershipRights,
  ],
  exports: [Tasks, Claims, Cards, Ownerships],
})
export class WorkModule {}
