import type { ErrorCodeEntry } from './entry.ts';

/** Refusals of an answer to a handover, or of a decision on one. */
export const handoverCodes = {
  'handover.notFound': { status: 404, zh: '未找到该移交', en: 'The handover was not found' },
  'handover.alreadyAnswered': {
    status: 409,
    zh: '该移交已答复',
    en: 'This handover has been answered already',
  },
  'handover.notRefused': { status: 409, zh: '该移交未被拒收', en: 'This handover has not been refused' },
  'handover.wrongTarget': {
    status: 422,
    zh: '该单位不能承接此类移交，或已是承接单位',
    en: 'This organisation cannot take a handover of this track from here, or has it already',
  },
  'handover.passedOnBefore': {
    status: 409,
    zh: '该单位已转出本移交，不能转回；不应承接的请拒收，由专项办裁定',
    en: 'This organisation has passed this handover on: it does not go back by transfer. Refuse it, and the office decides',
  },
  'handover.raised': {
    status: 403,
    zh: '该移交已连续两次被拒收，由上一级（{orgName}）裁定',
    en: 'This handover was refused twice in a row: {orgName}, one level up, decides',
  },
} as const satisfies Record<string, ErrorCodeEntry>;
