import {
  defaultPayloadConverter,
  workflowInfo,
  type WorkflowInterceptorsFactory,
  type WorkflowOutboundCallsInterceptor,
} from '@temporalio/workflow';
import { originHeader } from '@bihuan/contracts/loop';

/** Tells every activity who asks, for the audit trail: the loop acts for the product itself, and its hazard number ties it together. */
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
  getLogAttributes: (input, next) => next({ ...input, hazardNo: workflowInfo().workflowId }),
};

export const interceptors: WorkflowInterceptorsFactory = () => ({ outbound: [outbound] });
