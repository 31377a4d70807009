import { Injectable } from '@nestjs/common';
import type { WebhookReply } from '@bihuan/contracts';
import type { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { Deliveries } from '../persistence/deliveries.repository.ts';
import { Webhooks } from '../persistence/webhooks.repository.ts';
import { requireOwnWebhook, webhookReply } from './webhook-owner.ts';

/** Removes a webhook: what has not gone out to it is withheld. */
@Injectable()
export class RemoveWebhook {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: Deliveries,
  ) {}

  /** @throws DomainError auth.notAllowed, webhook.notFound */
  async execute(work: Work, caller: Caller, id: string): Promise<WebhookReply> {
    const reply = webhookReply(await requireOwnWebhook(this.webhooks, caller, id));
    await this.webhooks.remove(work, id);
    await this.deliveries.withholdTarget(work, id, 'The webhook was removed.');
    work.record({ action: 'webhook.removed', subject: id, before: reply, after: null });
    return reply;
  }
}
