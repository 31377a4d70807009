import {
  workflowInfo,
  type WorkflowInterceptorsFactory,
  type WorkflowOutboundCallsInterceptor,
} from '@temporalio/workflow';
import { hazardLoopType } from '@bihuan/contracts/loop';

/** Lets log lines of a loop name its hazard. */
const outbound: WorkflowOutboundCallsInterceptor = {
  getLogAttributes: (input, next) => {
    const { workflowType, workflowId } = workflowInfo();
    return next(workflowType === hazardLoopType ? { ...input, hazardNo: workflowId } : input);
  },
};

export const interceptors: WorkflowInterceptorsFactory = () => ({ outbound: [outbound] });
