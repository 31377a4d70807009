import {
  defaultPayloadConverter,
  workflowInfo,
  type WorkflowInterceptorsFactory,
  type WorkflowOutboundCallsInterceptor,
} from '@temporalio/workflow';
import { hazardLoopType, originHeader } from '@bihuan/contracts/loop';

/** Tells every activity who asks, for the audit trail: workflows act for the product itself, and their id ties it together. */
const outbound: WorkflowOutboundCallsInterceptor = {
  scheduleActivity(input, next) {
    const { workflowId } = workflowInfo();
    const origin = {
      actor: { person: 'service:workflow-worker', orgCode: null, role: 'service' },
      correlationId: workflowId,
    };
    const headers = { ...input.headers, [originHeader]: defaultPayloadConverter.toPayload(origin) };
    return next({ ...input, headers });
  },
  getLogAttributes: (input, next) => {
    const { workflowType, workflowId } = workflowInfo();
    return next(workflowType === hazardLoopType ? { ...input, hazardNo: workflowId } : input);
  },
};

export const interceptors: WorkflowInterceptorsFactory = () => ({ outbound: [outbound] });
