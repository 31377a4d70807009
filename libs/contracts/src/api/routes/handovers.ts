import * as handovers from '../handovers.ts';
import type { RouteSpec } from '../route.ts';

const ofHandover = { service: 'handover', tag: 'handovers' } as const;
const answer = {
  method: 'POST',
  status: 200,
  params: handovers.HandoverParams,
  reply: handovers.HandoverReply,
} as const;

export const handoversRoutes = {
  listHandovers: {
    method: 'GET',
    path: '/handovers',
    ...ofHandover,
    status: 200,
    summary: { zh: '移交清单', en: 'Handovers' },
    query: handovers.ListHandovers,
    reply: handovers.HandoverPage,
    codes: ['request.cursorInvalid'],
  },
  acknowledgeHandover: {
    ...answer,
    path: '/handovers/{id}/acknowledge',
    ...ofHandover,
    summary: { zh: '签收', en: 'Acknowledge a handover' },
    body: handovers.AcknowledgeHandover,
    codes: ['handover.notFound', 'hazard.stateConflict', 'handover.alreadyAnswered'],
  },
  refuseHandover: {
    ...answer,
    path: '/handovers/{id}/refuse',
    ...ofHandover,
    summary: { zh: '拒收（须说明理由）', en: 'Refuse a handover, with reason' },
    body: handovers.RefuseHandover,
    codes: ['handover.notFound', 'hazard.stateConflict', 'handover.alreadyAnswered'],
  },
  transferHandover: {
    ...answer,
    path: '/handovers/{id}/transfer',
    ...ofHandover,
    summary: { zh: '转交', en: 'Transfer a handover to another organisation' },
    body: handovers.TransferHandover,
    codes: [
      'handover.notFound',
      'hazard.stateConflict',
      'handover.alreadyAnswered',
      'organisation.unknown',
      'handover.wrongTarget',
    ],
  },
  insistHandover: {
    ...answer,
    path: '/handovers/{id}/insist',
    ...ofHandover,
    summary: { zh: '坚持移交（办公室对拒收的裁定）', en: 'Insist on a refused handover (campaign office)' },
    body: handovers.InsistHandover,
    codes: ['handover.notFound', 'hazard.stateConflict', 'handover.notRefused'],
  },
  listUnrouted: {
    method: 'GET',
    path: '/handovers/unrouted',
    ...ofHandover,
    status: 200,
    summary: { zh: '无承接单位的隐患', en: 'Hazards without a route, for the campaign office' },
    query: handovers.ListUnrouted,
    reply: handovers.UnroutedPage,
    codes: ['request.cursorInvalid'],
  },
  routeHandover: {
    ...answer,
    path: '/handovers/unrouted/{id}/route',
    ...ofHandover,
    summary: { zh: '指定承接单位', en: 'Name the organisation for a hazard without a route' },
    body: handovers.RouteHandover,
    codes: ['handover.notFound', 'hazard.stateConflict', 'organisation.unknown', 'handover.wrongTarget'],
  },
} as const satisfies Record<string, RouteSpec>;
