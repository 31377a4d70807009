import type { ErrorCodeEntry } from './entry.ts';

/** Refusals around a petition for another end of rectification. */
export const petitionCodes = {
  'petition.notFound': { status: 404, zh: '未找到该延期申请', en: 'The extension petition was not found' },
  'petition.clockEnded': {
    status: 409,
    zh: '整改期限已办结，不能延期',
    en: 'The rectification clock has ended: nothing can be extended',
  },
  'petition.pending': {
    status: 409,
    zh: '该隐患已有待决定的延期申请',
    en: 'A petition for this hazard waits for its decision already',
  },
  'petition.allowanceUsed': {
    status: 409,
    zh: '该隐患已延期 {allowance} 次，不能再延',
    en: 'This hazard was granted {allowance} extensions already: no further one may be asked for',
  },
  'petition.notLater': {
    status: 422,
    zh: '新期限须晚于现行期限',
    en: 'The new date must be later than the running one',
  },
  'petition.evidenceUnknown': {
    status: 422,
    zh: '该隐患没有下列证据：{ids}',
    en: 'The hazard has no such evidence: {ids}',
  },
  'petition.ownPetition': {
    status: 403,
    zh: '延期申请不能由申请单位或申请人决定',
    en: 'Neither the organisation nor the person that filed a petition may decide it',
  },
  'petition.decided': {
    status: 409,
    zh: '该延期申请已决定或已失效',
    en: 'This petition has been decided or has lapsed already',
  },
  'petition.reasonTooShort': {
    status: 422,
    zh: '同意逾期提出的申请须说明理由，至少 {least} 个字',
    en: 'To agree to a late petition, give a reason of at least {least} characters',
  },
  'petition.beyondAsked': {
    status: 422,
    zh: '批准的期限不能晚于申请的期限',
    en: 'The date granted cannot be later than the one asked for',
  },
} as const satisfies Record<string, ErrorCodeEntry>;
