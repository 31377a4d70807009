import type { EventOf } from '@bihuan/contracts';
import { v7 as uuidV7 } from 'uuid';
import type { Work } from '../../commands/index.ts';
import { FactConsumer } from './fact-consumer.ts';
import { PermanentError } from './permanent-error.ts';

export const hazard = (n: number): string => `SX2023-140105-GAS-202310-${String(n).padStart(6, '0')}`;

/** Writes down what it handled, in the order of handling. */
export class Notebook extends FactConsumer<'progress.reported'> {
  override readonly topics = ['supervision'] as const;
  override readonly types = ['progress.reported'] as const;
  failures = 0;
  failing = new Set<number>();
  hopeless = new Set<number>();
  announcing = false;
  constructor(override readonly name: string) {
    super();
  }
  override async handle(work: Work, { data }: EventOf<'progress.reported'>): Promise<void> {
    const { hazardNo, percent } = data;
    await work.tx.query('INSERT INTO note (consumer, hazard, percent) VALUES ($1, $2, $3)', [
      this.name,
      hazardNo,
      percent,
    ]);
    if (this.announcing)
      work.emit({
        topic: 'supervision',
        type: 'plan.filed',
        key: hazardNo,
        data: { hazardNo, filedAt: work.now.toISOString() },
      });
    if (this.hopeless.has(percent)) throw new PermanentError('hazard.notFound', { params: { hazardNo } });
    if (!this.failing.has(percent)) return;
    this.failures += 1;
    throw new Error('something is away');
  }
}

/** A report of progress about the n-th hazard, as a message. */
export function report(n: number, percent: number, change: object = {}): { key: string; value: string } {
  const hazardNo = hazard(n);
  const envelope = {
    id: uuidV7(),
    type: 'progress.reported',
    version: 1,
    occurredAt: '2023-10-09T01:00:00.000Z',
    aggregate: { type: 'hazard', id: hazardNo },
    actor: { person: 'p', orgCode: null, role: 'handler' },
    correlationId: 'r',
    data: { hazardNo, percent, reportedAt: '2023-10-09T01:00:00.000Z' },
    ...change,
  };
  return { key: hazardNo, value: JSON.stringify(envelope) };
}

/** Reports about one hazard, one a percent. */
export const many = (n: number, from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => report(n, from + index));
