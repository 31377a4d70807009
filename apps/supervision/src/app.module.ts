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
import { RecordPast } from './domain/record-past.ts';
import { ReportCompletion } from './domain/report-completion.ts';
import { ReportProgress } from './domain/report-progress.ts';
import { StrikeOff } from './domain/strike-off.ts';
import { CasesController } from './http/cases.controller.ts';
import { CaseFactsConsumer } from './messaging/case-facts.ts';
import { Cases } from './persistence/cases.repository.ts';
import { entities } from './persistence/entities.ts';
import { migrations } from './persistence/migrations/index.ts';

/** 督导巡查: rectification, acceptance, strike-off. */
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
  controllers: [CasesController],
  providers: [
    ApplyForAcceptance,
    CaseClocks,
    CaseFactsConsumer,
    Cases,
    CaseSteps,
    EndWithdrawn,
    FilePlan,
    GiveVerdict,
    HearFact,
    RecordPast,
    ReportCompletion,
    ReportProgress,
    StrikeOff,
    SupervisionActivitiesProvider,
  ],
})
export class AppModule {}
