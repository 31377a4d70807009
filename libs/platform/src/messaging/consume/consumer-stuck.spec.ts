import { describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { v7 as uuidV7 } from 'uuid';
import { UnitOfWork } from '../../commands/index.ts';
import {
  type MessageBatch,
  MessageBus,
  type Subscription,
  type SubscriptionRequest,
} from '../bus/message-bus.ts';
import { NoFaults } from '../faults.ts';
import { ConsumerMetrics } from './consumer-metrics.ts';
import { ConsumerRunner } from './consumer-runner.ts';
import { DeadLetters } from './dead-letters.ts';
import { FactConsumer } from './fact-consumer.ts';

class Reports extends FactConsumer<'progress.reported'> {
  override readonly name = 'assessment.notes';
  override readonly topics = ['supervision'] as const;
  override readonly types = ['progress.reported'] as const;
  override handle(): Promise<void> {
    return Promise.resolve();
  }
}

/** A database that is away; tells how often it was asked. */
class AwayWork extends UnitOfWork {
  asked = 0;
  constructor(private readonly onAsked: (times: number) => void) {
    super();
  }
  override run(): Promise<never> {
    this.asked += 1;
    this.onAsked(this.asked);
    return Promise.reject(new Error('the database is away'));
  }
}

/** A broker that hands out the batches of a test. */
class HandedBus extends MessageBus {
  request: SubscriptionRequest | undefined;
  override publish(): Promise<void> {
    return Promise.resolve();
  }
  override subscribe(request: SubscriptionRequest): Subscription {
    this.request = request;
    return { joined: true, stop: () => Promise.resolve() };
  }
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

const value = JSON.stringify({
  id: uuidV7(),
  type: 'progress.reported',
  version: 1,
  occurredAt: '2023-10-16T01:00:00.000Z',
  aggregate: { type: 'hazard', id: 'SX2023-140105-GAS-202310-000001' },
  actor: { person: 'p', orgCode: null, role: 'handler' },
  correlationId: 'test',
  data: { hazardNo: 'SX2023-140105-GAS-202310-000001', percent: 10, reportedAt: '2023-10-16T01:00:00.000Z' },
});

function batchOf(signal: AbortSignal, heartbeat: () => Promise<void>): MessageBatch {
  const place = { topic: 'supervision', partition: 0, offset: '1', key: 'k', headers: {} } as const;
  return { messages: [{ ...place, value }], signal, done: () => undefined, heartbeat };
}

describe('a consumer that was stuck in a partition', () => {
  function started(onAsked: (times: number) => void): { bus: HandedBus; runner: ConsumerRunner } {
    const bus = new HandedBus();
    const deadLetters = new DeadLetters(bus, new ConsumerMetrics(new Registry()));
    const parts = { service: 'assessment', bus, deadLetters, faults: new NoFaults() };
    const runner = new ConsumerRunner(new Reports(), { ...parts, unitOfWork: new AwayWork(onAsked) });
    runner.start();
    return { bus, runner };
  }

  it('no longer is when the partition goes to somebody else', async () => {
    const lost = new AbortController();
    const { bus, runner } = started((times) => {
      if (times > 3) lost.abort();
    });
    await bus.request?.onBatch(batchOf(lost.signal, () => Promise.resolve()));
    expect(lost.signal.aborted).toBe(true);
    runner.check();
  });

  it('no longer is when the broker refuses its heartbeat', async () => {
    let asked = 0;
    const { bus, runner } = started((times) => (asked = times));
    const refusing = (): Promise<void> =>
      asked < 3 ? Promise.resolve() : Promise.reject(new Error('REBALANCE_IN_PROGRESS'));
    const batch = batchOf(new AbortController().signal, refusing);
    await expect(bus.request?.onBatch(batch)).rejects.toThrow('REBALANCE_IN_PROGRESS');
    runner.check();
  });
});
