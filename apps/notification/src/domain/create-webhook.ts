import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CreateWebhook as CreateWebhookCommand, WebhookCreated } from '@bihuan/contracts';
import type { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { v7 as uuid } from 'uuid';
import { Webhooks } from '../persistence/webhooks.repository.ts';
import { WebhookRules } from './webhook-rules.ts';
import { requireKeeper, webhookReply } from './webhook-owner.ts';
import { isWebhookUrl } from './webhook-url.ts';

const SECRET_BYTES = 32;
/** A message goes to all of them: a limit keeps one organisation from filling the ledger. Our default. */
const LIMIT = 10;

/** Registers an address for the messages to the caller's organisation. The answer is the only one with the secret. */
@Injectable()
export class CreateWebhook {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly rules: WebhookRules,
  ) {}

  /** @throws DomainError auth.notAllowed, webhook.urlRefused, webhook.tooMany */
  async execute(work: Work, caller: Caller, { url, kinds }: CreateWebhookCommand): Promise<WebhookCreated> {
    const orgCode = requireKeeper(caller);
    if (!isWebhookUrl(url, this.rules.toLoopback))
      throw new DomainError('webhook.urlRefused', { pointer: '/url' });
    await this.webhooks.lockOrganisation(work, orgCode);
    const others = await this.webhooks.ofOrganisations(work, [orgCode]);
    if (others.length >= LIMIT) throw new DomainError('webhook.tooMany', { params: { limit: LIMIT } });
    const webhook = {
      id: uuid(),
      orgCode,
      url,
      kinds: kinds ?? null,
      secret: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
      createdAt: work.now,
      createdBy: caller.person,
    };
    await this.webhooks.insert(work, webhook);
    const reply = webhookReply(webhook);
    work.record({ action: 'webhook.created', subject: webhook.id, before: null, after: reply });
    return { ...reply, secret: webhook.secret };
  }
}
