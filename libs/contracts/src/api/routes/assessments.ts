import * as assessments from '../assessments.ts';
import type { RouteSpec } from '../route.ts';

const ofAssessment = { service: 'assessment', tag: 'assessment' } as const;

export const assessmentsRoutes = {
  requestAssessment: {
    method: 'POST',
    path: '/assessments',
    ...ofAssessment,
    status: 202,
    summary: { zh: '要求进行一个月的考核', en: 'Ask for the assessment of a month' },
    body: assessments.RequestAssessment,
    reply: assessments.MonthOfAssessment,
    codes: ['campaign.unknown', 'month.outsideCampaign', 'month.notEnded'],
  },
  listAssessments: {
    method: 'GET',
    path: '/assessments',
    ...ofAssessment,
    status: 200,
    summary: { zh: '各月考核的进展', en: 'Months and how their assessments stand' },
    query: assessments.OfCampaign,
    reply: assessments.AssessmentList,
    codes: [],
  },
  readAssessment: {
    method: 'GET',
    path: '/assessments/{month}',
    ...ofAssessment,
    status: 200,
    summary: { zh: '一个月的考核通报', en: 'The assessment of a month, with its ranking' },
    params: assessments.AssessmentParams,
    query: assessments.OfCampaign,
    reply: assessments.AssessmentReply,
    codes: ['assessment.notFound'],
  },
} as const satisfies Record<string, RouteSpec>;
