import * as operations from '../operations.ts';
import type { RouteSpec } from '../route.ts';

export const operationsRoutes = {
  reEmit: {
    method: 'POST',
    path: '/operations/re-emit',
    service: 'gateway',
    tag: 'operations',
    status: 200,
    summary: { zh: '重新发布隐患的事实（运维）', en: 'Publish the facts of hazards again (operations)' },
    body: operations.ReEmit,
    reply: operations.ReEmitAllReply,
    codes: [],
  },
} as const satisfies Record<string, RouteSpec>;
