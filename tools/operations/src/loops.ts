import { loopQuery, type LoopView } from '@bihuan/contracts';
import {
  type WorkflowClient,
  type WorkflowExecutionStatusName,
  WorkflowNotFoundError,
} from '@temporalio/client';

/**
 * `ended`: as a loop ends that has nothing left to do; `lost`: terminated, failed, never started, or started anew by a
 * later fact alone, so that it knows only a part.
 */
export type LoopStanding = 'runs' | 'ended' | 'lost';

const AT_ONCE = 20;

/** The loops as Temporal knows them. */
export class Loops {
  readonly #workflow: Pick<WorkflowClient, 'getHandle'>;

  constructor(workflow: Pick<WorkflowClient, 'getHandle'>) {
    this.#workflow = workflow;
  }

  /** Asks about each by its number: the list of runs may lag behind, and what is lost must not be overlooked. */
  async standings(hazardNos: readonly string[]): Promise<ReadonlyMap<string, LoopStanding>> {
    const standings = new Map<string, LoopStanding>();
    const waiting = hazardNos.values();
    const ask = async (): Promise<void> => {
      for (const hazardNo of waiting) standings.set(hazardNo, await this.standing(hazardNo));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    return standings;
  }

  private async standing(hazardNo: string): Promise<LoopStanding> {
    try {
      const handle = this.#workflow.getHandle(hazardNo);
      const { status } = await handle.describe();
      const standing = standingOf(status.name);
      if (standing !== 'runs') return standing;
      const { registered } = await handle.query<LoopView>(loopQuery);
      return registered ? 'runs' : 'lost';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'lost';
      throw error;
    }
  }
}

function standingOf(status: WorkflowExecutionStatusName): LoopStanding {
  switch (status) {
    case 'RUNNING':
    case 'CONTINUED_AS_NEW':
      return 'runs';
    case 'COMPLETED':
      return 'ended';
    default:
      return 'lost';
  }
}
