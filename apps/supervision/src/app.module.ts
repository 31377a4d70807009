import { Module } from '@nestjs/common';
import { taskQueues } from '@bihuan/contracts';
import { ServiceModule } from '@bihuan/platform/service';
import { SupervisionActivitiesProvider } from './activities/supervision-activities.ts';
import { ApplyForAcceptance } from './domain/apply-for-acceptance.ts';
import { CaseClocks } from './domain/case-clocks.ts';
import { CaseSteps } from './domain/case-steps.ts';
import { EndWithdrawn } from './domain/end-withdrawn.ts';
import { FilePlan } from './domain/file-plan.ts';
import { GiveVerdict } from './domain/give-verdict.ts';
import { HearFact } from './domain/hear-fact.ts';
import { HearRung } from './domain/interviews/hear-rung.ts';
import { LeaveInterview } from './domain/interviews/leave-interview.ts';
import { ListInterviews } from './domain/interviews/list-interviews.ts';
import { CheckPetition } from './domain/petitions/check-petition.ts';
import { DecidePetition } from './domain/petitions/decide-petition.ts';
import { FilePetition } from './domain/petitions/file-petition.ts';
import { LapsePetition } from './domain/petitions/lapse-petition.ts';
import { ListPetitions } from './domain/petitions/list-petitions.ts';
import { PetitionReplies } from './domain/petitions/petition-replies.ts';
import { RectificationClock } from './domain/petitions/rectification-clock.ts';
import { RecordPast } from './domain/record-past.ts';
import { ReportCompletion } from './domain/report-completion.ts';
import { ReportProgress } from './domain/report-progress.ts';
import { StrikeOff } from './domain/strike-off.ts';
import { CasesController } from './http/cases.controller.ts';
import { InterviewsController } from './http/interviews.controller.ts';
import { PetitionsController } from './http/petitions.controller.ts';
import { CaseFactsConsumer } from './messaging/case-facts.ts';
import { Cases } from './persistence/cases.repository.ts';
import { entities } from './persistence/entities.ts';
import { InterviewPages } from './persistence/interview-pages.ts';
import { Interviews } from './persistence/interviews.repository.ts';
import { KnownEvidences } from './persistence/known-evidence.repository.ts';
import { migrations } from './persistence/migrations/index.ts';
import { Petitions } from './persistence/petitions.repository.ts';

/** 督导巡查: rectification, extension petitions, acceptance, strike-off; warning interviews are opened here. */
@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'supervision',
      entities,
      migrations,
      clocks: true,
      consumer: CaseFactsConsumer,
      activities: SupervisionActivitiesProvider,
      queue: taskQueues.supervision,
      sight: Cases,
    }),
  ],
  controllers: [CasesController, PetitionsController, InterviewsController],
  providers: [
    ApplyForAcceptance,
    CaseClocks,
    CaseFactsConsumer,
    Cases,
    CaseSteps,
    CheckPetition,
    DecidePetition,
    EndWithdrawn,
    FilePetition,
    FilePlan,
    GiveVerdict,
    HearFact,
    HearRung,
    InterviewPages,
    Interviews,
    KnownEvidences,
    LapsePetition,
    LeaveInterview,
    ListInterviews,
    ListPetitions,
    PetitionReplies,
    Petitions,
    RectificationClock,
    RecordPast,
    ReportCompletion,
    ReportProgress,
    StrikeOff,
    SupervisionActivitiesProvider,
  ],
})
export class AppModule {}
