import { Injectable } from '@nestjs/common';
import type { WebhookList } from '@bihuan/contracts';
import type { Caller } from '@bihuan/platform/auth';
import { Webhooks } from '../persistence/webhooks.repository.ts';
import { keptBy, requireKeeper, webhookReply } from './webhook-owner.ts';

/** The webhooks of the caller's organisations, the oldest first. */
@Injectable()
export class ListWebhooks {
  constructor(private readonly webhooks: Webhooks) {}

  /** @throws DomainError auth.notAllowed */
  async execute(caller: Caller): Promise<WebhookList> {
    requireKeeper(caller);
    const found = await this.webhooks.ofOrganisations(null, keptBy(caller));
    return { items: found.map(webhookReply) };
  }
}
