import type { ErrorCodeEntry } from './entry.ts';

export const assessmentCodes = {
  'assessment.notFound': {
    status: 404,
    zh: '{month} 尚未通报考核：{state}',
    en: '{month} has not been assessed: {state}',
  },
  'assessment.earlierMonthOpen': {
    status: 503,
    zh: '等待上月考核：{month} 尚未考核',
    en: 'The month before is awaited: {month} has not been assessed',
  },
  'assessment.editionAwaited': {
    status: 503,
    zh: '等待信息公开：{month} 的当期公开尚未发布',
    en: "Disclosure is awaited: the month's edition of {month} has not been published",
  },
  'assessment.factsBehind': {
    status: 503,
    zh: '等待信息公开的事实到齐：{month} 发现 {found}/{foundOf} 项，销号 {struckOff}/{struckOffOf} 项（校验值一致方可计算）',
    en: 'Facts of disclosure are awaited for {month}: found {found} of {foundOf}, struck off {struckOff} of {struckOffOf} (digests must agree too)',
  },
} as const satisfies Record<string, ErrorCodeEntry>;
