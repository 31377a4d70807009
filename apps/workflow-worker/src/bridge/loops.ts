import {
  factsSignal,
  type FactsSignalArgs,
  hazardLoopType,
  type LoopFact,
  taskQueues,
} from '@bihuan/contracts';
import { TemporalClient } from '@bihuan/platform/temporal';
import { toldAll } from '@bihuan/process-core';
import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { introductionOf } from './introduction.ts';

/** `finished`: it had ended as it should. `closedEarly`: it has ended, but not because its hazard was finished. */
export type Outcome = 'told' | 'finished' | 'closedEarly';

/** The loops, as the bridge tells them facts. */
@Injectable()
export class Loops {
  constructor(private readonly temporal: TemporalClient) {}

  /**
   * Tells a loop, and starts it where none runs: before its first fact, or after it was terminated or failed.
   *
   * @throws whatever Temporal answers while it is away: to be tried again
   */
  async tell(hazardNo: string, facts: readonly LoopFact[]): Promise<Outcome> {
    try {
      await this.temporal.briefly((workflow) =>
        workflow.signalWithStart(hazardLoopType, {
          workflowId: hazardNo,
          taskQueue: taskQueues.workflows,
          args: [hazardNo],
          signal: factsSignal,
          signalArgs: [toldAll(facts)] satisfies FactsSignalArgs,
          workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
          ...introductionOf(facts),
        }),
      );
      return 'told';
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      return this.ended(hazardNo);
    }
  }

  /** A loop answers for its hazard: it ends with `finished` only when the owners' facts, or registration, said so. */
  private async ended(hazardNo: string): Promise<Outcome> {
    const outcome: unknown = await this.temporal.briefly((workflow) => workflow.getHandle(hazardNo).result());
    const { finished } = (outcome ?? {}) as { finished?: unknown };
    return finished === true ? 'finished' : 'closedEarly';
  }
}
