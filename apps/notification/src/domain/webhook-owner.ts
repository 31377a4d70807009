import type { WebhookReply } from '@bihuan/contracts';
import type { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';
import type { Webhook } from '../persistence/webhook.entity.ts';
import type { Webhooks } from '../persistence/webhooks.repository.ts';

/** Organisations whose webhooks the caller keeps: where it is handler, leader or the organisation's own system. */
export function keptBy({ offices }: Pick<Caller, 'offices'>): string[] {
  const kept = offices.filter(({ role }) => role === 'handler' || role === 'leader' || role === 'system');
  return [...new Set(kept.map(({ orgCode }) => orgCode))];
}

/** @throws DomainError `auth.notAllowed` where the caller keeps webhooks of no organisation */
export function requireKeeper(caller: Pick<Caller, 'offices'>): string {
  const [orgCode] = keptBy(caller);
  if (orgCode === undefined) throw new DomainError('auth.notAllowed');
  return orgCode;
}

/** @throws DomainError `auth.notAllowed`; `webhook.notFound` also where it is another organisation's */
export async function requireOwnWebhook(webhooks: Webhooks, caller: Caller, id: string): Promise<Webhook> {
  requireKeeper(caller);
  const webhook = await webhooks.find(id);
  if (!webhook || !keptBy(caller).includes(webhook.orgCode)) throw new DomainError('webhook.notFound');
  return webhook;
}

/** Without the secret: it was told once. */
export function webhookReply({ id, orgCode, url, kinds, createdAt, createdBy }: Webhook): WebhookReply {
  return { id, orgCode, url, kinds, createdAt: createdAt.toISOString(), createdBy };
}
