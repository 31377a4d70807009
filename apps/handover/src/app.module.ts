import { Module } from '@nestjs/common';
import { taskQueues } from '@bihuan/contracts';
import { ServiceModule } from '@bihuan/platform/service';
import { HandoverActivitiesProvider } from './activities/handover-activities.ts';
import { AnswerHandover } from './domain/answer-handover.ts';
import { DispatchHandovers } from './domain/dispatch-handovers.ts';
import { HandoverReplies } from './domain/handover-replies.ts';
import { ListHandovers } from './domain/list-handovers.ts';
import { ListUnrouted } from './domain/list-unrouted.ts';
import { OpenHandover } from './domain/open-handover.ts';
import { RouteByOffice } from './domain/route-by-office.ts';
import { HandoversController } from './http/handovers.controller.ts';
import { Handover } from './persistence/handover.entity.ts';
import { Handovers } from './persistence/handovers.repository.ts';
import { HandoverSight } from './persistence/handover-sight.ts';
import { migrations } from './persistence/migrations/index.ts';
import { UnroutedTrack } from './persistence/unrouted-track.entity.ts';

/** 移交办理: the two handovers. */
@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'handover',
      entities: [Handover, UnroutedTrack],
      migrations,
      clocks: true,
      activities: HandoverActivitiesProvider,
      queue: taskQueues.handover,
      sight: HandoverSight,
    }),
  ],
  controllers: [HandoversController],
  providers: [
    HandoverSight,
    AnswerHandover,
    DispatchHandovers,
    HandoverActivitiesProvider,
    Handovers,
    HandoverReplies,
    ListHandovers,
    ListUnrouted,
    OpenHandover,
    RouteByOffice,
  ],
})
export class AppModule {}
