import * as corrections from '../corrections.ts';
import { HazardParams } from '../hazards.ts';
import type { RouteSpec } from '../route.ts';

const ofHazard = { service: 'registration', tag: 'hazards', params: HazardParams } as const;

export const correctionsRoutes = {
  correctHazard: {
    method: 'POST',
    path: '/hazards/{no}/corrections',
    ...ofHazard,
    status: 201,
    summary: { zh: '更正登记内容', en: 'Correct what was registered' },
    body: corrections.CorrectHazard,
    reply: corrections.CorrectionReply,
    codes: [
      'hazard.notFound',
      'hazard.stateConflict',
      'correction.nothingChanged',
      'campaign.fieldOutside',
      'place.unknown',
      'place.notCounty',
      'fieldOfSupervision.unknown',
      'standard.unknown',
      'standard.notInForce',
      'standard.otherField',
      'clause.unknown',
      'clause.required',
      'clause.reasonRequired',
      'unit.creditCodeInvalid',
      'organisation.unknown',
      'reference.notReady',
    ],
  },
  listCorrections: {
    method: 'GET',
    path: '/hazards/{no}/corrections',
    ...ofHazard,
    status: 200,
    summary: { zh: '更正记录', en: 'Corrections of a hazard' },
    query: corrections.ListCorrections,
    reply: corrections.CorrectionPage,
    codes: ['hazard.notFound', 'request.cursorInvalid'],
  },
  requestWithdrawal: {
    method: 'POST',
    path: '/hazards/{no}/withdrawal',
    ...ofHazard,
    status: 201,
    summary: { zh: '申请撤销误登记的隐患', en: 'Request the withdrawal of a hazard registered in error' },
    body: corrections.RequestWithdrawal,
    reply: corrections.WithdrawalReply,
    codes: ['hazard.notFound', 'hazard.stateConflict', 'withdrawal.open'],
  },
  decideWithdrawal: {
    method: 'POST',
    path: '/hazards/{no}/withdrawal/decision',
    ...ofHazard,
    status: 200,
    summary: { zh: '决定撤销申请', en: 'Decide a requested withdrawal' },
    body: corrections.DecideWithdrawal,
    reply: corrections.WithdrawalReply,
    codes: ['hazard.notFound', 'withdrawal.notFound', 'withdrawal.decided', 'withdrawal.samePerson'],
  },
  readWithdrawal: {
    method: 'GET',
    path: '/hazards/{no}/withdrawal',
    ...ofHazard,
    status: 200,
    summary: { zh: '撤销申请', en: 'The withdrawal of a hazard' },
    reply: corrections.WithdrawalReply,
    codes: ['hazard.notFound', 'withdrawal.notFound'],
  },
} as const satisfies Record<string, RouteSpec>;
