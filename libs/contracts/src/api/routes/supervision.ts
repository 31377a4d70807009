import * as hazards from '../hazards.ts';
import type { RouteSpec } from '../route.ts';
import * as supervision from '../supervision.ts';

const caseStep = {
  method: 'POST',
  status: 200,
  service: 'supervision',
  tag: 'supervision',
  params: hazards.HazardParams,
  reply: supervision.CaseReply,
} as const;

export const supervisionRoutes = {
  filePlan: {
    ...caseStep,
    path: '/hazards/{no}/plan',
    summary: { zh: '报送整改方案', en: 'File the rectification plan' },
    body: supervision.FilePlan,
    codes: ['hazard.notFound', 'hazard.stateConflict'],
  },
  reportProgress: {
    ...caseStep,
    path: '/hazards/{no}/progress',
    summary: { zh: '报告整改进展', en: 'Report progress' },
    body: supervision.ReportProgress,
    codes: ['hazard.notFound', 'hazard.stateConflict'],
  },
  reportCompletion: {
    ...caseStep,
    path: '/hazards/{no}/completion',
    summary: { zh: '报告整改完成', en: 'Report completion' },
    body: supervision.ReportCompletion,
    codes: ['hazard.notFound', 'hazard.stateConflict', 'rectification.planMissing'],
  },
  applyForAcceptance: {
    ...caseStep,
    path: '/hazards/{no}/acceptance/application',
    summary: { zh: '申请验收', en: 'Apply for acceptance' },
    body: supervision.ApplyForAcceptance,
    codes: ['hazard.notFound', 'hazard.stateConflict', 'rectification.completionMissing'],
  },
  giveVerdict: {
    ...caseStep,
    path: '/hazards/{no}/acceptance/verdict',
    summary: { zh: '验收结论', en: 'Give the verdict of acceptance' },
    body: supervision.GiveVerdict,
    codes: [
      'hazard.notFound',
      'acceptance.notApplied',
      'acceptance.sameSide',
      'acceptance.newDeadlineRequired',
      'hazard.deadlinePast',
      'hazard.deadlineTooFar',
    ],
  },
  strikeOff: {
    ...caseStep,
    path: '/hazards/{no}/strike-off',
    summary: { zh: '办结销号', en: 'Sign the strike-off' },
    body: supervision.StrikeOff,
    codes: ['hazard.notFound', 'hazard.stateConflict', 'strikeOff.notAccepted', 'strikeOff.sameSigner'],
  },
} as const satisfies Record<string, RouteSpec>;
