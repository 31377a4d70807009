import { Module } from '@nestjs/common';
import { taskQueues } from '@bihuan/contracts';
import { ServiceModule } from '@bihuan/platform/service';
import { HandoverActivitiesProvider } from './activities/handover-activities.ts';
import { AnswerHandover } from './domain/answer-handover.ts';
import { DecideByOffice } from './domain/decide-by-office.ts';
import { DispatchHandovers } from './domain/dispatch-handovers.ts';
import { EndStruckOff } from './domain/end-struck-off.ts';
import { EndWithdrawn } from './domain/end-withdrawn.ts';
import { FollowCorrection } from './domain/follow-correction.ts';
import { HandOverClock } from './domain/hand-over-clock.ts';
import { HandoverReplies } from './domain/handover-replies.ts';
import { ListHandovers } from './domain/list-handovers.ts';
import { ListUnrouted } from './domain/list-unrouted.ts';
import { NoteFeedback } from './domain/note-feedback.ts';
import { OfficeList } from './domain/office-list.ts';
import { OpenHandover } from './domain/open-handover.ts';
import { RecordPast } from './domain/record-past.ts';
import { RedirectHandover } from './domain/redirect-handover.ts';
import { RefusalDecider } from './domain/refusal-decider.ts';
import { RouteByOffice } from './domain/route-by-office.ts';
import { ShowHandover } from './domain/show-handover.ts';
import { TakeUp } from './domain/take-up.ts';
import { HandoversController } from './http/handovers.controller.ts';
import { HazardFactsConsumer } from './messaging/hazard-facts.ts';
import { Handover } from './persistence/handover.entity.ts';
import { Handovers } from './persistence/handovers.repository.ts';
import { HandoverSight } from './persistence/handover-sight.ts';
import { HazardChange } from './persistence/hazard-change.entity.ts';
import { HazardChanges } from './persistence/hazard-changes.repository.ts';
import { migrations } from './persistence/migrations/index.ts';
import { UnroutedTrack } from './persistence/unrouted-track.entity.ts';

/** 移交办理: the two handovers. */
@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'handover',
      entities: [Handover, HazardChange, UnroutedTrack],
      migrations,
      clocks: true,
      consumer: HazardFactsConsumer,
      activities: HandoverActivitiesProvider,
      queue: taskQueues.handover,
      sight: HandoverSight,
    }),
  ],
  controllers: [HandoversController],
  providers: [
    HandoverSight,
    AnswerHandover,
    DecideByOffice,
    DispatchHandovers,
    EndStruckOff,
    EndWithdrawn,
    FollowCorrection,
    HandOverClock,
    HandoverActivitiesProvider,
    Handovers,
    HandoverReplies,
    HazardChanges,
    HazardFactsConsumer,
    ListHandovers,
    ListUnrouted,
    NoteFeedback,
    OfficeList,
    OpenHandover,
    RecordPast,
    RedirectHandover,
    RefusalDecider,
    RouteByOffice,
    ShowHandover,
    TakeUp,
  ],
})
export class AppModule {}
