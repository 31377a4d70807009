import {
  factsSignal,
  type ObligationClockFact,
  obligationIdOf,
  type ObligationInput,
  type ObligationSignalArgs,
  obligationType,
  taskQueues,
} from '@bihuan/contracts';
import { brief } from '@bihuan/hazard-loop';
import { BusinessClock } from '@bihuan/platform/config';
import { TemporalClient } from '@bihuan/platform/temporal';
import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Outcome } from './loops.ts';

/** Clocks without a hazard, as the bridge tells their workflows facts. */
@Injectable()
export class Obligations {
  constructor(
    private readonly temporal: TemporalClient,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Tells the workflow of a clock, and starts it where none runs. One that has ended did so because its clock had.
   *
   * @throws whatever Temporal answers while it is away: to be tried again
   */
  async tell(clockId: string, facts: readonly ObligationClockFact[]): Promise<Outcome> {
    const [first] = facts;
    const input: ObligationInput = { clockId, businessOffsetMs: this.clock.offsetMs() };
    try {
      await this.temporal.briefly((workflow) =>
        workflow.signalWithStart(obligationType, {
          workflowId: obligationIdOf(clockId),
          taskQueue: taskQueues.workflows,
          args: [input],
          signal: factsSignal,
          signalArgs: [facts] satisfies ObligationSignalArgs,
          workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
          staticSummary: brief(`期限 · ${first?.data.title.zh ?? clockId}`),
        }),
      );
      return 'told';
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'finished';
      throw error;
    }
  }
}
