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
import { Conversation } from './conversations/conversation.entity.js';
import { Conversations } from './conversations/conversations.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { FoundPeople } from './conversations/found-people.js';
import { ContactUpdates } from './conversations/contact-updates.js';
import { Lesson } from './lessons/lesson.entity.js';
import { Lessons } from './lessons/lessons.js';
import { LessonsController } from './lessons/lessons.controller.js';
import { MeetingAnswerRow } from './conversations/meeting-answer.entity.js';
import { MeetingAnswers } from './conversations/meeting-answers.js';
import { Meetings } from './conversations/meetings.js';
import { ConversationObjection } from './conversations/objection.entity.js';
import { PeopleController } from './results/people.controller.js';
import { ConversationMerging } from './merge-conversations.js';
import { OrganizationConversationMerging } from './merge-organization-conversations.js';
import { ConversationRedaction } from './redact-conversations.js';
import { BuyerCommitment } from './conversations/buyer-commitment.entity.js';
import { Resolutions } from './conversations/resolutions.js';
import { ResolutionsController } from './conversations/resolutions.controller.js';
import { Results } from './results/results.js';
import { ResultsController } from './results/results.controller.js';
import { Scoreboard } from './results/scoreboard.js';
import { ScoreboardController } from './results/scoreboard.controller.js';
import { Theme } from './themes/theme.entity.js';
import { Themes } from './themes/themes.js';
import { ThemesController } from './themes/themes.controller.js';
import { Verdicts } from './results/verdicts.js';
import { VerdictsController } from './results/verdicts.controller.js';

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
      ConversationObjection,
      MeetingAnswerRow,
      BuyerCommitment,
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
    MeetingAnswers,
    Resolutions,
    Lessons,
    FoundPeople,
    ContactUpdates,
    Themes,
    Scoreboard,
    Results,
    Verdicts,
    CheckIns,
    ConversationRedaction,
    ConversationMerging,
    OrganizationConversationMerging,
    GroupSessions,
    BuyingPlans,
    RiskChanges,
    BuyerMaps,
  ],
  exports: [Conversations, MeetingAnswers],
})
export class FeedbackModule {}
