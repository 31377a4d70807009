import type { ErrorCodeEntry } from './entry.ts';

export const webhookCodes = {
  'webhook.notFound': { status: 404, zh: '没有该 Webhook', en: 'There is no such webhook' },
  'webhook.urlRefused': {
    status: 422,
    zh: 'Webhook 地址须为 https，不含账号，且不得指向内部网络',
    en: 'The address of a webhook must be https, without an account, and must not lead into a private network',
  },
  'webhook.tooMany': {
    status: 409,
    zh: '本单位的 Webhook 已达 {limit} 个',
    en: 'The organisation has {limit} webhooks already',
  },
  'delivery.notFound': { status: 404, zh: '没有该投递记录', en: 'There is no such delivery' },
  'delivery.notEnded': {
    status: 409,
    zh: '该投递仍在进行，不必重发',
    en: 'This delivery is still being tried: it need not be sent again',
  },
  'delivery.withheld': {
    status: 409,
    zh: '该投递已撤回，不能重发',
    en: 'This delivery was taken back and cannot be sent again',
  },
} as const satisfies Record<string, ErrorCodeEntry>;
