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
import { builtBundle } from './bundle/built-bundle.ts';
import { LoopWorker, WorkflowBundle } from './worker/loop-worker.ts';

/** Runs the loops and carries facts to them. Keeps nothing of its own. */
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
    Bridge,
    LoopWorker,
  ],
})
export class AppModule implements OnApplicationShutdown {
  constructor(private readonly bus: MessageBus) {}

  async onApplicationShutdown(): Promise<void> {
    await this.bus.close();
  }
}
