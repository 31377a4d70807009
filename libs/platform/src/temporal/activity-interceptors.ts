import { HazardNo } from '@bihuan/contracts';
import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';
import { withHazard } from '../observability/index.ts';
import { failureOf } from './activity-failure.ts';
import { withOrigin } from './activity-origin.ts';

/** Around every activity of a service: who asks, which hazard the log lines belong to, and refusals as codes. */
export function activityInterceptors({ info }: Context): ActivityInterceptors {
  const workflowId = info.workflowExecution?.workflowId ?? info.activityId;
  return {
    inbound: {
      execute: (input, next) =>
        namingHazard(workflowId, () => withOrigin(workflowId, () => next(input))).catch((error: unknown) => {
          throw failureOf(error);
        }),
    },
  };
}

/** The loop of a hazard bears its number; other workflows belong to none. */
function namingHazard<T>(workflowId: string, work: () => T): T {
  return HazardNo.safeParse(workflowId).success ? withHazard(workflowId, work) : work();
}
