import * as deliveries from '../deliveries.ts';
import type { RouteSpec } from '../route.ts';
import * as webhooks from '../webhooks.ts';

const ofWebhooks = { service: 'notification', tag: 'notifications' } as const;
const ofOperations = { service: 'notification', tag: 'operations' } as const;

export const webhooksRoutes = {
  createWebhook: {
    method: 'POST',
    path: '/webhooks',
    ...ofWebhooks,
    status: 201,
    summary: { zh: '登记本单位的 Webhook', en: 'Have messages to my organisation sent to an address' },
    body: webhooks.CreateWebhook,
    reply: webhooks.WebhookCreated,
    codes: ['webhook.urlRefused', 'webhook.tooMany'],
  },
  listWebhooks: {
    method: 'GET',
    path: '/webhooks',
    ...ofWebhooks,
    status: 200,
    summary: { zh: '本单位的 Webhook', en: 'Webhooks of my organisation' },
    reply: webhooks.WebhookList,
    codes: [],
  },
  removeWebhook: {
    method: 'DELETE',
    path: '/webhooks/{id}',
    ...ofWebhooks,
    status: 200,
    summary: { zh: '注销 Webhook', en: 'Remove a webhook' },
    params: webhooks.WebhookParams,
    reply: webhooks.WebhookReply,
    codes: ['webhook.notFound'],
  },
  listWebhookDeliveries: {
    method: 'GET',
    path: '/webhooks/{id}/deliveries',
    ...ofWebhooks,
    status: 200,
    summary: { zh: 'Webhook 的投递记录', en: 'Delivery log of a webhook' },
    params: webhooks.WebhookParams,
    query: webhooks.ListWebhookDeliveries,
    reply: deliveries.DeliveryPage,
    codes: ['webhook.notFound', 'request.cursorInvalid'],
  },
  resendWebhookDelivery: {
    method: 'POST',
    path: '/webhooks/{id}/deliveries/{deliveryId}/resend',
    ...ofWebhooks,
    status: 200,
    summary: { zh: '重新投递', en: 'Send a message to a webhook again' },
    params: webhooks.WebhookDeliveryParams,
    reply: deliveries.DeliveryReply,
    codes: ['webhook.notFound', 'delivery.notFound', 'delivery.notEnded', 'delivery.withheld'],
  },
  listDeliveries: {
    method: 'GET',
    path: '/operations/deliveries',
    ...ofOperations,
    status: 200,
    summary: { zh: '消息的投递（运维）', en: 'Deliveries of messages (operations)' },
    query: deliveries.ListDeliveries,
    reply: deliveries.DeliveryPage,
    codes: ['request.cursorInvalid'],
  },
  resendDeliveries: {
    method: 'POST',
    path: '/operations/deliveries/resend',
    ...ofOperations,
    status: 200,
    summary: { zh: '重新投递已放弃的消息（运维）', en: 'Send given-up deliveries again (operations)' },
    body: deliveries.ResendDeliveries,
    reply: deliveries.ResendReply,
    codes: [],
  },
} as const satisfies Record<string, RouteSpec>;
