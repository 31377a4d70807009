import * as clocks from '../clocks.ts';
import * as reprojections from '../reprojections.ts';
import type { RouteSpec } from '../route.ts';

const ofClock = {
  method: 'POST',
  service: 'clockOwner',
  tag: 'clocks',
  status: 200,
  params: clocks.ClockParams,
  reply: clocks.ClockReply,
} as const;

const ofAllOwners = { method: 'POST', service: 'gateway', tag: 'clocks', status: 200 } as const;

export const clocksRoutes = {
  pauseClock: {
    ...ofClock,
    path: '/clocks/{id}/pause',
    summary: { zh: '暂停计时（法院裁定、不可抗力）', en: 'Pause a clock: order of a court, force majeure' },
    body: clocks.PauseClock,
    codes: ['clock.notFound', 'clock.notOpen', 'clock.paused', 'concurrency.stale'],
  },
  resumeClock: {
    ...ofClock,
    path: '/clocks/{id}/resume',
    summary: { zh: '恢复计时', en: 'Resume a clock' },
    body: clocks.ResumeClock,
    codes: ['clock.notFound', 'clock.notOpen', 'clock.notPaused', 'concurrency.stale'],
  },
  previewReprojection: {
    ...ofAllOwners,
    path: '/reprojections',
    summary: {
      zh: '按现行日历或新政策重新推算期限：预览',
      en: 'Re-project clocks by the calendar of today or another policy: preview',
    },
    body: reprojections.PreviewReprojection,
    reply: reprojections.ReprojectionPreview,
    codes: ['campaign.unknown', 'policy.versionUnknown', 'reference.notReady'],
  },
  applyReprojection: {
    ...ofAllOwners,
    path: '/reprojections/{hash}/apply',
    summary: { zh: '按预览结果调整期限', en: 'Apply a previewed re-projection' },
    params: reprojections.ReprojectionParams,
    body: reprojections.ApplyReprojection,
    reply: reprojections.ReprojectionApplied,
    codes: [
      'campaign.unknown',
      'policy.versionUnknown',
      'reference.notReady',
      'reprojection.changed',
      'reprojection.nothing',
    ],
  },
  readReprojections: {
    method: 'GET',
    path: '/reprojections',
    service: 'gateway',
    tag: 'clocks',
    status: 200,
    summary: { zh: '期限调整的通知进度', en: 'Progress of telling what a re-projection moved' },
    reply: reprojections.ReprojectionProgress,
    codes: [],
  },
} as const satisfies Record<string, RouteSpec>;
