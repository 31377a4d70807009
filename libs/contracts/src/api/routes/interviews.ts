import * as interviews from '../interviews.ts';
import type { RouteSpec } from '../route.ts';

export const interviewsRoutes = {
  listInterviews: {
    method: 'GET',
    path: '/interviews',
    service: 'supervision',
    tag: 'interviews',
    status: 200,
    summary: { zh: '警示约谈清单', en: 'Warning interviews' },
    query: interviews.ListInterviews,
    reply: interviews.InterviewPage,
    codes: ['request.cursorInvalid'],
  },
} as const satisfies Record<string, RouteSpec>;
