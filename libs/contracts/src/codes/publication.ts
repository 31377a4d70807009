import type { ErrorCodeEntry } from './entry.ts';

export const publicationCodes = {
  'edition.notFound': {
    status: 404,
    zh: '未找到 {campaign} {month} 的信息公开',
    en: 'There is no edition of {campaign} for {month}',
  },
  'edition.earlierMonthOpen': {
    status: 409,
    zh: '等待上一期：{month} 的信息公开尚未发布',
    en: 'The edition of {month} has to be published first',
  },
  'edition.sourceBehind': {
    status: 503,
    zh: '等待 {service} 的事实到齐：截至 {month} 月末应有 {expected} 项，已收到 {heard} 项',
    en: 'Facts of {service} are still on their way: {expected} until the end of {month}, {heard} of them heard',
  },
  'edition.notReady': {
    status: 409,
    zh: '{month} 的信息公开尚未进行到这一步',
    en: 'The edition of {month} has not come to this step',
  },
  'month.outsideCampaign': {
    status: 422,
    zh: '{month} 早于专项行动 {code} 的第一期',
    en: '{month} lies before the first edition of campaign {code}',
  },
  'month.notEnded': { status: 409, zh: '{month} 尚未结束', en: '{month} has not ended yet' },
  'month.transactionsOpen': {
    status: 503,
    zh: '{service} 还有 {month} 月末之前开始的事务未结束',
    en: 'Transactions of {service} from before the end of {month} are still open',
  },
  'publication.exists': {
    status: 409,
    zh: '隐患 {hazardNo} 的销号已单独公布',
    en: 'The strike-off of {hazardNo} has been published by itself already',
  },
} as const satisfies Record<string, ErrorCodeEntry>;
