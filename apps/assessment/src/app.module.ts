import { Module } from '@nestjs/common';
import { taskQueues } from '@bihuan/contracts';
import { ServiceModule } from '@bihuan/platform/service';
import { AssessmentActivitiesProvider } from './activities/assessment-activities.ts';
import { AssessMonth } from './domain/assess-month.ts';
import { ListAssessments } from './domain/list-assessments.ts';
import { OpenMonth } from './domain/open-month.ts';
import { ReadAssessment } from './domain/read-assessment.ts';
import { RequestAssessment } from './domain/request-assessment.ts';
import { RunMonth } from './domain/run-month.ts';
import { TellHazards } from './domain/tell-hazards.ts';
import { AssessmentsController } from './http/assessments.controller.ts';
import { MeasuredFactsConsumer } from './messaging/measured-facts.ts';
import { CityAssessments } from './persistence/city-assessments.repository.ts';
import { entities } from './persistence/entities.ts';
import { HazardMeasures } from './persistence/hazard-measures.repository.ts';
import { migrations } from './persistence/migrations/index.ts';
import { Months } from './persistence/months.repository.ts';

/** 考核通报: measures of hazards, and the monthly assessment with its ranking. */
@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'assessment',
      entities,
      migrations,
      consumer: MeasuredFactsConsumer,
      activities: AssessmentActivitiesProvider,
      queue: taskQueues.assessment,
      sight: HazardMeasures,
    }),
  ],
  controllers: [AssessmentsController],
  providers: [
    AssessmentActivitiesProvider,
    AssessMonth,
    CityAssessments,
    HazardMeasures,
    ListAssessments,
    MeasuredFactsConsumer,
    Months,
    OpenMonth,
    ReadAssessment,
    RequestAssessment,
    RunMonth,
    TellHazards,
  ],
})
export class AppModule {}
