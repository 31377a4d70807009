import * as operations from '../operations.ts';
import type { RouteSpec } from '../route.ts';

const composed = { service: 'gateway', tag: 'operations' } as const;

export const operationsRoutes = {
  reEmit: {
    method: 'POST',
    path: '/operations/re-emit',
    ...composed,
    status: 200,
    summary: { zh: '重新发布隐患的事实（运维）', en: 'Publish the facts of hazards again (operations)' },
    body: operations.ReEmit,
    reply: operations.ReEmitAllReply,
    codes: [],
  },
  listParked: {
    method: 'GET',
    path: '/operations/parked',
    ...composed,
    status: 200,
    summary: { zh: '停放的消息（运维）', en: 'Parked messages (operations)' },
    reply: operations.ParkedReply,
    codes: [],
  },
  requeue: {
    method: 'POST',
    path: '/operations/requeue',
    ...composed,
    status: 200,
    summary: { zh: '重新发送停放的消息（运维）', en: 'Send parked messages again (operations)' },
    body: operations.Requeue,
    reply: operations.ReEmitAllReply,
    codes: [],
  },
} as const satisfies Record<string, RouteSpec>;
