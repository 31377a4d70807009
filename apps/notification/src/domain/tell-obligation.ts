import { Injectable } from '@nestjs/common';
import type { EventOf } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { Notifications } from '../persistence/notifications.repository.ts';
import { directoryOn } from './directory.ts';
import { obligationMessageOf, obligationRecipients } from './obligation-message.ts';
import { WriteMessages } from './write-messages.ts';

/** Tells of a rung of a clock that belongs to no hazard. */
@Injectable()
export class TellObligation {
  constructor(
    private readonly notifications: Notifications,
    private readonly writeMessages: WriteMessages,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws DomainError reference.notReady, campaign.unknown: the copies have not arrived yet */
  async execute(work: Work, { id, data }: EventOf<'obligation.rungTaken'>): Promise<void> {
    const { clockId, subject } = data;
    const message = obligationMessageOf(data, await this.notifications.unacknowledged(work, clockId));
    const directory = directoryOn(this.reference, toLocalDate(work.now));
    await this.writeMessages.execute(
      work,
      { eventId: id, hazardNo: null, campaignCode: subject.campaignCode, clockId, rung: data },
      obligationRecipients(data, directory).map((told) => ({ ...told, ...message })),
    );
  }
}
