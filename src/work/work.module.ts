import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { Absence } from './absence.entity.js';
import { AbsencesController } from './absences.controller.js';
import { Cards } from './cards.js';
import { Claims } from './claims.js';
import { ClaimsController } from './claims.controller.js';
import { Ownerships } from './ownerships.js';
import { DispositionsController } from './dispositions.controller.js';
import { OwnershipsController } from './ownerships.controller.js';
import { PersonalTasks } from './personal.js';
import { QueueController } from './queue.controller.js';
import { QueueBufferController } from './queue-buffer.controller.js';
import { Task } from './task.entity.js';
import { Tasks } from './tasks.js';
import { TasksController } from './tasks.controller.js';
import { Upkeep } from './upkeep.js';

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
  providers: [Tasks, Claims, Cards, Ownerships, Upkeep, PersonalTasks],
  exports: [Tasks, Claims, Cards, Ownerships],
})
export class WorkModule {}
