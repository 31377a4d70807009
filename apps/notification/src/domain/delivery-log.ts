import { Injectable } from '@nestjs/common';
import type {
  DeliveryReply,
  ListDeliveries,
  ListWebhookDeliveries,
  NotificationKind,
} from '@bihuan/contracts';
import type { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { BusinessClock } from '@bihuan/platform/config';
import { DomainError } from '@bihuan/platform/errors';
import { decodeCursor, type Page, pageOf } from '@bihuan/platform/http';
import { z } from 'zod';
import {
  Deliveries,
  type DeliveryFilter,
  type ListedDelivery,
} from '../persistence/deliveries.repository.ts';
import { HazardBriefs } from '../persistence/hazard-briefs.repository.ts';
import { Webhooks } from '../persistence/webhooks.repository.ts';
import { isTakenBack } from './taken-back.ts';
import { requireOwnWebhook } from './webhook-owner.ts';

const Position = z.uuid();

/** What became of messages on their way outside, the newest first; and sending again what has ended. */
@Injectable()
export class DeliveryLog {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly webhooks: Webhooks,
    private readonly briefs: HazardBriefs,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError auth.notAllowed, webhook.notFound, request.cursorInvalid */
  async ofWebhook(caller: Caller, id: string, query: ListWebhookDeliveries): Promise<Page<DeliveryReply>> {
    await requireOwnWebhook(this.webhooks, caller, id);
    return this.page({ channel: 'webhook', target: id }, query);
  }

  /** Of all offices. @throws DomainError request.cursorInvalid */
  ofAll({ state, channel, ...query }: ListDeliveries): Promise<Page<DeliveryReply>> {
    return this.page({ state, channel }, query);
  }

  /** @throws DomainError auth.notAllowed, webhook.notFound, delivery.notFound, delivery.notEnded, delivery.withheld */
  async resendToWebhook(work: Work, caller: Caller, id: string, deliveryId: string): Promise<DeliveryReply> {
    await requireOwnWebhook(this.webhooks, caller, id);
    const filter = { channel: 'webhook', target: id, id: deliveryId } as const;
    const [before] = await this.deliveries.find(filter, 1, work);
    if (!before) throw new DomainError('delivery.notFound');
    if (before.state === 'withheld' || (await this.isTakenBack(work, before)))
      throw new DomainError('delivery.withheld');
    // Of two at once the second finds it waiting.
    const again = await this.deliveries.sendAgain(work, [deliveryId], ['sent', 'failed']);
    if (again.length === 0) throw new DomainError('delivery.notEnded');
    work.record({ action: 'delivery.resent', subject: deliveryId });
    const [after] = await this.deliveries.find(filter, 1, work);
    if (!after) throw new Error(`delivery ${deliveryId} is gone`);
    return this.reply(after);
  }

  /** Tries what was given up again. @returns how many of them were */
  async resendFailed(work: Work, deliveryIds: readonly string[]): Promise<number> {
    const again = await this.deliveries.sendAgain(work, deliveryIds, ['failed']);
    for (const id of again) work.record({ action: 'delivery.resent', subject: id });
    return again.length;
  }

  /** Whether its hazard was withdrawn; a withdrawal that comes now waits, and withholds what is sent again. */
  private async isTakenBack(work: Work, { hazardNo, kind }: ListedDelivery): Promise<boolean> {
    if (hazardNo === null || !isTakenBack(kind)) return false;
    await this.briefs.lockHazards(work, [hazardNo]);
    return (await this.briefs.find(work, hazardNo))?.withdrawn ?? false;
  }

  private async page(
    filter: DeliveryFilter,
    { limit, after }: ListWebhookDeliveries,
  ): Promise<Page<DeliveryReply>> {
    const position = after === undefined ? undefined : decodeCursor(after, Position);
    const rows = await this.deliveries.find({ ...filter, after: position }, limit + 1);
    return pageOf(
      rows.map((row) => this.reply(row)),
      limit,
      ({ id }) => id,
    );
  }

  /** Attempts are planned in system time and told in business time; none lies before the notice hours. */
  private reply({ deliverAt, nextAttemptAt, sentAt, kind, ...row }: ListedDelivery): DeliveryReply {
    const next = Math.max(nextAttemptAt.getTime() + this.clock.offsetMs(), deliverAt.getTime());
    return {
      ...row,
      kind: kind as NotificationKind,
      nextAttemptAt: row.state === 'waiting' ? new Date(next).toISOString() : null,
      sentAt: sentAt?.toISOString() ?? null,
    };
  }
}
