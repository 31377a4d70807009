import { ConfigModule, KafkaConfig, TemporalConfig } from '@bihuan/platform/config';
import {
  ConsumerMetrics,
  DeadLetters,
  FaultPoints,
  KafkaBus,
  MessageBus,
  NoFaults,
} from '@bihuan/platform/messaging';
import { ObservabilityModule } from '@bihuan/platform/observability';
import { TemporalModule } from '@bihuan/platform/temporal';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { Bridge } from './bridge/bridge.ts';
import { BridgeMetrics } from './bridge/bridge-metrics.ts';
import { Loops } from './bridge/loops.ts';
import { Months } from './bridge/months.ts';
import { Obligations } from './bridge/obligations.ts';
import { builtBundle } from './bundle/built-bundle.ts';
import { CampaignSchedules } from './schedules/campaign-schedules.ts';
import { LoopWorker, WorkflowBundle } from './worker/loop-worker.ts';

/** Runs the workflows, carries facts to them and keeps the schedules of campaigns. Keeps nothing of its own. */
@Module({
  imports: [ConfigModule.forRoot(KafkaConfig, TemporalConfig), ObservabilityModule, TemporalModule],
  providers: [
    {
      provide: MessageBus,
      inject: [KafkaConfig],
      useFactory: ({ brokers, topicPrefix }: KafkaConfig) =>
        new KafkaBus({ brokers, prefix: topicPrefix, clientId: 'workflow-worker' }),
    },
    { provide: WorkflowBundle, useValue: { codePath: builtBundle } satisfies WorkflowBundle },
    { provide: FaultPoints, useClass: NoFaults },
    ConsumerMetrics,
    DeadLetters,
    BridgeMetrics,
    Loops,
    Obligations,
    Months,
    Bridge,
    CampaignSchedules,
    LoopWorker,
  ],
})
export class AppModule implements OnApplicationShutdown {
  constructor(private readonly bus: MessageBus) {}

  async onApplicationShutdown(): Promise<void> {
    await this.bus.close();
  }
}
