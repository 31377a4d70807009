import * as notifications from '../notifications.ts';
import type { RouteSpec } from '../route.ts';

const ofNotification = { service: 'notification', tag: 'notifications' } as const;

export const notificationsRoutes = {
  listNotifications: {
    method: 'GET',
    path: '/notifications',
    ...ofNotification,
    status: 200,
    summary: { zh: '我的消息', en: 'Messages to the offices I hold' },
    query: notifications.ListNotifications,
    reply: notifications.NotificationPage,
    codes: ['request.cursorInvalid'],
  },
  acknowledgeNotification: {
    method: 'POST',
    path: '/notifications/{id}/acknowledge',
    ...ofNotification,
    status: 200,
    summary: { zh: '确认收到消息', en: 'Acknowledge a message' },
    params: notifications.NotificationParams,
    reply: notifications.NotificationReply,
    codes: ['notification.notFound', 'notification.personOnly'],
  },
} as const satisfies Record<string, RouteSpec>;
