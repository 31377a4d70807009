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
  readHandover: {
    method: 'GET',
    path: '/handovers/{id}',
    ...ofHandover,
    status: 200,
    summary: { zh: '移交单（含转交、改派的前后环节）', en: 'A handover, with the chain it stands in' },
    params: handovers.HandoverParams,
    reply: handovers.HandoverDetail,
    codes: ['handover.notFound'],
  },
  acknowledgeHandover: {
    ...answer,
    path: '/handovers/{id}/acknowledge',
    ...ofHandover,
    summary: { zh: '签收（明确责任人和分管领导）', en: 'Acknowledge a handover, naming who is responsible' },
    body: handovers.AcknowledgeHandover,
    codes: ['handover.notFound', 'hazard.stateConflict', 'handover.alreadyAnswered'],
  },
  refuseHandover: {
    ...answer,
    path: '/handovers/{id}/refuse',
    ...ofHandover,
    summary: { zh: '拒收（须注明原因代码和理由）', en: 'Refuse a handover, with reason code and reason' },
    body: handovers.RefuseHandover,
    codes: ['handover.notFound', 'hazard.stateConflict', 'handover.alreadyAnswered'],
  },
  transferHandover: {
    ...answer,
    path: '/handovers/{id}/transfer',
    ...ofHandover,
    summary: {
      zh: '转交（承接单位；市政府可转交所辖县区）',
      en: 'Transfer a handover to another organisation, or to a county of the city (addressee)',
    },
    body: handovers.GiveHandoverTo,
    codes: [
      'handover.notFound',
      'hazard.stateConflict',
      'handover.alreadyAnswered',
      'organisation.unknown',
      'handover.wrongTarget',
      'handover.passedOnBefore',
    ],
  },
  redirectHandover: {
    ...answer,
    path: '/handovers/{id}/redirect',
    ...ofHandover,
    summary: {
      zh: '改派（办公室；两次拒收后由上一级裁定）',
      en: 'Redirect a handover (campaign office, or the level above once raised)',
    },
    body: handovers.GiveHandoverTo,
    codes: [
      'handover.notFound',
      'hazard.stateConflict',
      'handover.alreadyAnswered',
      'handover.raised',
      'organisation.unknown',
      'handover.wrongTarget',
    ],
  },
  insistHandover: {
    ...answer,
    path: '/handovers/{id}/insist',
    ...ofHandover,
    summary: {
      zh: '坚持移交（办公室对拒收的裁定；两次拒收后由上一级裁定）',
      en: 'Insist on a refused handover (campaign office, or the level above once raised)',
    },
    body: handovers.InsistHandover,
    codes: ['handover.notFound', 'hazard.stateConflict', 'handover.notRefused', 'handover.raised'],
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
    body: handovers.GiveHandoverTo,
    codes: ['handover.notFound', 'hazard.stateConflict', 'organisation.unknown', 'handover.wrongTarget'],
  },
} as const satisfies Record<string, RouteSpec>;
