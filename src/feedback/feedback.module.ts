import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { CohortsModule } from '../cohorts/index.js';
import { WorkModule } from '../work/index.js';
import { BuyerMapController } from './buying/buyer-map.controller.js';
import { BuyerMaps } from './buying/buyer-maps.js';
import { BuyingPlan } from './buying/buying-plan.entity.js';
import { BuyingPlans } from './buying/buying-plans.js';
import { RiskChanges } from './buying/risk-changes.js';
import { GroupSession } from './buying/group-session.entity.js';
import { GroupSessions } from './buying/group-sessions.js';
import { GroupSessionsController } from './buying/group-sessions.controller.js';
import { CheckInNeed } from './check-ins/check-in-need.entity.js';
import { CheckInQuestion } from './check-ins/check-in-question.entity.js';
import { CheckIn } from './check-ins/check-in.entity.js';
import { CheckIns } from './check-ins/check-ins.js';
import { CheckInsController } from './check-ins/check-ins.controller.js';
import { Needs } from './check-ins/needs.js';
import { NeedsController } from './check-ins/needs.controller.js';
import { CheckInQuestionsController } from './check-ins/questions.controller.js';
import { Conversation } from './conversation.entity.js';
import { Conversations } from './conversations.js';
import { ConversationsController } from './conversations.controller.js';
import { FoundPeople } from './found-people.js';
import { Learned } from './learned.js';
import { Lesson } from './lesson.entity.js';
import { Lessons } from './lessons.js';
import { LessonsController } from './lessons.controller.js';
import { Meetings } from './meetings.js';
import { RaisedObjection } from './objection.entity.js';
import { PeopleController } from './people.controller.js';
import { PersonalConversations } from './personal.js';
import { DatedPromise } from './promise.entity.js';
import { Resolutions } from './resolutions.js';
import { ResolutionsController } from './resolutions.controller.js';
import { Results } from './results.js';
import { ResultsController } from './results.controller.js';
import { Scoreboard } from './scoreboard.js';
import { ScoreboardController } from './scoreboard.controller.js';
import { Theme } from './theme.entity.js';
import { Themes } from './themes.js';
import { ThemesController } from './themes.controller.js';
import { Verdicts } from './verdicts.js';
import { VerdictsController } from './verdicts.controller.js';

@Module({
  imports: [
    AccountsModule,
    WorkModule,
    CampaignsModule,
    CohortsModule,
    TypeOrmModule.forFeature([
      CheckIn,
      CheckInNeed,
      CheckInQuestion,
      Conversation,
      RaisedObjection,
      DatedPromise,
      GroupSession,
      BuyingPlan,
      Theme,
      Lesson,
    ]),
  ],
  controllers: [
    ConversationsController,
    ResolutionsController,
    ThemesController,
    ScoreboardController,
    PeopleController,
    LessonsController,
    GroupSessionsController,
    BuyerMapController,
    ResultsController,
    VerdictsController,
    CheckInsController,
    NeedsController,
    CheckInQuestionsController,
  ],
  providers: [
    Needs,
    Conversations,
    Meetings,
    Resolutions,
    Lessons,
    FoundPeople,
    Learned,
    Themes,
    Scoreboard,
    Results,
    Verdicts,
    CheckIns,
    PersonalConversations,
    GroupSessions,
    BuyingPlans,
    RiskChanges,
    BuyerMaps,
  ],
  exports: [Conversations],
})
export class FeedbackModule {}
