import { Injectable } from '@nestjs/common';
import type { Channel } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Deliveries } from '../persistence/deliveries.repository.ts';
import type { NewNotification } from '../persistence/notifications.repository.ts';
import { Webhooks } from '../persistence/webhooks.repository.ts';
import { emailsOf } from './directory.ts';
import { Mail } from './mail.ts';

type Written = Pick<NewNotification, 'id' | 'orgCode' | 'role' | 'person' | 'kind' | 'deliverAt'>;

/** Plans where messages go outside: the mailboxes of whoever holds the offices now, the webhooks of their organisations. */
@Injectable()
export class PlanDeliveries {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly webhooks: Webhooks,
    private readonly mail: Mail,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws DomainError `reference.notReady` */
  async execute(work: Work, written: readonly Written[]): Promise<void> {
    if (written.length === 0) return;
    const held = this.mail.isSet ? this.reference.offices(toLocalDate(work.now)) : [];
    const webhooks = await this.webhooks.ofOrganisations(
      work,
      written.map(({ orgCode }) => orgCode),
    );
    const planned = written.flatMap((message) => {
      const to = (channel: Channel) => (target: string) => ({
        id: uuid(),
        notificationId: message.id,
        channel,
        target,
        deliverAt: message.deliverAt,
      });
      const heard = webhooks.filter(
        ({ orgCode, kinds }) => orgCode === message.orgCode && (kinds?.includes(message.kind) ?? true),
      );
      return [...emailsOf(held, message).map(to('email')), ...heard.map(({ id }) => id).map(to('webhook'))];
    });
    await this.deliveries.insert(work, planned);
  }
}
